import { isClobbered } from './clobbering';
import { textUpTo } from './own-words';

export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';
const POINTABLE = `a[href], button, input:not([type=hidden]), select, textarea, summary, [role], [onclick], [tabindex], [contenteditable=""], [contenteditable=true], label, fieldset, img[alt], dialog, main, nav, form, table, ${HEADINGS}`;
/** Elements that only carry words; searched when a target asks for a text, or for a button that is none. */
const WORDS = 'a, p, span, div, li, td, th, dt, dd, strong, b, em, legend, caption, figcaption, small';
const WORD_TAGS = new Set(WORDS.split(', '));
/** Longer texts are paragraphs of a whole part, not something to point at. */
const LONGEST_TEXT = 160;
/** Characters that are read to know it: a text may be indented far. */
const MOST_READ = 2_000;

/** Everything that may be a candidate, before a closer look. */
export const CANDIDATES = `${POINTABLE}, ${WORDS}`;

/** What people fill in or choose from: known by a label that stands beside it. */
export const FIELDS =
  'input, select, textarea, [contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox], [role=listbox], [role=spinbutton], [role=searchbox], [role=slider], [role=checkbox], [role=radio], [role=switch], [role=radiogroup], [role=group], fieldset';

export interface Kind {
  /** A control, link, label, heading, group or picture. */
  isPointable: boolean;
  /** A short piece of text of its own. */
  isText: boolean;
}

/** @returns whether an element does nothing of itself; so it is with a link without an address, to which a script may listen. */
export function isPlain(element: Element): boolean {
  return WORD_TAGS.has(element.localName) && !(element as HTMLAnchorElement).href;
}

/** @returns what kind of candidate an element is; `undefined` when it is none. */
export function kindOf(element: Element): Kind | undefined {
  if (isClobbered(element)) return undefined;
  const carries = isPlain(element);
  const isPointable = carries ? element.hasAttributes() && element.matches(POINTABLE) : element.matches(POINTABLE);
  const isText = carries && carriesText(element);
  return isPointable || isText ? { isPointable, isText } : undefined;
}

/** Words stand directly in it, and not many: a long text is given up before it is put together. */
function carriesText(element: Element): boolean {
  let holdsWords = false;
  for (let node = element.firstChild; node && !holdsWords; node = node.nextSibling)
    holdsWords = node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
  return holdsWords && textUpTo(element, MOST_READ).trim().length <= LONGEST_TEXT;
}
