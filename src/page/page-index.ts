import type { Target } from '../schema';
import { type Facts, factsOf } from './facts';
import type { Root } from './roots';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';
const POINTABLE =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role], [onclick], [tabindex], [contenteditable=""], [contenteditable=true], label, fieldset, img[alt], dialog, main, nav, form, table';
/** Elements that only carry words; searched when a target asks for a text, or for a button that is none. */
const WORDS = 'p, span, div, li, td, th, dt, dd, strong, b, em, legend, caption, figcaption, small';
/** Longer texts are paragraphs of a whole part, not something to point at. */
const LONGEST_TEXT = 160;

/** The candidates of a page, collected once per change and shared by all targets. */
export interface PageIndex {
  /** What can be pointed at: controls, links, labels, headings, groups. */
  readonly pointable: readonly Facts[];
  /** Short pieces of text, inmost elements only; collected when first asked. */
  readonly texts: readonly Facts[];
  /** @returns the elements of known ids, names or selectors, of any kind: components of the page as well as controls. */
  marked(also: NonNullable<Target['also']>): Facts[];
}

/** Collects the candidates of these roots, in reading order. */
export function buildIndex(roots: readonly Root[], owns: (node: Node) => boolean): PageIndex {
  const pointable: Facts[] = [];
  for (const root of roots) {
    let heading = '';
    for (const element of root.querySelectorAll(`${POINTABLE}, ${HEADINGS}`)) {
      if (owns(element)) continue;
      if (element.matches(HEADINGS)) heading = element.textContent ?? '';
      pointable.push(factsOf(element, heading));
    }
  }
  let texts: Facts[] | undefined;
  return {
    pointable,
    get texts() {
      texts ??= roots.flatMap((root) =>
        [...root.querySelectorAll(WORDS)]
          .filter((one) => !owns(one) && carriesText(one))
          .map((one) => factsOf(one, '')),
      );
      return texts;
    },
    marked(also) {
      const selector = selectorOf(also);
      const found = selector === '' ? [] : roots.flatMap((root) => [...root.querySelectorAll(selector)]);
      return found.filter((element) => !owns(element)).map((element) => factsOf(element, ''));
    },
  };
}

function selectorOf({ id = [], name = [], css = [] }: NonNullable<Target['also']>): string {
  return [...id.map((one) => `#${CSS.escape(one)}`), ...name.map((one) => `[name="${CSS.escape(one)}"]`), ...css].join(
    ', ',
  );
}

function carriesText(element: Element): boolean {
  const text = element.textContent?.trim() ?? '';
  if (text === '' || text.length > LONGEST_TEXT) return false;
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
}
