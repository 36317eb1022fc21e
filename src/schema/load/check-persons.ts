import type { ExerciseCheck, Person, PersonExercise } from '../person';
import type { Block } from '../practice';
import { flatBlocks } from '../practice-blocks';
import type { SiteFiles } from './load-overlays';
import type { Problem } from './problem';
import type { Read } from './read-yaml';

interface Known {
  guides: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  /** Field names, with the answers that can be chosen where there is a choice. */
  fields: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  files: ReadonlySet<string>;
  /** Names of buttons and links. */
  controls: ReadonlySet<string>;
  texts: ReadonlySet<string>;
}

/** What the file of a made-up person cannot show alone: guides, pages, fields and answers that do not exist. */
export function checkPersons(files: SiteFiles): Problem[] {
  const known = knownOf(files);
  return files.persons.flatMap((file) =>
    file.value.exercises.flatMap((exercise, index) => checkExercise(file, exercise, ['exercises', index], known)),
  );
}

function checkExercise(file: Read<Person>, exercise: PersonExercise, at: PropertyKey[], known: Known): Problem[] {
  const { guide, start, given = {}, instead = {}, checks } = exercise;
  const unless = (isKnown: boolean, key: string[], message: string): Problem[] =>
    isKnown ? [] : [file.problemAt([...at, ...key], message)];
  return [
    ...unless(known.guides.has(guide), ['guide'], `aucun guide ne s’appelle « ${guide} »`),
    ...(start ? unless(known.pages.has(start), ['start'], noPage(start)) : []),
    ...Object.keys(given).flatMap((field) => unless(known.fields.has(field), ['given', field], noField(field))),
    ...Object.keys(instead).flatMap((text) =>
      unless(known.texts.has(text), ['instead', text], `aucune page d’exercice ne dit « ${text} »`),
    ),
    ...checks.flatMap((check, place) => checkOne(file, check, [...at, 'checks', place], known)),
  ];
}

function checkOne(file: Read<Person>, check: ExerciseCheck, at: PropertyKey[], known: Known): Problem[] {
  switch (check.on) {
    case 'sent':
      return [];
    case 'press':
    case 'avoid':
      return known.controls.has(check.name)
        ? []
        : [file.problemAt([...at, 'name'], `aucun bouton ni lien ne s’appelle « ${check.name} »`)];
    case 'visit':
    case 'reach':
      return known.pages.has(check.page) ? [] : [file.problemAt([...at, 'page'], noPage(check.page))];
    case 'download':
      return known.files.has(check.file)
        ? []
        : [file.problemAt([...at, 'file'], `aucune page d’exercice ne donne le fichier « ${check.file} »`)];
    case 'answer':
      return checkAnswer(file, check, at, known);
  }
}

function checkAnswer(
  file: Read<Person>,
  check: Extract<ExerciseCheck, { on: 'answer' }>,
  at: PropertyKey[],
  known: Known,
): Problem[] {
  if (!known.fields.has(check.field)) return [file.problemAt([...at, 'field'], noField(check.field))];
  const choices = known.fields.get(check.field);
  const given = [...check.right, ...(check.mistakes ?? []).flatMap(({ answers }) => answers)];
  const problems = given
    .filter((answer) => answer !== '' && choices !== undefined && !choices.has(answer))
    .map((answer) => file.problemAt(at, `« ${answer} » n’est pas une réponse possible à « ${check.field} »`));
  if (check.paper && !file.value.papers.some(({ id }) => id === check.paper))
    problems.push(file.problemAt([...at, 'paper'], `aucun papier ne s’appelle « ${check.paper} »`));
  return problems;
}

const noPage = (page: string): string => `« ${page} » n’est pas une page d’exercice`;
const noField = (field: string): string => `aucune page d’exercice n’a de champ « ${field} »`;

function knownOf(files: SiteFiles): Known {
  const blocks = files.practice.flatMap(({ value }) => [...flatBlocks(value.blocks)]);
  return {
    guides: new Set(files.guides.map(({ value }) => value.id)),
    pages: new Set(files.practice.map(({ value }) => value.id)),
    fields: fieldsOf(blocks),
    controls: new Set(
      blocks.flatMap((block) => (block.block === 'button' || block.block === 'link' ? [block.name] : [])),
    ),
    texts: new Set(textsIn(files.practice.map(({ value }) => value.blocks))),
    files: new Set(blocks.flatMap((block) => (block.block === 'button' && block.downloads ? [block.downloads] : []))),
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** A field that several pages have may be chosen from any of their lists. */
function fieldsOf(blocks: readonly Block[]): Map<string, Set<string> | undefined> {
  const fields = new Map<string, Set<string> | undefined>();
  for (const block of blocks) {
    if (!('field' in block)) continue;
    const choices = choicesOf(block);
    const before = fields.get(block.field);
    fields.set(block.field, choices && new Set([...(before ?? []), ...choices]));
  }
  return fields;
}

function choicesOf(block: Block): string[] | undefined {
  if (block.block === 'radios' || block.block === 'select') return block.options.map(({ value }) => value);
  return block.block === 'checkbox' ? ['oui'] : undefined;
}
