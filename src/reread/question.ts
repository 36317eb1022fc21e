import { computeAccessibleName } from 'dom-accessibility-api';

/** Parts of a label that help to fill the field and are not the question. */
const ASIDES = '[class*=hint], [class*=help], [class*=error], [class*=message], small, select, input, textarea, button';
const GROUP = 'fieldset, [role=group], [role=radiogroup]';
/** Characters; longer text before a field is a paragraph, not its question. */
const LONGEST = 160;

/** @returns the question of one field in the page's own words; empty when the page gives it none. */
export function questionOf(element: Element): string {
  return (
    labelWords(element) ||
    tidy(element.getAttribute('aria-label') ?? '') ||
    tidy(computeAccessibleName(element)) ||
    cellWords(element) ||
    wordsBefore(element)
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

/** @returns the words that introduce a row of choices that has no legend: what stands before the first of them. */
export function introOf(first: Element, last: Element): string {
  let shared = first.parentElement;
  while (shared && !shared.contains(last)) shared = shared.parentElement;
  if (!shared) return '';
  const range = first.ownerDocument.createRange();
  range.setStart(shared, 0);
  range.setEndBefore(first.closest('label') ?? first);
  const inner = tidy(words(range.cloneContents()));
  if (inner !== '') return inner.length <= LONGEST ? inner : '';
  return wordsBefore(shared);
}

/** The words of a node, without the asides. */
function words(node: Element | DocumentFragment): string {
  const copy = node.cloneNode(true) as Element | DocumentFragment;
  for (const aside of copy.querySelectorAll(ASIDES)) aside.remove();
  return tidy(copy.textContent ?? '') || tidy(node.textContent ?? '');
}

/** The visible label: `<label>`, else what `aria-labelledby` names. */
function labelWords(element: Element): string {
  const labelledBy = referenced(element, 'aria-labelledby');
  const labels = labelledBy.length > 0 ? labelledBy : labelsOf(element);
  return tidy(labels.map(words).join(' '));
}

function labelsOf(element: Element): Element[] {
  if (!('labels' in element) || !element.labels) return [];
  return [...(element.labels as NodeListOf<HTMLLabelElement>)];
}

function referenced(element: Element, attribute: string): Element[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  return ids.flatMap((id) => (id === '' ? [] : (root.getElementById(id) ?? [])));
}

/** In a table: the head of the row and the head of the column; else the cell before. */
function cellWords(element: Element): string {
  const cell = element.closest<HTMLTableCellElement>('td');
  const row = cell?.closest('tr');
  const table = row?.closest('table');
  if (!cell || !row || !table) return '';
  const before = row.cells[cell.cellIndex - 1];
  const rowHead =
    row.querySelector('th') ?? (before && !before.querySelector('input, select, textarea') ? before : undefined);
  const headRow = table.tHead?.rows[0] ?? table.rows[0];
  const columnHead = headRow && headRow !== row ? headRow.querySelectorAll('th')[cell.cellIndex] : undefined;
  return [rowHead, columnHead]
    .map((head) => (head ? words(head) : ''))
    .filter((text) => text !== '')
    .join(' – ');
}

/** The words just before an element, in the same parent. */
function wordsBefore(element: Element): string {
  for (let at = element.previousSibling; at; at = at.previousSibling) {
    if ('querySelector' in at && (at as Element).querySelector('input, select, textarea, button')) return '';
    const text = tidy(at.textContent ?? '');
    if (text !== '') return text.length <= LONGEST ? text : '';
  }
  return '';
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
