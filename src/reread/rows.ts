import { answerOf, isTicked } from './answer';
import {
  boxOf,
  type ControlKind,
  controlKind,
  declaredBy,
  declaredOf,
  isShort,
  namesAround,
  togglesWith,
} from './controls';
import { FIELDS } from './fields';
import { type Declared, type ShownAnswer, shownText } from './mask';
import { groupName, groupsOf, introOf, questionOf, TITLES } from './question';
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
  const rows = fields.flatMap((field) => {
    if (taken.has(field)) return [];
    const together = fieldsTogether(field, fields);
    for (const one of together) taken.add(one);
    return [rowOf(field, together)];
  });
  const isByCard = (at: number): boolean => [rows[at - 1], rows[at + 1]].some((row) => row?.kind === 'secret');
  const isAnswer = (at: number): boolean => SECRET_QUESTION.test(rows[at - 1]?.question ?? '');
  return rows.map((row, at) =>
    isAnswer(at) || (EXPIRY.test(row.question) && isByCard(at)) ? { ...row, kind: 'secret' } : row,
  );
}

/** Beside the number or the code of a card, its date is part of it. */
const EXPIRY = /expir|validit[ée]/i;
/** What follows a secret question is its answer. */
const SECRET_QUESTION = /question (?:secr|de s[ée]cu)/i;

