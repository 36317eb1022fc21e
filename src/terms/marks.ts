import { HOST_TAG } from '../ui/host';
import { type Hit, isThere } from './hits';

/** Names in `CSS.highlights`; nobody else's. */
const NAME = HOST_TAG;
const CURRENT = `${HOST_TAG}-current`;
/** On the screen only: what is printed of a site stays as the site made it. */
const STYLE = `@media screen { ::highlight(${NAME}) { text-decoration: underline dotted #0b3d91 2px; text-underline-offset: 3px; background-color: rgb(255 212 0 / 22%); }
::highlight(${CURRENT}) { background-color: #ffd400; color: #000; } }`;

/** Marks shown between two looks at the clock. */
const STRIDE = 100;

/** The marks on the page's words: the page's DOM is never touched (CSS Custom Highlight API). */
export interface Marks {
  mark(hit: Hit): void;
  unmark(hit: Hit): void;
  /** Shows the marks set since it was last called, a few at a time: each by itself would cost the page a new look at its layout. */
  show(): Iterable<undefined>;
  /** Shows which word is being explained; `undefined` for none. */
  point(hit: Hit | undefined): void;
  /** Brings the style to the page and to these roots, also where the page took it away. A page without a marked word has none: each of its elements would be looked at for it. */
  dress(roots: readonly ShadowRoot[]): void;
}

/** Marks words as long as the signal lives. */
export function createMarks(document: Document, signal: AbortSignal): Marks {
  const { CSSStyleSheet } = document.defaultView as Window & typeof globalThis;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const [all, current] = [new Highlight(), new Highlight()];
  current.priority = 1;
  CSS.highlights.set(CURRENT, current);
  const fresh = new Set<StaticRange>();
  const dressed = new Set<Document | ShadowRoot>();
  const put = (root: Document | ShadowRoot): void => {
    dressed.add(root);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
  signal.addEventListener(
    'abort',
    () => {
      CSS.highlights.delete(NAME);
      CSS.highlights.delete(CURRENT);
      for (const root of dressed) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    },
    { once: true },
  );
  return {
    mark(hit) {
      const range = isThere(hit) ? staticRange(hit) : undefined;
      if (!range || signal.aborted) return;
      hit.range = range;
      fresh.add(range);
    },
    unmark(hit) {
      if (hit.range && !fresh.delete(hit.range)) all.delete(hit.range);
      delete hit.range;
    },
    *show() {
      // The page may have taken away all that is highlighted, with its own.
      if (!signal.aborted && !CSS.highlights.has(NAME)) CSS.highlights.set(NAME, all);
      let count = 0;
      for (const range of fresh) {
        if (signal.aborted) return;
        fresh.delete(range);
        all.add(range);
        count += 1;
        if (count % STRIDE === 0) yield;
      }
    },
    point(hit) {
      current.clear();
      const range = hit && isThere(hit) ? staticRange(hit) : undefined;
      if (!range) return;
      put(document);
      current.add(range);
    },
    dress(roots) {
      if (signal.aborted) return;
      put(document);
      for (const root of roots) put(root);
    },
  };
}

/** Live ranges would have to be corrected by the browser at each change of the page: static ones cost nothing. */
function staticRange({ nodes, from, to }: Hit): StaticRange | undefined {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return (
    first && last && new StaticRange({ startContainer: first, startOffset: from, endContainer: last, endOffset: to })
  );
}
