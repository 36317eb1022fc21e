import { answerOf, isTicked } from './answer';
import { type ControlKind, controlKind } from './controls';
import { masked, type Sensitive, sensitiveShape } from './mask';
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
  elements: readonly Element[];
}

/** What may be shown of an answer. */
export interface ShownAnswer {
  text: string;
  /** Masked but for its ends; `secret` is not shown at all. */
  hidden: Sensitive | undefined;
}

/** @returns the answer as it may be shown: private numbers with only their ends, cards and codes not at all. */
export function shownAnswer(row: Row, isRevealed: boolean): ShownAnswer {
  if (row.kind === 'secret') return { text: '', hidden: 'secret' };
  const text = row.read();
  const hidden = sensitiveShape(text);
  if (hidden === undefined || (isRevealed && hidden !== 'secret')) return { text, hidden: undefined };
  return { text: masked(text, hidden), hidden };
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
  if (!group) return [field];
  const inGroup = all.filter(({ element }) => groupsOf(element)[0] === group);
  const isOneQuestion =
    (inGroup.length > 1 && inGroup.every(({ kind }) => kind === 'checkbox')) || isSplitDate(inGroup);
  return isOneQuestion ? inGroup : [field];
}

function isSameRadioGroup({ element }: Field, other: Field): boolean {
  const [one, two] = [element, other.element];
  if (one.getRootNode() !== two.getRootNode()) return false;
  const [name, otherName] = [one.getAttribute('name'), two.getAttribute('name')];
  const form = (at: Element): unknown => ('form' in at ? at.form : undefined);
  if (name && otherName) return name === otherName && form(one) === form(two);
  return groupsOf(one)[0] !== undefined && groupsOf(one)[0] === groupsOf(two)[0];
}

const DATE_PART = /^(?:jour|mois|ann[ée]e|jj|mm|aaaa)\b/i;

function isSplitDate(fields: readonly Field[]): boolean {
  return (
    (fields.length === 2 || fields.length === 3) &&
    fields.every(({ kind }) => kind === 'text' || kind === 'choice') &&
    fields.every(
      ({ element }) =>
        DATE_PART.test(questionOf(element)) || /\bbday-/.test(element.getAttribute('autocomplete') ?? ''),
    )
  );
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