function fieldsOf(document: Document, owns: (node: Node) => boolean): Field[] {
  const fields: Field[] = [];
  let heading = '';
  for (const element of readingOrder(document, owns)) {
    if (element.matches(TITLES)) heading = element.textContent?.trim() ?? '';
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
  const boxes = boxesFrom(field, all);
  return boxes.length > 1 ? boxes : dateFrom(field, all);
}

function isSameRadioGroup({ element }: Field, other: Field): boolean {
  const [one, two] = [element, other.element];
  const [group, otherGroup] = [groupsOf(one)[0], groupsOf(two)[0]];
  const [name, otherName] = [one.getAttribute('name'), two.getAttribute('name')];
  const isGrouped = group !== undefined && group === otherGroup;
  // A round in a component of its own.
  if (one.getRootNode() !== two.getRootNode()) return isGrouped && name === otherName;
  const form = (at: Element): unknown => ('form' in at ? at.form : undefined);
  const toggles = togglesWith(one);
  if (toggles.length > 0) return toggles.includes(two);
  return name && otherName ? name === otherName && form(one) === form(two) : isGrouped;
}

/** Words of a box that is no question of its own: none, or only its rank. */
const RANK = /^\P{L}*(?:(?:groupe|bloc|partie|case|chiffre|caract[èe]re)s?(?:\P{L}|sur|et|[àa])*)?$/iu;

function isRank(element: Element): boolean {
  return ownWords(element).some((own) => RANK.test(own));
}

/** The words of a field, as they are and without the name of what it is part of. */
function ownWords(element: Element): string[] {
  const question = questionOf(element);
  const names = [...groupsOf(element).map(groupName), ...namesAround(element)];
  return ['', ...names].map((name) => question.replace(name, '').trim());
}

/** Boxes that follow one another, in which one number is typed piece by piece; the field alone when it begins none. */
function boxesFrom(field: Field, all: readonly Field[]): Field[] {
  const { element, kind } = field;
  if (kind !== 'text' && kind !== 'secret') return [field];
  const [group] = groupsOf(element);
  const box = boxOf(element);
  const isPrivate = kind === 'secret' || namesAround(element).some(declaredBy);
  const run: Field[] = [];
  for (const one of all.slice(all.indexOf(field))) {
    const at = one.element;
    if (one.kind !== kind || groupsOf(at)[0] !== group || boxOf(at) !== box) break;
    if (!isShort(at) && !(isPrivate && isRank(at))) break;
    run.push(one);
  }
  if (isPrivate && kind === 'text' && holdsOnly(box, elementsOf(run))) return run;
  const other = run.findIndex((one, at) => at > 0 && !isRank(one.element));
  return other < 0 ? run : run.slice(0, other);
}

/** Jour or JJ, Mois or MM, Année or AAAA, with nothing more that would make it a question of its own. */
const DATE_PART = /^([jma])(?:our|j|ois|m|nn[ée]e|aaa)(?: de naissance)?(?: ?[(/:,].*)?$/i;

/** The first letter of the part of a date that a field holds, by its autofill token or its words alone. */
function datePart({ element, kind }: Field): string | undefined {
  if ((kind !== 'text' && kind !== 'choice') || declaredOf(element)) return undefined;
  const token = /\bbday-([dmy])/.exec(element.getAttribute('autocomplete') ?? '');
  return (token ??
    ownWords(element)
      .map((own) => DATE_PART.exec(own))
      .find(Boolean))?.[1]?.toLowerCase();
}

/** Two or three parts of one date that follow one another in the same group, or alone in a part of the page; else the field. */
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
  const elements = elementsOf(run);
  const isOne = run.length > 1 && (group || holdsOnly(boxOf(field.element), elements));
  return isOne && wholeQuestion(elements, groupsOf(field.element)).question !== '' ? run : [field];
}

function elementsOf(fields: readonly Field[]): Element[] {
  return fields.map(({ element }) => element);
}

function rowOf(field: Field, together: readonly Field[]): Row {
  const elements = elementsOf(together);
  const groups = groupsOf(field.element);
  const isChoice = field.kind === 'radio' || (field.kind === 'checkbox' && together.length > 1);
  const isWhole = isChoice || together.length > 1;
  const own = questionOf(field.element);
  // « IBAN » on the first box, nothing on the next ones.
  const isNamed = isWhole && !isChoice && !isRank(field.element) && elements.slice(1).every(isRank);
  const named = isWhole ? wholeQuestion(elements, groups, isNamed ? own : '') : { question: own, rest: groups };
  const legends = named.rest.map(groupName).filter((name) => name !== '' && name !== named.question);
  const base = {
    section: [...new Set([field.heading, ...legends.reverse()])].filter((part) => part !== '').join(' – '),
    question: named.question,
    declared: field.kind === 'text' ? (declaredOf(field.element) ?? declaredBy(named.question)) : undefined,
    elements,
  };
  if (field.kind === 'secret') return { ...base, kind: 'secret', read: () => '' };
  if (isChoice) return { ...base, kind: 'text', read: () => ticked(elements, named.question) };
  if (field.kind === 'checkbox') return { ...base, kind: 'ticked', read: () => (isTicked(field.element) ? 'x' : '') };
  return {
    ...base,
    kind: 'text',
    read: () => (isWhole ? parts(elements, datePart(field) ? '/' : ' ') : answerOf(field.element)),
  };
}

/** The legend of the inmost group is the question; without one, the words before the first choice. */
function wholeQuestion(
  elements: readonly Element[],
  groups: readonly Element[],
  own = '',
): { question: string; rest: readonly Element[] } {
  const [inmost, ...rest] = groups;
  const [first, last] = [elements[0], elements.at(-1)];
  const legend = inmost && elements.every((one) => groupsOf(one)[0] === inmost) ? groupName(inmost) : '';
  if (legend !== '' && inmost && holdsOnly(inmost, elements)) return { question: legend, rest };
  const intro = own || (first && last ? introOf(first, last) : '');
  return intro !== '' ? { question: intro, rest: groups } : { question: legend, rest };
}

/** Whether a part of the page has no other field; those in a group of their own do not count. */
function holdsOnly(part: Element, elements: readonly Element[]): boolean {
  const [first] = elements;
  return [...part.querySelectorAll(FIELDS)].every(
    (one) =>
      elements.includes(one) || controlKind(one) === undefined || (first && groupsOf(one)[0] !== groupsOf(first)[0]),
  );
}

/** The words of what is ticked, in a table without those of its row; a choice that the page gives no words is not an empty answer. */
function ticked(elements: readonly Element[], question: string): string {
  return elements
    .filter(isTicked)
    .map((one) => questionOf(one).replace(`${question} – `, '') || 'X')
    .join(', ');
}

/** The pieces of one answer. Of a date, also those that are missing. */
function parts(elements: readonly Element[], between: '/' | ' '): string {
  const pieces = elements.map(answerOf);
  if (between === ' ' || pieces.every((piece) => piece === '')) return pieces.join(' ').trim();
  return pieces.map((piece) => piece || '…').join(between);
}
