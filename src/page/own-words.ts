import { allIn, firstIn, matching, parentElementOf } from './clobbering';
import { isElement } from './roots';

/** Characters of a name that are read; nobody says more of a thing. */
const LONGEST_NAME = 400;
/** Children of an element that is read in one go. */
const FEW = 8;
const FIELD = 'input, select, textarea';
/** Fields that no attribute names and that carry no words themselves. */
const UNNAMED =
  ':is(input:not([type=submit], [type=button], [type=reset], [type=image]), select, textarea):not([aria-label], [aria-labelledby])';

/** @returns the labels of a field; none of anything else. */
export type LabelsOf = (element: Element) => readonly HTMLLabelElement[];

/** @returns a quick reading of a name: label, text or alternative, without what accname says of hidden parts. */
export function quickName(element: Element, labelsOf: LabelsOf): string {
  const aria = element.getAttribute('aria-label');
  if (aria) return aria;
  const labelledBy = referencedText(element, 'aria-labelledby');
  if (labelledBy) return labelledBy;
  if (element.matches(FIELD)) return fieldName(element as HTMLInputElement, labelsOf);
  const own = textUpTo(element, LONGEST_NAME);
  const text = own.trim() ? own : slotted(element);
  if (/[\p{L}\d]/u.test(text)) return text;
  return (
    element.querySelector('img[alt]')?.getAttribute('alt') ||
    element.querySelector('svg title')?.textContent ||
    element.querySelector('[aria-label]')?.getAttribute('aria-label') ||
    element.getAttribute('title') ||
    referencedText(element, 'aria-describedby') ||
    element.getAttribute('alt') ||
    text
  );
}

/**
 * @returns the text that stands directly in a control or in its label, without the smaller texts inside; of a field that
 * nothing names, what stands beside it.
 */
export function ownWords(element: Element, labelsOf: LabelsOf): string {
  // A list that is closed is named by its label and by what is chosen in it.
  if (element.matches('[role=combobox], [aria-haspopup=listbox]')) {
    const label = referencedText(element, 'aria-labelledby', 1);
    if (label) return label;
  }
  const labels = labelsOf(element);
  if (labels.length === 0 && element.matches(UNNAMED))
    return (
      besideText(element) ||
      (element.matches('[type=checkbox]') && besideText(element, 'previousSibling')) ||
      columnTitle(element)
    );
  let words = '';
  for (const carrier of labels.length > 0 ? labels : [element]) {
    for (let node = carrier.firstChild; node && words.length < LONGEST_NAME; node = node.nextSibling)
      if (node.nodeType === Node.TEXT_NODE) words += ` ${node.nodeValue ?? ''}`;
  }
  return words.trim();
}

/**
 * @param gap what stands between two texts: cells and lines are not one word
 * @param maker an element of the page that no field of a form hides anything of
 * @param isLeftOut of texts that stand directly in an element
 * @returns the beginning of an element's text: a whole page is never put into one string.
 */
export function textUpTo(
  element: Element,
  most: number,
  gap = '',
  maker = element,
  isLeftOut?: (holder: Element | null) => boolean,
): string {
  // Of what holds little, the browser gives the whole text sooner than we would walk through it.
  const isSmall = gap === '' && element.childElementCount < FEW && !firstIn(element, ':scope > * > *');
  if (isSmall || element.childElementCount === 0) return element.textContent.slice(0, most);
  const walker = maker.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (text.length < most && walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (!isLeftOut?.(parentElement)) text += gap + (nodeValue ?? '');
  }
  return text.slice(0, most);
}

/** @returns the visible label: `<label>`, else the cell or term beside the field, as old pages lay them out. */
export function labelText(element: Element, labelsOf: LabelsOf): string {
  const text = labelsOf(element)
    .map((label) => label.textContent)
    .join(' ')
    .trim();
  if (text !== '' || !element.matches(`${FIELD}, [role]`)) return text;
  // « oui » stands after its own box, and before the next one.
  const choice = element.matches('[type=radio]') && besideText(element);
  if (choice) return choice;
  let beside = element.closest('td, th, dd')?.previousElementSibling;
  // Of a row with several fields, all are named by what it begins with.
  while (beside?.querySelector(FIELD)) beside = beside.previousElementSibling;
  return beside?.textContent.trim() || columnTitle(element);
}

/** The words right before a field, or right after a box to tick; nothing where they may belong to another field. */
function besideText(
  field: Element,
  way: 'nextSibling' | 'previousSibling' = field.matches('[type=radio], [type=checkbox]')
    ? 'nextSibling'
    : 'previousSibling',
): string {
  for (let at: Element = field, around = parentElementOf(at); around; at = around, around = parentElementOf(at)) {
    let by = at[way];
    while (by && !isField(by) && wordsOf(by) === '') by = by[way];
    if (by) return isField(by) || isOfOther(by, way) ? '' : String(by.textContent).trim();
    // What stands before a form is the title of it all.
    if (matching(around, 'form') || allIn(around, FIELD).length > 1 || wordsOf(around) !== wordsOf(at)) return '';
  }
  return '';
}

/** @returns the letters and digits of a node's text. */
export const wordsOf = ({ textContent }: Node): string => String(textContent).replace(/[^\p{L}\d]/gu, '');

function isField(node: Node): boolean {
  return isElement(node) && (matching(node, FIELD) || !!firstIn(node, FIELD));
}

/** « [ ] heures [ ] minutes » in one line: the unit of the field before; « oui [ ] non [ ] »: the name of the next box. */
function isOfOther(words: Node, way: 'nextSibling' | 'previousSibling'): boolean {
  const isBox = way === 'nextSibling';
  let isOther = false;
  for (let at: Node | null = words; at; at = at[way]) {
    if (isField(at)) isOther = isBox || /^(?:#text|SPAN)$/.test(words.nodeName);
    else if (isBox && wordsOf(at) !== '') isOther = false;
  }
  return isOther;
}

/** @returns the text of the elements that an attribute names by their ids, of the first ones only where so many are asked. */
export function referencedText(element: Element, attribute: string, most?: number): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/).slice(0, most) ?? [];
  if (ids.length === 0) return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  return ids
    .map((id) => (id === '' ? '' : (root.getElementById?.(id)?.textContent ?? '')))
    .join(' ')
    .trim();
}

/** The words that a page puts into the slots of a component. */
export function slotted(element: Element): string {
  return [...element.querySelectorAll('slot')]
    .flatMap((slot) => slot.assignedNodes({ flatten: true }))
    .map((node) => node.textContent ?? '')
    .join(' ');
}

function fieldName(field: HTMLInputElement, labelsOf: LabelsOf): string {
  if (field.matches('[type=submit], [type=button], [type=reset]')) return field.value;
  if (field.matches('[type=image]')) return field.alt;
  return labelText(field, labelsOf) || field.title || field.placeholder || '';
}

/** @returns the title of the column that an element stands in, or the term that it helps to describe. */
export function columnTitle(element: Element): string {
  const cell = element.closest<HTMLTableCellElement>('td, th, dd');
  let term: Element | null | undefined = cell;
  while (term?.localName === 'dd') term = term.previousElementSibling;
  const title = term === cell ? cell?.closest('table')?.rows[0]?.cells[cell.cellIndex] : term;
  return title?.textContent.trim() ?? '';
}
