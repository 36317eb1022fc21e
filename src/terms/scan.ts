import type { Term } from '../schema';
import type { Matcher } from './matcher';
import { rangeOf, runsOf } from './runs';

/** A word marked on the page. */
export interface Mark {
  term: Term;
  range: Range;
}

/** ms of main thread before giving way to the page. */
const SLICE = 6;

/**
 * Reads these roots once, in slices, and finds the first occurrence of each word in each section that is really shown.
 * @returns the marks in reading order, or `undefined` when the signal aborted before the end.
 */
export async function scan(
  roots: readonly (ParentNode & Node)[],
  match: Matcher,
  owns: (node: Node) => boolean,
  signal: AbortSignal,
): Promise<Mark[] | undefined> {
  const marks: Mark[] = [];
  let since = performance.now();
  for (const root of roots) {
    const seen = new Set<string>();
    for (const run of runsOf(root, owns)) {
      for (const { term, start, end } of match(run.text)) {
        const key = `${run.section}/${term.id}`;
        if (seen.has(key)) continue;
        const range = rangeOf(run, start, end);
        if (!range || !isShown(range)) continue;
        seen.add(key);
        marks.push({ term, range });
      }
      if (performance.now() - since < SLICE) continue;
      await giveWay();
      if (signal.aborted) return undefined;
      since = performance.now();
    }
  }
  return marks;
}

function isShown(range: Range): boolean {
  const element = range.startContainer.parentElement;
  return (
    element !== null &&
    (typeof element.checkVisibility !== 'function' ||
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  );
}

function giveWay(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}
