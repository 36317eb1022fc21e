// @vitest-environment node
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openPackFile } from '../packs/pack-file';
import { readAdditions } from '../packs/read-additions';
import { buildPacks, loadServices } from '../schema/load/build-packs';
import { OverlayError } from '../schema/load/problem';
import { makePack } from './make-pack';

const OVERLAYS = resolve(import.meta.dirname, '../../overlays');
const known = { packs: buildPacks(OVERLAYS).map(({ pack }) => pack), services: loadServices(OVERLAYS) };
const EVIDENCE = 'source: "Ville de Villeneuve, novembre 2026"\ncheckedOn: never\nconfidence: sourced';
const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');
const WORD = `theme: "Mots de Villeneuve"
words:
  - id: carte-villeneuve
    term: "Carte Villeneuve"
    plain: "Carte de la ville. Voir {{ameli-ceam-duree}}."
${indented(EVIDENCE)}
`;
const HELPER = `people:
  - id: ccas-villeneuve
    name: "CCAS de Villeneuve"
    kind: nearby
    sites: [caf]
    what: "Samira regarde la lettre avec vous."
${indented(EVIDENCE)}
`;
const GUIDE = `id: bus-villeneuve
title: "La carte de bus"
errands: ["Avoir la carte de bus"]
summary: "La ville demande votre quotient familial."
start: "https://www.caf.fr/"
steps:
  - id: connexion
    pages: [connexion]
    do: "Entrez dans votre compte."
    sends: nothing
    done: { on: person }
end:
  next: "Apportez le papier au CCAS."
  ifWrong: "Demandez à Samira."
  people: [ccas-villeneuve]
${EVIDENCE}
`;
const FILES = { 'words/villeneuve.yaml': WORD, 'people.yaml': HELPER, 'caf/guides/bus-villeneuve.yaml': GUIDE };

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lot-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const made = (files: Record<string, string>, keyFile?: string) =>
  makePack({ folder: folderOf(files), name: 'Villeneuve', today: '2026-11-27', keyFile }, known);

it('makes a signed file that the extension opens, with what it adds to each site', async () => {
  const keyFile = join(mkdtempSync(join(tmpdir(), 'cle-')), 'cle.pem');
  const { text, publicKey, isNewKey } = made(FILES, keyFile);
  expect(isNewKey).toBe(true);
  expect(statSync(keyFile).mode & 0o077).toBe(0);
  expect(made(FILES, keyFile)).toMatchObject({ publicKey, isNewKey: false });
  const opened = await openPackFile(text);
  if ('problem' in opened) throw new Error(opened.problem);
  expect(opened.key).toBe(publicKey);
  expect(opened.content).toMatchObject({ name: 'Villeneuve', madeOn: '2026-11-27' });
  const read = readAdditions(opened.content.files, known);
  if ('problems' in read) throw new OverlayError(read.problems);
  const ids = Object.entries(read.sites).map(([site, { guides, notes, hints, terms, people }]) => [
    site,
    ...[guides, notes, hints, terms, people].map((list) => list.map(({ id }) => id).join()),
  ]);
  expect(ids).toEqual([
    ['ameli', '', '', '', 'carte-villeneuve', ''],
    ['caf', 'bus-villeneuve', '', '', 'carte-villeneuve', 'ccas-villeneuve'],
    ['francetravail', '', '', '', 'carte-villeneuve', ''],
  ]);
  expect(read.sites.caf?.terms[0]?.plain).not.toContain('{{');
});

it('is opened without a signature too, and says that it has none', async () => {
  expect(await openPackFile(made(FILES).text)).toMatchObject({ key: undefined, content: { name: 'Villeneuve' } });
});

