import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { folderAddress } from '../installation/installation-files.ts';
import { readSettingsFile } from '../installation/settings-file.ts';
import { CHROMIUM_ID, FIREFOX_ID } from '../modules/overlays/ids.ts';
import type { SettingsValues } from '../settings/schema.ts';
import { fileTrouble } from './file-trouble.ts';
import { MAKE_KEY, readKey } from './key.ts';
import { makePackages, versionOf } from './make-packages.ts';
import { signedXpi } from './signed-xpi.ts';

/** `npm run package`: builds, then makes every package. */
const ROOT = resolve(import.meta.dirname, '../..');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const HELP = `npm run package -- [options]
  --key ../cle.pem      la clé privée, hors du dossier du projet : sans elle, pas de .crx
  --settings fichier    les réglages des postes (reglages-cote-a-cote.json, fait par la fiche)
  --forget-all          le navigateur efface tout à sa fermeture
  --address adresse     où les postes trouveront les fichiers (file:///opt/cote-a-cote)
  --signed-xpi fichier  le .xpi signé par Mozilla
  --out dossier         où écrire (dist)
  --no-build            garde ce qui est déjà construit
  --help                ce texte`;

try {
  const values = asked();
  if (values.help) say(HELP);
  else pack(values);
} catch (error) {
  process.stderr.write(`${fileTrouble(error)}\n`);
  process.exitCode = 1;
}

function pack(values: Asked): void {
  const key = values.key === undefined ? undefined : readKey(values.key);
  const settings = values.settings === undefined ? {} : settingsOf(values.settings);
  const address = addressOf(values.address);
  const { 'signed-xpi': xpi } = values;
  const signed = xpi === undefined ? undefined : signedXpi(contentOf(xpi), xpi, versionOf(ROOT));
  if (!values['no-build']) build();
  const out = resolve(values.out);
  const builds = { chromium: resolve(ROOT, '.output/chrome-mv3'), firefox: resolve(ROOT, '.output/firefox-mv3') };
  const { packages, crxId } = makePackages({
    root: ROOT,
    builds,
    out,
    key,
    settings,
    forgetAll: values['forget-all'],
    address,
    signedXpi: signed,
  });
  say(`\n${out}`);
  for (const { file, sha256 } of packages) say(`${sha256.slice(0, 12)}…  ${file}`);
  say(`\nFirefox : ${FIREFOX_ID}\nChromium, paquet Debian et dossier non empaqueté : ${CHROMIUM_ID}`);
  if (crxId === undefined) say(`Pas de .crx : il faut une clé (--key ../cle.pem). Pour en faire une : ${MAKE_KEY}`);
  else say(`Chromium, fichier .crx : ${crxId} (les stratégies faites ici le portent déjà)`);
  if (!packages.some(({ file }) => file.endsWith('.deb')))
    say('Pas de paquet Debian : dpkg-deb n’est pas installé ici.');
}

type Asked = ReturnType<typeof asked>;

/** @throws with every option there is when one is mistyped: half of what was asked for would be installed. */
function asked() {
  const string = { type: 'string' } as const;
  const boolean = { type: 'boolean', default: false } as const;
  const args = process.argv.slice(2);
  try {
    return parseArgs({
      args,
      options: {
        key: string,
        settings: string,
        'forget-all': boolean,
        address: { ...string, default: 'file:///opt/cote-a-cote' },
        'signed-xpi': string,
        out: { ...string, default: 'dist' },
        'no-build': boolean,
        help: boolean,
      },
    }).values;
  } catch {
    throw new Error(`Rien n’est fait : « ${args.join(' ')} » n’est pas compris.\n\n${HELP}`);
  }
}

function build(): void {
  for (const browser of ['chrome', 'firefox']) {
    const { status } = spawnSync('npx', ['wxt', 'build', '-b', browser], { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) throw new Error('La construction a échoué.');
  }
}

/** Takes a folder, or its address. @throws when browsers could not find the packages there. */
function addressOf(given: string): string {
  const address = folderAddress(given.replace(/^file:\/\/(\/(?=[a-z]:))?/i, ''));
  if (address === undefined)
    throw new Error(
      `« ${given} » n’est pas l’adresse d’un dossier : file:///opt/cote-a-cote, https://serveur/cote-a-cote`,
    );
  return address;
}

/** @throws when there is no such file, with what the option was given. */
function contentOf(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`Pas de fichier ${file}. Vérifiez son nom et son dossier.`);
  return readFileSync(file);
}

/** @throws when a value is refused: a machine would be installed otherwise than was written. */
function settingsOf(file: string): SettingsValues {
  const read = readSettingsFile(contentOf(file).toString('utf8'));
  if ('problem' in read) throw new Error(`${file} : ${read.problem}`);
  if (read.refused.length > 0)
    throw new Error(read.refused.map(({ key, reason }) => `${file} : ${key} : ${reason}`).join('\n'));
  return read.values;
}
