import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { fileTrouble } from '../../src/packaging/file-trouble.ts';

/** `npm run make-pack -- FOLDER --name "CCAS de Villeneuve" [--key FILE] [--out FILE]`: makes a file that the options page takes. */
const root = resolve(import.meta.dirname, '../..');
const asked = read(process.argv.slice(2));
if (!asked) {
  console.error(
    'Écrivez : npm run make-pack -- le-dossier --name "Nom de votre structure" [--key cle.pem] [--out lot.json]',
  );
  process.exit(1);
}
const [{ module: packs }, { module: build }, { module: problems }] = await Promise.all([
  runnerImport<typeof import('../../src/packaging/make-pack.ts')>(resolve(root, 'src/packaging/make-pack.ts')),
  runnerImport<typeof import('../../src/schema/load/build-packs.ts')>(resolve(root, 'src/schema/load/build-packs.ts')),
  runnerImport<typeof import('../../src/schema/load/problem.ts')>(resolve(root, 'src/schema/load/problem.ts')),
]);
const overlays = resolve(root, process.env.OVERLAYS_DIR ?? 'overlays');
try {
  const { folder, name, key, out } = asked;
  const order = { folder, name, today: new Date().toISOString().slice(0, 10), keyFile: key };
  const known = { packs: build.buildPacks(overlays).map(({ pack }) => pack), services: build.loadServices(overlays) };
  const { text, publicKey, isNewKey } = packs.makePack(order, known);
  writeFileSync(out, text);
  if (isNewKey) console.log(`Nouvelle clé privée : ${key}. Gardez-la pour vous, et gardez-en une copie.`);
  console.log(`Le lot est écrit : ${out}. Ouvrez-le dans les réglages de l’extension.`);
  console.log(
    publicKey === undefined
      ? 'Il n’est pas signé : un poste public le refuse. Pour le signer : --key cle.pem (le fichier est fait s’il n’existe pas).'
      : `Sa clé, à mettre dans le réglage packKeys des postes :\n${publicKey}`,
  );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  // The error's class comes from another module graph.
  const isOfFiles = error.name === problems.OverlayError.name;
  console.error(
    isOfFiles ? `Le lot n’est pas fait.\n${error.message}` : `Le lot n’est pas fait : ${fileTrouble(error)}`,
  );
  process.exitCode = 1;
}

interface Asked {
  folder: string;
  name: string;
  key?: string | undefined;
  out: string;
}

/** @returns nothing when something lacks or is not known. */
function read(args: string[]): Asked | undefined {
  const string = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: string, key: string, out: string },
    });
    const [folder, ...others] = positionals;
    const name = values.name?.trim();
    return folder && name && others.length === 0
      ? { folder, name, key: values.key, out: values.out ?? 'lot-cote-a-cote.json' }
      : undefined;
  } catch {
    return undefined;
  }
}