it('refuses a key of another kind before anything is signed', () => {
  const keyFile = join(mkdtempSync(join(tmpdir(), 'cle-')), 'cle.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect(() => made(FILES, keyFile)).toThrow('n’est pas une clé ECDSA P-256');
});

const HINTS = `pages: [any]
hints:
  - id: villeneuve
    target: { name: "Ville" }
    title: "Ville"
    write: "Votre ville."
    checks: [{ kind: figure, figures: [rsa-personne-seule], percent: 1, message: "Regardez." }]
${indented(EVIDENCE)}
`;
const WARNING = `id: villeneuve
pages: [any]
targets: [{ name: "Envoyer" }]
trigger: activate
severity: stop
title: "Envoyer ?"
consequence: "La ville reçoit tout."
undo: { possible: no, how: "On ne peut pas." }
safer: { label: "Je relis" }
goOn: "Envoyer à la ville"
deserves: "La personne peut perdre sa réduction pour toute une année."
${EVIDENCE}
`;

it.each<[string, Record<string, string>, string]>([
  [
    'a field lacks',
    { 'people.yaml': HELPER.replace(/ {4}what.*\n/, '') },
    'people.yaml, ligne 2, « people › 1 › what » : ce champ manque',
  ],
  ['it is no YAML', { 'people.yaml': 'people: [' }, 'people.yaml, ligne 1'],
  [
    'a word repeats ours',
    { 'words/x.yaml': WORD.replace('carte-villeneuve', 'rsa') },
    '« rsa » existe déjà dans l’extension',
  ],
  [
    'a helper repeats ours',
    { 'people.yaml': HELPER.replace('id: ccas-villeneuve', 'id: ft-3949') },
    'people.yaml, ligne 2, « people › 1 › id »',
  ],
  [
    'a page is not known',
    { 'people.yaml': HELPER, 'caf/guides/bus-villeneuve.yaml': GUIDE.replace('[connexion]', '[nulle-part]') },
    'aucune page ne s’appelle « nulle-part »',
  ],
  [
    'it sends to another site',
    { 'people.yaml': HELPER, 'caf/guides/bus-villeneuve.yaml': GUIDE.replace('www.caf.fr', 'www.caf.example') },
    'n’est pas une adresse officielle',
  ],
  [
    'a choice would be held',
    { 'caf/warnings/villeneuve.yaml': WARNING },
    'caf/warnings/villeneuve.yaml, ligne 5, « severity » : un lot ne peut pas retenir un choix',
  ],
  [
    'it compares with a dated figure',
    { 'caf/hints/x.yaml': HINTS },
    'un lot ne peut pas comparer avec un chiffre daté',
  ],
  ['it brings a site', { 'caf/site.yaml': 'id: caf' }, 'caf/site.yaml, ligne 1 : un lot ne peut pas avoir ce fichier'],
  ['its site is not ours', { 'mairie/guides/x.yaml': GUIDE }, 'un lot ne peut pas avoir ce fichier'],
  ['there is nothing in it', {}, 'ce dossier n’a aucun fichier .yaml'],
])('is not made when %s', (_, files, message) => {
  expect(() => made(files)).toThrow(message);
});

const { text: unsigned } = made(FILES);
const keyFile = join(mkdtempSync(join(tmpdir(), 'cle-')), 'cle.pem');
const signed = JSON.parse(made(FILES, keyFile).text) as Record<string, string>;

it.each<[string, string, RegExp]>([
  ['nothing', '', /ne se lit pas/],
  ['no JSON', unsigned.slice(0, -5), /ne se lit pas/],
  ['another file', '{"format":"cote-a-cote/reglages","version":1}', /n’est pas un lot/],
  ['null', 'null', /n’est pas un lot/],
  ['a later format', unsigned.replace('"version": 1', '"version": 2'), /version plus récente/],
  ['a content that lacks', unsigned.replace('"content"', '"contents"'), /abîmé/],
  ['a content of another shape', unsigned.replace('\\"name\\":\\"Villeneuve\\",', ''), /abîmé/],
  [
    'what was changed after it was signed',
    JSON.stringify({ ...signed, content: signed.content?.replace('Samira', 'Sophie') }),
    /changé depuis/,
  ],
  [
    'a signature by another',
    JSON.stringify({ ...signed, key: made(FILES, join(mkdtempSync(join(tmpdir(), 'cle-')), 'x.pem')).publicKey }),
    /changé depuis/,
  ],
  ['a key that is none', JSON.stringify({ ...signed, key: 'clé' }), /changé depuis/],
  ['a signature without a key', JSON.stringify({ ...signed, key: undefined }), /changé depuis/],
  ['more than any pack holds', ' '.repeat(1_000_001), /trop gros/],
])('a file is refused with the reason: %s', async (_, text, reason) => {
  expect(await openPackFile(text)).toEqual({ problem: expect.stringMatching(reason) as unknown });
});
