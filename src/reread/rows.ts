import { answerOf, isTicked } from './answer';
import { type ControlKind, controlKind, declaredOf } from './controls';
import { type Declared, type ShownAnswer, shownText } from './mask';
import { groupName, groupsOf, introOf, questionOf } from './question';
import { readingOrder } from './walk';

/** One question of the page and its answer. */
export interface Row {
  /** The part of the form it stands in: the last heading and the legends around it. */
  section: string;
  /** In the page's own words; empty when the page gives none. */
  question: string;
  kind: 'text' | 'ticked' | 'secret';
  /** Reads the answer at this moment; nothing is kept. Never called for a `secret` row. */
  read: () => string;
  declared: Declared;
  elements: readonly Element[];
}

/** @returns the answer as it may be shown: private numbers with only their ends, cards and codes not at all. */
export function shownAnswer(row: Row, isRevealed: boolean): ShownAnswer {
  if (row.kind === 'secret') return { text: '', hidden: 'secret' };
  return shownText(row.read(), row.declared, isRevealed);
}

interface Field {
  element: Element;
  kind: ControlKind;
  heading: string;
}

/** @returns every question of the page with its answer, in reading order; choices of one question and split dates as one row. */
export function rowsOf(document: Document, owns: (node: Node) => boolean): Row[] {
  const fields = fieldsOf(document, owns);
  const taken = new Set<Field>();
  return fields.flatMap((field) => {
    if (taken.has(field)) return [];
    const together = fieldsTogether(field, fields);
    for (const one of together) taken.add(one);
    return [rowOf(field, together)];
  });
}

function fieldsOf(document: Document, owns: (node: Node) => boolean): Field[] {
  const fields: Field[] = [];
  let heading = '';
  for (const element of readingOrder(document, owns)) {
    if (element.matches('h1, h2, h3, h4, h5, h6, [role=heading]')) heading = element.textContent?.trim() ?? '';
    const kind = controlKind(element);
    if (kind) fields.push({ element, kind, heading });
  }
  return fields;
}

/** The fields that answer one question: radios of a name, boxes of a group, day, month and year. */
function fieldsTogether(field: Field, all: readonly Field[]): Field[] {
  if (field.kind === 'radio') return all.filter((other) => other.kind === 'radio' && isSameRadioGroup(field, other));
  const group = groupsOf(field.element)[0];
  const inGroup = group ? all.filter(({ element }) => groupsOf(element)[0] === group) : [field];
  if (inGroup.length > 1 && inGroup.every(({ kind }) => kind === 'checkbox')) return inGroup;
  return dateFrom(field, all);
}

function isSameRadioGroup({ element }: Field, other: Field): boolean {
  const [one, two] = [element, other.element];
  if (one.getRootNode() !== two.getRootNode()) return false;
  const [name, otherName] = [one.getAttribute('name'), two.getAttribute('name')];
  const form = (at: Element): unknown => ('form' in at ? at.form : undefined);
  if (name && otherName) return name === otherName && form(one) === form(two);
  return groupsOf(one)[0] !== undefined && groupsOf(one)[0] === groupsOf(two)[0];
}

/** The parts of a date, by their own words or the autofill token of the field. */
const DATE_PARTS: readonly [words: RegExp, token: string][] = [
  [/^(?:jour|jj)\b/i, 'bday-day'],
  [/^(?:mois|mm)\b/i, 'bday-month'],
  [/^(?:ann[ée]e|aaaa)(?![\p{L}])/iu, 'bday-year'],
];

function datePart({ element, kind }: Field): string | undefined {
  if (kind !== 'text' && kind !== 'choice') return undefined;
  const question = questionOf(element);
  const tokens = element.getAttribute('autocomplete')?.split(/\s+/) ?? [];
  return DATE_PARTS.find(([words, token]) => words.test(question) || tokens.includes(token))?.[1];
}

/** Two or three parts of one date that follow one another in the same group; the field alone when it begins none. */
function dateFrom(field: Field, all: readonly Field[]): Field[] {
  const group = groupsOf(field.element)[0];
  const parts = new Set<string>();
  const run: Field[] = [];
  for (const one of all.slice(all.indexOf(field))) {
    const part = datePart(one);
    if (!part || parts.has(part) || groupsOf(one.element)[0] !== group) break;
    parts.add(part);
    run.push(one);
  }
  return run.length > 1 ? run : [field];
}

function rowOf(field: Field, together: readonly Field[]): Row {
  const elements = together.map(({ element }) => element);
  const groups = groupsOf(field.element);
  const isChoice = field.kind === 'radio' || (field.kind === 'checkbox' && together.length > 1);
  const isWhole = isChoice || together.length > 1;
  const named = isWhole ? wholeQuestion(elements, groups) : { question: questionOf(field.element), rest: groups };
  const legends = named.rest.map(groupName).filter((name) => name !== '' && name !== named.question);
  const base = {
    section: [...new Set([field.heading, ...legends.reverse()])].filter((part) => part !== '').join(' – '),
    question: named.question,
    declared: isWhole ? undefined : declaredOf(field.element),
    elements,
  };
  if (field.kind === 'secret') return { ...base, kind: 'secret', read: () => '' };
  if (isChoice) return { ...base, kind: 'text', read: () => ticked(elements) };
  if (field.kind === 'checkbox') return { ...base, kind: 'ticked', read: () => (isTicked(field.element) ? 'x' : '') };
  return { ...base, kind: 'text', read: () => (isWhole ? dateParts(elements) : answerOf(field.element)) };
}

/** The legend of the inmost group is the question; without one, the words before the first choice. */
function wholeQuestion(
  elements: readonly Element[],
  groups: readonly Element[],
): { question: string; rest: readonly Element[] } {
  const [inmost, ...rest] = groups;
  const [first, last] = [elements[0], elements.at(-1)];
  const legend = inmost && elements.every((one) => groupsOf(one)[0] === inmost) ? groupName(inmost) : '';
  if (legend !== '' && inmost && holdsOnly(inmost, elements)) return { question: legend, rest };
  const intro = first && last ? introOf(first, last) : '';
  return intro !== '' ? { question: intro, rest: groups } : { question: legend, rest };
}

function holdsOnly(group: Element, elements: readonly Element[]): boolean {
  return [...group.querySelectorAll('input:not([type=hidden]), select, textarea')].every((one) => {
    return elements.includes(one) || controlKind(one) === undefined || groupsOf(one)[0] !== group;
  });
}

function ticked(elements: readonly Element[]): string {
  return elements.filter(isTicked).map(questionOf).join(', ');
}

function dateParts(elements: readonly Element[]): string {
  const parts = elements.map(answerOf);
  return parts.every((part) => part === '') ? '' : parts.map((part) => part || '…').join('/');
}
