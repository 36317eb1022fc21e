// @vitest-environment node
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPacks } from '../src/schema/load/build-packs';
import { checkFolder } from './content/check';

const ROOT = resolve(import.meta.dirname, '..');
const OVERLAYS = resolve(ROOT, 'overlays');
const README = readFileSync(resolve(OVERLAYS, 'README.md'), 'utf8');
/** ms; every text of the interface is read too. */
const SLOW = 30_000;
const TODAY = '2026-11-25';
const WORDS = 'words/logement.yaml';
const HINT = 'caf/hints/rib.yaml';
const WARNING = 'caf/warnings/rsa-dans-salaires.yaml';
const GUIDE = 'caf/guides/voir-paiements.yaml';
const PERSON = 'caf/persons/lea.yaml';
const YEAR = '2026.yaml';

const examples = new Map(
  [...README.matchAll(/^```yaml fichier=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', text = '']) => [file, text]),
);
/** What the page promises, message by message. */
const promised = [...README.matchAll(/^\| `([^`]*\.yaml,[^`]+)` +\|/gm)].map(([, message = '']) => message);

/** Mistakes made on purpose in the examples; the message must begin as the page says. */
const MISTAKES: [what: string, file: string, from: string | RegExp, to: string][] = [
  [
    'a text left to write',
    WORDS,
    /"Un locataire [^"]*"/,
    '"À ÉCRIRE : Le mot expliqué en une ou deux phrases simples."',
  ],
  ['a slip in the name of a field', WORDS, 'plain:', 'palin:'],
  ['a field that is missing', WORDS, /^ *plain:.*\n/m, ''],
  ['a word out of no list', GUIDE, 'sends: nothing', 'sends: rien'],
  ['a date that is none', HINT, 'checkedOn: never', 'checkedOn: 24/11/2026'],
  ['a field given twice', WORDS, '    forms:', '    term: "Reçu"\n    forms:'],
  ['a tabulation', HINT, '      role:', '\trole:'],
  ['a page that is none', HINT, '[rib]', '[ribb]'],
  ['a role that is none', HINT, 'role: textbox', 'role: case'],
  ['an id that is not the name of the file', WARNING, 'id: rsa-dans-salaires', 'id: rsa'],
  ['a person who is not known', WARNING, 'caf-3230', 'caf-3231'],
  ['a figure that is in no file', GUIDE, '{{caf-code-duree}}', '{{caf-code}}'],
  ['a sentence that is too long', GUIDE, 'Recopiez les 6', 'Prenez votre temps puis recopiez dans la case les 6'],
  ['a label of a source that nobody explains', WORDS, 'service-public.gouv.fr,', 'SP-F9,'],
  ['a figure that nobody has read again', YEAR, /validFrom: .*\n *acknowledged: .*/, 'validFrom: 2024-01-01'],
];

describe('overlays/README.md', () => {
  let folder: string;
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const check = (): string[] => checkFolder(ROOT, folder, TODAY).problems;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cote-a-cote-readme-'));
    for (const name of ['caf/site.yaml', 'caf/guides/se-deconnecter.yaml', 'people.yaml', YEAR])
      cpSync(join(OVERLAYS, name), join(folder, name), { recursive: true });
    write(WORDS, `theme: "Le logement"\nwords:\n${examples.get(WORDS)}`);
    for (const file of [HINT, WARNING, GUIDE]) write(file, examples.get(file) ?? '');
    write(YEAR, read(YEAR).replace(/^figures:\n/m, `figures:\n${examples.get(YEAR)}`));
    write('SOURCES.md', readFileSync(join(OVERLAYS, 'SOURCES.md'), 'utf8'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has one worked example of each kind', () => {
    expect([...examples.keys()]).toEqual([WORDS, HINT, WARNING, GUIDE, PERSON, YEAR]);
  });

  it(
    'shows examples that pass: schema, references, plain words',
    () => {
      cpSync(join(OVERLAYS, 'caf/practice'), join(folder, 'caf/practice'), { recursive: true });
      write(PERSON, examples.get(PERSON) ?? '');
      // Acronyms of the texts are explained in the other words.
      cpSync(join(OVERLAYS, 'words'), join(folder, 'words'), {
        recursive: true,
        filter: (from) => !from.endsWith(WORDS),
      });
      // The examples cite none of the labels, and of the guides of the site only the way out came along: nobody does it here.
      expect(check().filter((line) => !/^SOURCES\.md|se-deconnecter\.yaml .*en exercice$/.test(line))).toEqual([]);
      const [caf] = buildPacks(folder);
      expect(caf?.pack.terms.map(({ id }) => id)).toContain('sous-location');
      expect(caf?.pack.guides.find(({ id }) => id === 'voir-paiements')?.steps[0]?.why).toBe(
        'Le code dure 15 minutes.',
      );
      expect(caf?.pack.warnings[0]?.whenAny).toHaveLength(2);
    },
    SLOW,
  );

  it('asks for a practice page, with the step that has none', () => {
    expect(check()).toContainEqual(
      expect.stringContaining(
        'caf/guides/voir-paiements.yaml, « ouvrir » : aucune page d’exercice ne montre tableau-de-bord',
      ),
    );
  });

  it('promises one message for each classic mistake', () => {
    expect(promised).toHaveLength(MISTAKES.length);
  });

  it.each(MISTAKES.map((mistake, place) => [...mistake, promised[place] ?? 'nothing'] as const))(
    'says what it promises for %s',
    (_what, file, from, to, message) => {
      const before = read(file);
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      write(file, after);
      expect(check().map((line) => line.replace(/^\S*\/(?=caf\/|words\/)/, ''))).toContainEqual(
        expect.stringContaining(message),
      );
    },
    SLOW,
  );

  it.each(['new', 'check', 'preview'])('names a command that exists: npm run %s', (script) => {
    const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(README).toContain(`npm run ${script}`);
    expect(scripts[script]).toBeDefined();
  });
});
