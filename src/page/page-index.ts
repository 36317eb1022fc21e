import type { Target } from '../schema';
import { type Facts, factsOf } from './facts';
import type { Root } from './roots';
import { type Comparer, isTypo } from './similarity';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';
const POINTABLE =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role], [onclick], [tabindex], [contenteditable=""], [contenteditable=true], label, fieldset, img[alt], dialog, main, nav, form, table';
/** Elements that only carry words; searched when a target asks for a text, or for a button that is none. */
const WORDS = 'p, span, div, li, td, th, dt, dd, strong, b, em, legend, caption, figcaption, small';
/** A word on more candidates than this finds none of them, when another word of the name does. */
const COMMON = 40;
/** Longer texts are paragraphs of a whole part, not something to point at. */
const LONGEST_TEXT = 160;

/** The candidates of a page, collected once per change and shared by all targets. */
export interface PageIndex {
  /** What can be pointed at: controls, links, labels, headings, groups. */
  readonly pointable: readonly Facts[];
  /** Short pieces of text, inmost elements only; collected when first asked. */
  readonly texts: readonly Facts[];
  /** The words of headings and legends. */
  readonly titles: readonly string[];
  /** @returns the candidates that share a word with this name, or a word with one letter wrong. */
  named(wanted: string, comparer: Comparer): ReadonlySet<Facts>;
  /** @returns the elements of known ids, names or selectors, of any kind: components of the page as well as controls. */
  marked(also: NonNullable<Target['also']>): Facts[];
}

/** Collects the candidates of these roots, in reading order. */
export function buildIndex(roots: readonly Root[], owns: (node: Node) => boolean): PageIndex {
  const pointable: Facts[] = [];
  const titles: string[] = [];
  for (const root of roots) {
    let heading = '';
    let trail: { level: number; text: string }[] = [];
    let above: string[] = [];
    for (const element of root.querySelectorAll(`${POINTABLE}, ${HEADINGS}`)) {
      if (owns(element)) continue;
      if (element.matches(HEADINGS)) {
        heading = element.textContent ?? '';
        const level = levelOf(element);
        trail = [{ level, text: heading }, ...trail.filter((one) => one.level < level)];
        above = trail.slice(1).map(({ text }) => text);
        titles.push(heading);
      } else if (element.localName === 'fieldset') titles.push(element.querySelector('legend')?.textContent ?? '');
      pointable.push(factsOf(element, heading, above, pointable.length));
    }
  }
  let postings: Map<string, Facts[]> | undefined;
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
    titles,
    named(wanted, comparer) {
      postings ??= postingsOf(pointable, comparer);
      const known = postings;
      const lists = comparer.stemsOf(wanted).map((stem) => known.get(stem) ?? nearWords(stem, known));
      const rare = lists.filter(({ length }) => length > 0 && length <= COMMON);
      return new Set((rare.length > 0 ? rare : lists).flat());
    },
    marked(also) {
      const selector = selectorOf(also);
      const found = selector === '' ? [] : roots.flatMap((root) => [...root.querySelectorAll(selector)]);
      return found.filter((element) => !owns(element)).map((element) => factsOf(element, ''));
    },
  };
}

function levelOf(heading: Element): number {
  return Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)) || 2;
}

function postingsOf(pointable: readonly Facts[], comparer: Comparer): Map<string, Facts[]> {
  const postings = new Map<string, Facts[]>();
  for (const facts of pointable) {
    for (const stem of new Set(comparer.stemsOf(`${facts.quickName} ${facts.ownWords}`))) {
      const known = postings.get(stem);
      if (known) known.push(facts);
      else postings.set(stem, [facts]);
    }
  }
  return postings;
}

function nearWords(stem: string, postings: ReadonlyMap<string, Facts[]>): Facts[] {
  return [...postings].flatMap(([other, facts]) => (isTypo(stem, other) ? facts : []));
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
