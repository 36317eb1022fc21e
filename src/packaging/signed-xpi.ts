import { strFromU8, unzipSync } from 'fflate';
import { FIREFOX_ID } from '../modules/overlays/ids.ts';

interface Manifest {
  version?: string;
  browser_specific_settings?: { gecko?: { id?: string } };
}

/**
 * @returns the bytes of a `.xpi` that Mozilla signed, as they are
 * @throws with the reason when it is no `.xpi`, another extension, another version, or not signed: Firefox would refuse it
 * on every machine, one by one
 */
export function signedXpi(bytes: Uint8Array, file: string, version: string): Uint8Array {
  const files = contentOf(bytes, file);
  const manifest = manifestOf(files, file);
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id !== FIREFOX_ID) throw new Error(`${file} est une autre extension : ${id ?? 'sans identifiant'}.`);
  if (manifest.version !== version)
    throw new Error(`${file} est de la version ${manifest.version}, ce dossier de la version ${version}.`);
  // Mozilla gives one of two kinds of signature, or both.
  if (!files['META-INF/mozilla.rsa'] && !files['META-INF/cose.sig'])
    throw new Error(`${file} n’est pas signé par Mozilla.`);
  return bytes;
}

function contentOf(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === 'manifest.json' || name.startsWith('META-INF/') });
  } catch {
    throw new Error(`${file} n’est pas un fichier .xpi.`);
  }
}

function manifestOf({ 'manifest.json': text }: Record<string, Uint8Array>, file: string): Manifest {
  try {
    return JSON.parse(strFromU8(text ?? new Uint8Array())) as Manifest;
  } catch {
    throw new Error(`${file} n’est pas une extension : son manifest.json ne se lit pas.`);
  }
}
