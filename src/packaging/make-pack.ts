import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type PackContent, packFile, type Signed } from '../packs/pack-file';
import { type Known, readAdditions } from '../packs/read-additions';
import { OverlayError } from '../schema/load/problem';

export interface PackOrder {
  /** Where the structure's own files are. */
  folder: string;
  name: string;
  /** ISO day. */
  today: string;
  /** A private key (PEM); made when there is none. Without it the pack is not signed. */
  keyFile?: string | undefined;
}

export interface MadePack {
  text: string;
  /** To be set on the machines that accept it. */
  publicKey?: string | undefined;
  isNewKey: boolean;
}

/**
 * Makes a pack of a folder that is written like `overlays/`: `people.yaml`, `words/`, and for each site `guides/`,
 * `warnings/` and `hints/`.
 * @throws OverlayError with every problem, file, line and field, as the extension would refuse it; another error when the key is none
 */
export function makePack({ folder, name, today, keyFile }: PackOrder, known: Known): MadePack {
  const files = yamlFilesOf(folder);
  const read = readAdditions(files, known);
  if ('problems' in read) throw new OverlayError(read.problems);
  const text = JSON.stringify({ name, madeOn: today, files } satisfies PackContent);
  const isNewKey = keyFile !== undefined && !existsSync(keyFile);
  if (keyFile !== undefined && isNewKey) writeNewKey(keyFile);
  const signed = keyFile === undefined ? undefined : signedWith(keyFile, text);
  return { text: packFile(text, signed), publicKey: signed?.key, isNewKey };
}

/** @throws OverlayError when there is no such folder, or nothing in it. */
function yamlFilesOf(folder: string): Record<string, string> {
  const names = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder, { recursive: true }) : [];
  const files = names
    .map(String)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]);
  if (files.length === 0)
    throw new OverlayError([{ file: folder, line: 1, field: '', message: 'ce dossier n’a aucun fichier .yaml' }]);
  return Object.fromEntries(files);
}

/** For its owner alone: who has it can sign in their name. */
function writeNewKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(resolve(file), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
}

function signedWith(file: string, text: string): Signed {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error(`${file} n’est pas une clé ECDSA P-256`);
  return {
    key: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  };
}
