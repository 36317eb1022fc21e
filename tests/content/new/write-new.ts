import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describeProblem } from '../../../src/schema/load/problem';
import { pagesOf, sitesOf } from '../../../src/schema/new/choices';
import { type Folder, readFolder } from '../../../src/schema/new/folder';
import { type NewFile, newItem, slotsOf, type Wish } from '../../../src/schema/new/new-item';
import { Refusal } from '../../../src/schema/new/refusal';
import type { Answers } from '../../../src/schema/new/slot';
import { type Asker, askAll, askPlace, createAsker, type Known } from './ask';
import { readArguments, type Said, stepAnswers, USAGE, withMeant } from './command-line';

export interface Where {
  /** The overlays folder. */
  folder: string;
  /** `2026-11-24`. */
  today: string;
  input: Readable;
  output: Writable;
}

/** Steps asked for one after the other; more are added in the file. */
const MOST_STEPS = 40;

/** Asks, writes the file, says what is left to write. @returns the exit code: 1 when nothing was written */
export async function writeNew(args: readonly string[], { folder: root, today, input, output }: Where): Promise<0 | 1> {
  const say = (words: string): void => void output.write(`${words}\n`);
  if (args[0] === '--help' || args[0] === '--aide') {
    say(USAGE);
    return 0;
  }
  let asker: Asker | undefined;
  try {
    const said = readArguments(args, today);
    const folder = readFolder(root);
    asker = said.asks ? createAsker(input, output) : undefined;
    const made = newItem(folder, await wishOf(said, folder, today, asker));
    const path = join(root, made.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, made.text, { flag: made.isNew ? 'wx' : 'w' });
    say(report(made, relative(process.cwd(), path)));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    return 1;
  } finally {
    asker?.close();
  }
}

async function wishOf(said: Said, folder: Folder, today: string, asker: Asker | undefined): Promise<Wish> {
  const { kind } = said;
  const { site, page, theme } = asker ? await placeOf(said, folder, asker) : said.place;
  const given = { ...said.answers, ...Object.assign({}, ...said.steps.map(stepAnswers)) };
  const stepCount = Math.max(1, said.steps.length);
  const slots = slotsOf(kind, today, stepCount);
  const meant = withMeant(folder, slots, given, site);
  const isStep = (path: string): boolean => path.startsWith('steps.');
  const before = slots.filter(({ path }) => !isStep(path) && !path.startsWith('end.'));
  const after = slots.filter(({ path }) => path.startsWith('end.'));
  if (!asker) return { kind, site, page, theme, today, stepCount, answers: meant };
  const known: Known = {
    folder,
    site,
    refusal: (answers) => refusalOf(folder, { kind, site, page, theme, today, stepCount: stepsIn(answers), answers }),
  };
  const isGuide = kind === 'guide';
  const [evidence, opening] = [before.filter(isEvidence), before.filter((slot) => !isEvidence(slot))];
  let answers = await askAll(asker, isGuide ? opening : before, meant, known);
  if (!isGuide) return { kind, site, page, theme, today, stepCount, answers };
  const steps = said.steps.length > 0 ? { answers, stepCount } : await askSteps(asker, answers, known, today);
  answers = await askAll(asker, [...after, ...evidence], steps.answers, known);
  return { kind, site, page, theme, today, stepCount: steps.stepCount, answers };
}

/** Once the item has a name, each answer is tried: what a person typed is not lost at the last question. */
function refusalOf(folder: Folder, wish: Wish): string | undefined {
  const { kind, answers } = wish;
  if (!(answers.id ?? answers[kind === 'term' ? 'term' : 'title'])) return undefined;
  try {
    newItem(folder, wish);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message.replace('Rien n’a été écrit. ', '');
    throw error;
  }
}

/** How many steps were begun; a guide has one at least. */
function stepsIn(answers: Answers): number {
  const begun = Object.entries(answers).flatMap(([path, values]) =>
    values ? (/^steps\.(\d+)/.exec(path)?.[1] ?? []) : [],
  );
  return Math.max(0, ...begun.map(Number)) + 1;
}

const isEvidence = ({ path }: { path: string }): boolean =>
  ['source', 'checkedOn', 'confidence', 'review'].includes(path);

async function placeOf({ place }: Said, folder: Folder, asker: Asker): Promise<Said['place']> {
  const found: Record<string, string | undefined> = { ...place };
  if ('theme' in place) {
    const themes = Object.fromEntries(folder.themes.map((name) => [name, `words/${name}.yaml`]));
    found.theme ??= await askPlace(asker, 'Dans quel thème ?', themes);
  }
  if ('site' in place) found.site ??= await askPlace(asker, 'Sur quel site ?', sitesOf(folder));
  if ('page' in place && folder.sites.has(found.site ?? ''))
    found.page ??= await askPlace(asker, 'Sur quelle page ?', pagesOf(folder, found.site, true));
  return found;
}

async function askSteps(
  asker: Asker,
  before: Answers,
  known: Known,
  today: string,
): Promise<{ answers: Answers; stepCount: number }> {
  let answers = before;
  for (let place = 0; place < MOST_STEPS; place += 1) {
    asker.say(`\n── Étape ${place + 1}${place > 0 ? ' (Entrée à « Que faut-il faire ? » : il n’y en a plus)' : ''}`);
    const slots = slotsOf('guide', today, place + 1).filter(({ path }) => path.startsWith(`steps.${place}.`));
    const [does, rest] = [
      slots.filter(({ path }) => path.endsWith('.do')),
      slots.filter(({ path }) => !path.endsWith('.do')),
    ];
    const said = await askAll(asker, does, answers, known);
    if (!said[`steps.${place}.do`]) return { answers, stepCount: Math.max(1, place) };
    answers = await askAll(asker, rest, said, known);
  }
  return { answers, stepCount: MOST_STEPS };
}

function report({ isNew, left }: NewFile, path: string): string {
  const done = isNew ? `Fichier écrit : ${path}` : `Ajouté à la fin de ${path}`;
  const what =
    left.length === 0
      ? ['Rien ne manque.']
      : [
          `Il reste ${left.length} texte${left.length > 1 ? 's' : ''} à écrire :`,
          ...left.map((one) => `  ${describeProblem(one)}`),
        ];
  return [
    '',
    done,
    ...what,
    'Les lignes qui commencent par # sont facultatives : ôtez le # et remplissez-les, ou effacez-les.',
    'Ensuite : npm run check',
  ].join('\n');
}
