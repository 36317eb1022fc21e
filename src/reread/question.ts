import { computeAccessibleName } from 'dom-accessibility-api';
import { labelsOf } from '../page/seen';
import { CUSTOM, FIELDS, PICKER } from './fields';

/** Boxes and rounds of the browser itself. */
const NATIVE_TICKS = 'input[type=checkbox], input[type=radio]';
/** A field and so many boxes around it less one: further out, words may be about something else. */
const BOXES = 4;

/** Parts of a label that help to fill the field and are not the question. */
const ASIDES =
  '[class*=hint], [class*=help], [class*=error], [class*=message], small, legend, select, input, textarea, button';
const GROUP = 'fieldset, [role=group], [role=radiogroup]';
/** Of parts of a page, and of forms in it. */
export const TITLES = 'h1, h2, h3, h4, h5, h6, [role=heading]';
/** Characters; longer text before a field is a paragraph, not its question. */
const LONGEST = 160;

/** @returns the question of one field in the page's own words; empty when the page gives it none. */
export function questionOf(element: Element): string {
  const given = givenWords(element);
  if (element.matches(PICKER)) {
    // The words on such a button are its value, alone or after the question.
    const [question = '', value] = (given || tidy(element.textContent ?? '')).split(/\s*:\s/);
    return given || value ? question : cellWords(element) || wordsBefore(element);
  }
  const wrapper = element.parentElement?.closest(CUSTOM);
  return (
    given ||
    (wrapper ? givenWords(wrapper) : '') ||
    tidy(computeAccessibleName(element)) ||
    (element.matches(NATIVE_TICKS) ? wordsAfter(element) : '') ||
    cellWords(element) ||
    wordsAbove(element) ||
    tidy(element.getAttribute('placeholder') ?? '')
  );
}

/** @returns the groups that hold a field, inmost first. */
export function groupsOf(element: Element): Element[] {
  const groups: Element[] = [];
  for (let at = closestAbove(element); at; at = closestAbove(at)) groups.push(at);
  return groups;
}

/** @returns the name of a group: its legend without the asides, or what labels it. */
export function groupName(group: Element): string {
  const legend = group.querySelector(':scope > legend, :scope > * > legend');
  if (legend) return words(legend);
  const labelledBy = referenced(group, 'aria-labelledby')[0];
  return labelledBy ? words(labelledBy) : tidy(group.getAttribute('aria-label') ?? '');
}

/** @returns the words that introduce fields that have no legend: what stands between the field before and the first of them. */
export function introOf(first: Element, last: Element): string {
  let shared = first.parentElement;
  while (shared && !shared.contains(last)) shared = shared.parentElement;
  if (!shared) return '';
  const [label = first] = labelsOf(first);
  const start = isBefore(label, first) ? label : first;
  const before = [...shared.querySelectorAll(`${FIELDS}, label`)].findLast(
    (one) => isBefore(one, start) && !one.contains(start),
  );
  const range = first.ownerDocument.createRange();
  if (before) range.setStartAfter(before.closest('label') ?? before);
  else range.setStart(shared, 0);
  range.setEndBefore(start);
  const inner = words(range.cloneContents());
  if (inner !== '' || before) return inner.length <= LONGEST ? inner : '';
  return wordsBefore(shared);
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}

/** The words of a node, without the asides. */
function words(node: Element | DocumentFragment): string {
  const copy = node.cloneNode(true) as Element | DocumentFragment;
  for (const aside of copy.querySelectorAll(ASIDES)) aside.remove();
  return tidy(copy.textContent ?? '') || tidy(node.textContent ?? '');
}

/** The visible label: what `aria-labelledby` names, else `<label>`; else the one for screen readers. */
function givenWords(element: Element): string {
  // What is inside is its value.
  const labelledBy = referenced(element, 'aria-labelledby').filter((one) => !element.contains(one));
  const labels = labelledBy.length > 0 ? labelledBy : labelsOf(element);
  return tidy([...new Set(labels.map(words))].join(' ')) || tidy(element.getAttribute('aria-label') ?? '');
}

