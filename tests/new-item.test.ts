// @vitest-environment node
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPacks } from '../src/schema/load/build-packs';
import { OverlayError } from '../src/schema/load/problem';
import { writeNew } from './content/new/write-new';

const OVERLAYS = resolve(import.meta.dirname, '../overlays');
const TODAY = '2026-11-25';

describe('npm run new', { timeout: 30_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cote-a-cote-new-'));
    for (const name of [
      'caf/site.yaml',
      'caf/guides/se-deconnecter.yaml',
      'caf/hints/rib.yaml',
      'words/logement.yaml',
      'people.yaml',
      '2026.yaml',
    ])
      cpSync(join(OVERLAYS, name), join(folder, name), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the command; each line is what a person types after a question. */
  async function run(args: readonly string[], lines?: readonly string[]): Promise<{ code: number; said: string }> {
    const output = new PassThrough();
    const said = text(output);
    const input = Readable.from((lines ?? []).map((line) => `${line}\n`));
    const asks = lines ? [] : ['--sans-questions'];
    const code = await writeNew([...args, ...asks], { folder, today: TODAY, input, output });
    output.end();
    return { code, said: await said };
  }
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const everything = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => `${name}\n${read(name)}`);
  const problems = (): string[] => {
    try {
      buildPacks(folder);
      return [];
    } catch (error) {
      if (error instanceof OverlayError) return error.problems.map(({ field }) => field);
      throw error;
    }
  };

  const FULL: [kind: string, file: string, args: string[]][] = [
    [
      'term',
      'words/logement.yaml',
      [
        '--theme',
        'logement',
        '--mot',
        'Sous-location',
        '--formes',
        'sous-louer; sous-locataire',
        '--explication',
        'Un locataire loue: "à un autre".',
        '--source',
        'caf.fr',
      ],
    ],
    [
      'hint',
      'caf/hints/rib.yaml',
      [
        '--site',
        'caf',
        '--page',
        'rib',
        '--role',
        'textbox',
        '--libelle',
        'BIC',
        '--titre',
        'BIC',
        '--ecrire',
        'Recopiez-le.',
        '--source',
        'caf.fr',
      ],
    ],
    [
      'warning',
      'caf/warnings/supprimer-le-document.yaml',
      [
        '--site',
        'caf',
        '--page',
        'any',
        '--role',
        'bouton',
        '--libelle',
        'Supprimer',
        '--gravite',
        'caution',
        '--titre',
        'Supprimer le document',
        '--consequence',
        'Il disparaît.',
        '--retour',
        'non',
        '--comment',
        'Renvoyez-le.',
        '--prudent',
        'Je le garde',
        '--continuer',
        'Le supprimer',
        '--qui',
        'caf-3230',
        '--merite',
        'Sans ce papier, la demande s’arrête et l’aide avec elle.',
        '--source',
        'caf.fr',
      ],
    ],
    [
      'guide',
      'caf/guides/donner-mon-rib.yaml',
      [
        '--site',
        'caf',
        '--titre',
        'Donner mon RIB',
        '--demande',
        'Changer de banque',
        '--resume',
        'La CAF paie ici.',
        '--etape',
        'rib | Écrivez l’IBAN. | textbox | IBAN | non',
        '--etape',
        'rib|Cliquez.|bouton|Valider; Enregistrer|oui',
        '--ensuite',
        'Rien.',
        '--si-faux',
        'Appelez.',
        '--qui',
        'caf-3230',
        '--source',
        'caf.fr',
      ],
    ],
  ];

  it.each(FULL)('writes a whole %s that the loader takes', async (_kind, file, args) => {
    const { code, said } = await run([_kind, ...args]);
    expect(said).toContain('Rien ne manque.');
    expect(code).toBe(0);
    expect(read(file)).toContain('caf.fr');
    expect(problems()).toEqual([]);
  });

  it.each<[kind: string, args: string[], left: string[]]>([
    ['term', ['--theme', 'logement', '--mot', 'Sous-location'], ['plain', 'source']],
    [
      'hint',
      ['--site', 'caf', '--page', 'rib', '--titre', 'BIC'],
      ['target › role', 'target › name › 1', 'write', 'source'],
    ],
    [
      'warning',
      ['--site', 'caf', '--titre', 'Supprimer'],
      [
        'pages › 1',
        'targets › 1 › role',
        'targets › 1 › name › 1',
        'trigger',
        'severity',
        'consequence',
        'undo › possible',
        'undo › how',
        'safer › label',
        'goOn',
        'deserves',
        'source',
      ],
    ],
    [
      'guide',
      ['--site', 'caf', '--titre', 'Payer'],
      ['errands › 1', 'summary', 'steps › 1 › pages › 1', 'steps › 1 › do', 'end › next', 'end › ifWrong', 'source'],
    ],
  ])('says, and npm run check says, what is left to write in a bare %s, and nothing else', async (kind, args, left) => {
    const { code, said } = await run([kind, ...args]);
    expect(code).toBe(0);
    const fields = problems().map((field) => field.replace(/^(?:words|hints) › \d+ › /, ''));
    expect(fields).toEqual(left);
    for (const field of left) expect(said).toContain(`${field} » : il reste à écrire`);
  });

  it('adds to a file without changing what was there', async () => {
    const before = read('words/logement.yaml');
    await run(['term', '--theme', 'logement', '--mot', 'Sous-location']);
    expect(read('words/logement.yaml').startsWith(before.trimEnd())).toBe(true);
  });

  it('goes on while an earlier item is still to be written', async () => {
    await run(['term', '--theme', 'logement', '--mot', 'Sous-location']);
    expect((await run(['term', '--theme', 'logement', '--mot', 'Voisinage'])).code).toBe(0);
  });

  it('asks: numbers, « oui » and Entrée are answers; a wrong one is asked again', async () => {
    const lines = [
      '1',
      'Sous-location',
      '',
      'Un locataire loue.',
      '',
      '',
      '',
      'nulle-part',
      '',
      'caf.fr',
      'oui',
      '2',
      '',
    ];
    const { said } = await run(['mot'], lines);
    expect(said).toContain('« nulle-part » ne va pas');
    expect(said).toContain('Rien ne manque.');
    expect(read('words/logement.yaml')).toContain(`checkedOn: ${TODAY}\n    confidence: sourced`);
  });

  it('asks again for a name, and for an answer that does not fit, and keeps the others', async () => {
    const target = ['3', 'Montant', ''];
    const lines = [...target, '', 'IBAN', 'Montant du loyer', 'Le loyer.', '', '', '', 'bail', '', '', ''];
    const { code, said } = await run(['hint', '--site', 'caf', '--page', 'rib'], lines);
    expect(said).toContain('Il faut répondre');
    expect(said).toContain('« iban » existe déjà');
    expect(code).toBe(0);
    expect(read('caf/hints/rib.yaml')).toContain('montant-du-loyer');
  });

  it('asks for the steps of a guide until there are no more', async () => {
    const step = ['Écrivez l’IBAN.', 'rib', '3', 'IBAN', 'non'];
    const lines = [
      'Donner mon RIB',
      'Changer de banque',
      'La CAF paie ici.',
      '',
      '',
      ...step,
      'Relisez.',
      'rib',
      'rien',
      '',
      '1',
      '',
      '',
      'Rien.',
      'Appelez.',
      '',
      'caf.fr',
    ];
    expect((await run(['guide', '--site', 'caf'], lines)).said).toContain('Rien ne manque.');
    const { steps } = buildPacks(folder)[0]?.pack.guides[0] ?? {};
    expect(steps?.map(({ id, done }) => [id, done.on])).toEqual([
      ['iban', 'filled'],
      ['relisez', 'person'],
    ]);
  });

  it.each<[what: string, args: string[], said: RegExp]>([
    ['no kind', [], /Que voulez-vous ajouter \?/],
    ['an unknown kind', ['motif'], /« motif » n’est pas connu/],
    ['an unknown option', ['term', '--couleur', 'bleu'], /L’option --couleur n’existe pas ici\. Les options : --theme/],
    ['a sentence without quotation marks', ['term', '--mot', 'Sous', 'location'], /Je ne comprends pas « location »/],
    ['an option without a value', ['term', '--mot'], /Il manque quelque chose après --mot/],
    ['no theme', ['term', '--mot', 'Voisinage'], /Il manque --theme[\s\S]*logement/],
    ['a theme that is none', ['term', '--theme', 'habitat', '--mot', 'x'], /« habitat » ne va pas[\s\S]*logement/],
    ['no word', ['term', '--theme', 'logement'], /Il manque le mot/],
    [
      'a word that is explained',
      ['term', '--theme', 'logement', '--mot', 'colocation'],
      /est déjà expliqué : words\/logement\.yaml/,
    ],
    ['a site that is none', ['guide', '--site', 'impots', '--titre', 'x'], /« impots » ne va pas[\s\S]*caf/],
    [
      'a page that is none',
      ['hint', '--site', 'caf', '--page', 'ribb', '--titre', 'x'],
      /« ribb » ne va pas[\s\S]*rib :/,
    ],
    [
      'a field that has help',
      ['hint', '--site', 'caf', '--page', 'rib', '--titre', 'IBAN'],
      /« iban » existe déjà : .*rib\.yaml, ligne \d+/,
    ],
    [
      'a severity that is none',
      ['warning', '--site', 'caf', '--titre', 'x', '--gravite', 'rouge'],
      /« rouge » ne va pas pour --gravite[\s\S]*stop/,
    ],
    [
      'a person who is not known',
      ['warning', '--site', 'caf', '--titre', 'x', '--qui', 'maire'],
      /« maire » ne va pas pour --qui[\s\S]*caf-3230/,
    ],
    [
      'mark-up in a text',
      ['guide', '--site', 'caf', '--titre', 'x', '--resume', '<b>x</b>'],
      /« summary » : ne doit pas contenir de balise/,
    ],
    [
      'an address that is none',
      ['guide', '--site', 'caf', '--titre', 'x', '--debut', 'caf.fr'],
      /doit être une adresse qui commence par https/,
    ],
  ])('changes nothing and says why: %s', async (_what, args, said) => {
    const before = everything();
    const done = await run(args);
    expect(done.said).toMatch(said);
    expect(done.code).toBe(1);
    expect(everything()).toEqual(before);
  });

  it('never writes over a file', async () => {
    await run(['warning', '--site', 'caf', '--titre', 'Supprimer']);
    const before = everything();
    const { code, said } = await run(['warning', '--site', 'caf', '--titre', 'Supprimer']);
    expect([code, said]).toEqual([1, expect.stringContaining('caf/warnings/supprimer.yaml existe déjà')]);
    expect(everything()).toEqual(before);
  });
});
