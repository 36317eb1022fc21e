import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettingsFile } from '../installation/settings-file.ts';
import { CHROMIUM_ID, FIREFOX_ID } from '../modules/overlays/ids.ts';
import type { SettingsValues } from '../settings/schema.ts';
import { MAKE_KEY, readKey } from './key.ts';
import { makePackages } from './make-packages.ts';

/** `npm run package`: builds, then makes every package. */
const ROOT = resolve(import.meta.dirname, '../..');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    settings: { type: 'string' },
    'signed-xpi': { type: 'string' },
    address: { type: 'string', default: 'file:///opt/cote-a-cote' },
    'forget-all': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
    'no-build': { type: 'boolean', default: false },
  },
});

try {
  const key = values.key === undefined ? undefined : readKey(values.key);
  const settings = values.settings === undefined ? {} : settingsOf(values.settings);
  const signedXpi = values['signed-xpi'] === undefined ? undefined : contentOf(values['signed-xpi']);
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
    address: values.address.replace(/\/+$/, ''),
    signedXpi,
  });
  say(`\n${out}`);
  for (const { file, sha256 } of packages) say(`${sha256.slice(0, 12)}…  ${file}`);
  say(`\nFirefox : ${FIREFOX_ID}\nChromium, paquet Debian et dossier non empaqueté : ${CHROMIUM_ID}`);
  if (crxId === undefined) say(`Pas de .crx : il faut une clé (--key ../cle.pem). Pour en faire une : ${MAKE_KEY}`);
  else say(`Chromium, fichier .crx : ${crxId} (les stratégies faites ici le portent déjà)`);
  if (!packages.some(({ file }) => file.endsWith('.deb')))
    say('Pas de paquet Debian : dpkg-deb n’est pas installé ici.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function build(): void {
  for (const browser of ['chrome', 'firefox']) {
    const { status } = spawnSync('npx', ['wxt', 'build', '-b', browser], { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) throw new Error('La construction a échoué.');
  }
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