function referenced(element: Element, attribute: string): Element[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  return ids.flatMap((id) => (id === '' ? [] : (root.getElementById(id) ?? [])));
}

const HEADS = 'th, [role=rowheader], [role=columnheader]';
const CELLS = `td, [role=cell], [role=gridcell], ${HEADS}`;
const ROWS = 'tr, [role=row]';

/** In a table: the head of the row and the head of the column; else the cell before. */
function cellWords(element: Element): string {
  const cell = element.closest(CELLS);
  const row = cell?.closest(ROWS);
  const headRow = row?.closest('table, [role=table], [role=grid], [role=treegrid]')?.querySelector(ROWS);
  if (!cell || !row || !headRow) return '';
  const cells = [...row.querySelectorAll(CELLS)];
  const at = cells.indexOf(cell);
  const before = cells[at - 1];
  const rowHead = row.querySelector(HEADS) ?? (before?.querySelector(FIELDS) ? undefined : before);
  const heads = [...headRow.querySelectorAll(CELLS)];
  const columnHead = headRow === row ? undefined : heads[at];
  const isHead = heads.length === cells.length && !headRow.querySelector(FIELDS);
  return [rowHead, isHead || columnHead?.matches(HEADS) ? columnHead : undefined]
    .map((head) => (head ? words(head) : ''))
    .filter((text) => text !== '')
    .join(' – ');
}

/** A field and the boxes around it that hold nothing else to fill, not too far out: there its words and its choices stand. */
export function ownBoxes(element: Element): Element[] {
  const boxes = [element];
  let at = element.parentElement;
  while (at && boxes.length < BOXES && !at.matches(`form, body, ${GROUP}`) && at.querySelectorAll(FIELDS).length < 2) {
    boxes.push(at);
    at = at.parentElement;
  }
  return boxes;
}

/** The words before a field, or before a box of its own; a title before a box is that of a part of the form. */
function wordsAbove(element: Element): string {
  for (const box of ownBoxes(element)) {
    if (box !== element && box.previousElementSibling?.matches(TITLES)) break;
    const text = (box.matches('dd') && words(box.previousElementSibling ?? box)) || wordsBefore(box);
    if (text !== '') return text;
  }
  return '';
}

/** The words that follow a box or a round without a label, where those of its line stand behind them and not before. */
function wordsAfter(element: Element): string {
  const ticks = element.parentElement?.querySelectorAll(`:scope > :is(${NATIVE_TICKS})`);
  const last = ticks?.[ticks.length - 1];
  return last && following(last) !== '' ? following(element) : '';
}

function following(element: Element): string {
  let text = '';
  for (let at = element.nextSibling; at; at = at.nextSibling) {
    if (at.nodeName === 'BR' || ('matches' in at && isOfField(at as Element))) break;
    text += at.textContent ?? '';
  }
  return tidy(text);
}

/** The words just before an element, in the same parent; those before another field, or of its label, are not for this one. */
function wordsBefore(element: Element): string {
  for (let at = element.previousSibling; at; at = at.previousSibling) {
    if ('matches' in at && isOfField(at as Element)) return '';
    const text = tidy(at.textContent ?? '');
    if (/\p{L}/u.test(text)) return text.length <= LONGEST ? text : '';
  }
  return '';
}

function isOfField(element: Element): boolean {
  const fields = `${FIELDS}, button`;
  const isLabel = 'control' in element && element.control !== null;
  return isLabel || element.matches(fields) || element.querySelector(fields) !== null;
}

function closestAbove(element: Element): Element | null {
  const above = element.parentElement?.closest(GROUP);
  if (above) return above;
  const root = element.getRootNode();
  return 'host' in root ? ((root as ShadowRoot).host.closest(GROUP) ?? null) : null;
}

/** One line, without the star and the colon that forms put after a question. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[*:]+$/, '')
    .trim();
}
