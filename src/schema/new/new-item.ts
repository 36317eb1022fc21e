import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { type Field, fieldsOf } from '../fields';
import { guide } from '../guide';
import { hint, hints } from '../hint';
import { describeProblem, type Problem } from '../load/problem';
import { parseYaml } from '../load/read-yaml';
import { term, words } from '../term';
import { warning } from '../warning';
import { checkChoice, checkPlace } from './choices';
import { withDerived } from './derived';
import { type Folder, yamlNames } from './folder';
import { guideSlots, hintSlots, type Kind, termSlots, warningSlots } from './kinds';
import { Refusal } from './refusal';
import { answered, asItem, skeleton, written } from './skeleton';
import { type Answers, type Slot, TO_WRITE } from './slot';

/** What is to be written; `answers` are by {@link Slot.path}. */
export interface Wish {
  kind: Kind;
  answers: Answers;
  /** The site; a word needs none. */
  site?: string | undefined;
  /** The page of a hint. */
  page?: string | undefined;
  /** The file of `words/`. */
  theme?: string | undefined;
  stepCount?: number;
  /** `2026-11-24`. */
  today: string;
}

/** A file as it will be; nothing is on the disk yet. */
export interface NewFile {
  /** From the overlays folder. */
  file: string;
  text: string;
  /** False: the item is added at the end of a file that exists. */
  isNew: boolean;
  id: string;
  /** What the person must still write. */
  left: readonly Problem[];
}

const ITEM = { term, hint, warning, guide } as const;
const FILE = { term: words, hint: hints, warning, guide } as const;

/** @returns the slots of a kind, in the order of the file. */
export function slotsOf(kind: Kind, today: string, stepCount = 1): Slot[] {
  if (kind === 'term') return termSlots(today);
  if (kind === 'hint') return hintSlots(today);
  return kind === 'warning' ? warningSlots(today) : guideSlots(today, stepCount);
}

/** @returns the lines of a new item: answers, « À ÉCRIRE » where one is missing, comments for what is optional. */
export function itemLines(kind: Kind, slots: readonly Slot[], answers: Answers): string[] {
  const fields = fieldsOf(ITEM[kind] as z.ZodType);
  return skeleton(slots, (slot) => {
    const values = answered(slot, answers);
    if (values) return { text: written(slot, values), isComment: false };
    const purpose = purposeOf(slot, fields);
    return {
      text: written(slot, [slot.isOptional ? purpose : `${TO_WRITE} : ${purpose}`]),
      isComment: slot.isOptional === true,
    };
  });
}

/** @returns what the schema says that a slot is for. */
export function purposeOf({ path }: Slot, fields: readonly Field[]): string {
  const inLists = path.replace(/(?<=\.)\d+(?=\.|$)/g, '*');
  return fields.find((field) => field.path === inLists)?.description ?? path.split('.').at(-1) ?? '';
}

/**
 * Makes the new item and checks it, in memory.
 * @throws Refusal when something exists already or an answer does not fit; a missing answer does not refuse.
 */
export function newItem(folder: Folder, wish: Wish): NewFile {
  const { kind, today, stepCount } = wish;
  const slots = slotsOf(kind, today, stepCount);
  checkPlace(folder, wish);
  for (const slot of slots) checkChoice(folder, slot, wish);
  const answers = withDerived(kind, wish, folder);
  const [id = ''] = answers.id ?? [];
  if (!id)
    throw new Refusal(
      `Il manque ${kind === 'term' ? 'le mot : --mot "…"' : 'le titre : --titre "…"'}. Rien n’a été écrit.`,
    );
  const lines = itemLines(kind, slots, answers);
  const { file, text, isNew } = placed(folder, wish, id, lines);
  const { problems, count } = checked(file, text, FILE[kind] as z.ZodType);
  const wrong = problems.filter((one) => !one.message.startsWith('il reste à écrire'));
  if (wrong.length > 0) throw new Refusal(`Rien n’a été écrit. À corriger :\n${wrong.map(describeProblem).join('\n')}`);
  const before = text.split('\n').length - lines.length - 1;
  return { file, text, isNew, id, left: problems.filter(({ line }) => isNew || line >= before || count === 0) };
}

function checked(file: string, text: string, schema: z.ZodType): { problems: readonly Problem[]; count: number } {
  const read = parseYaml(file, text, schema);
  return 'problems' in read ? { problems: read.problems, count: 1 } : { problems: [], count: 0 };
}

function placed(
  folder: Folder,
  { kind, site, page, theme }: Wish,
  id: string,
  lines: readonly string[],
): Omit<NewFile, 'id' | 'left'> {
  if (kind === 'term') {
    const file = `words/${theme}.yaml`;
    return { file, isNew: false, text: appended(join(folder.root, file), id, lines) };
  }
  if (kind === 'hint') return hintFile(folder, site ?? '', page ?? '', id, lines);
  const file = `${site}/${kind}s/${id}.yaml`;
  if (existsSync(join(folder.root, file)))
    throw new Refusal(`Le fichier ${file} existe déjà. Rien n’a été changé. Donnez un autre titre, ou --nom.`);
  return { file, isNew: true, text: `${lines.join('\n')}\n` };
}

function hintFile(
  folder: Folder,
  site: string,
  page: string,
  id: string,
  lines: readonly string[],
): Omit<NewFile, 'id' | 'left'> {
  const inSite = join(folder.root, site, 'hints');
  const names = yamlNames(inSite);
  const isForPage = (name: string): boolean => pagesOf(join(inSite, `${name}.yaml`)).join() === page;
  const known = names.find(isForPage);
  if (known) {
    const file = `${site}/hints/${known}.yaml`;
    return { file, isNew: false, text: appended(join(folder.root, file), id, lines) };
  }
  const name = [page, ...Array.from({ length: 9 }, (_, place) => `${page}-${place + 2}`)].find(
    (one) => !names.includes(one),
  );
  const text = [`pages: [${page}]`, 'hints:', ...asItem(lines).map((line) => `  ${line}`), ''].join('\n');
  return { file: `${site}/hints/${name}.yaml`, isNew: true, text };
}

function pagesOf(path: string): string[] {
  const list = /^pages: *\[([^\]]*)\]/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return list.split(',').map((one) => one.trim());
}

/** @returns the file with the item at its end, indented as the others are. @throws Refusal when its id is there already. */
function appended(path: string, id: string, lines: readonly string[]): string {
  const before = readFileSync(path, 'utf8').trimEnd();
  const taken = new RegExp(`^ *- id: ["']?${id}["']?\\s*$`, 'm').exec(before);
  if (taken) {
    const line = before.slice(0, taken.index).split('\n').length;
    throw new Refusal(
      `« ${id} » existe déjà : ${path}, ligne ${line}. Rien n’a été changé. Corrigez-le là, ou donnez --nom.`,
    );
  }
  const indent = /^( *)- id:/m.exec(before)?.[1] ?? '  ';
  return `${before}\n\n${asItem(lines)
    .map((line) => `${indent}${line}`)
    .join('\n')}\n`;
}
