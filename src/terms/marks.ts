import { HOST_TAG } from '../ui/host';

/** Name in `CSS.highlights`; nobody else's. */
const NAME = HOST_TAG;
const STYLE = `::highlight(${NAME}) { text-decoration: underline dotted #0b3d91 2px; text-underline-offset: 3px; background-color: rgb(255 212 0 / 22%); }`;

/** Marks ranges without touching the page's DOM (CSS Custom Highlight API), as long as the signal lives. */
export function createMarks(document: Document, signal: AbortSignal): { set: (ranges: readonly Range[]) => void } {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  if (!view || !('highlights' in CSS) || typeof Highlight !== 'function') return { set: () => undefined };
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const highlight = new Highlight();
  CSS.highlights.set(NAME, highlight);
  document.adoptedStyleSheets.push(sheet);
  signal.addEventListener(
    'abort',
    () => {
      CSS.highlights.delete(NAME);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
    { once: true },
  );
  return {
    set(ranges) {
      highlight.clear();
      for (const range of ranges) highlight.add(range);
    },
  };
}
