import { hostOf } from '../page/roots';
import type { Term } from '../schema';
import type { Run } from './runs';

/** A word of the list on the page, marked or not. */
export interface Hit {
  term: Term;
  /** The text nodes it lies in, one in most cases. */
  nodes: readonly Text[];
  /** Offset in the first of them. */
  from: number;
  /** Offset in the last of them, excluded. */
  to: number;
  section: Section;
  /** The reading in which it was met: two hits of one reading are known to be in order. */
  reading: number;
  /** Its range in the browser's highlights, while it is marked. */
  range?: StaticRange;
}

/** What is known of one word in one section. */
export interface Place {
  /** The occurrence that stands for the word in this section. */
  first?: Hit | undefined;
  /** A click on it explains it; otherwise the click is the page's own. */
  isPlain: boolean;
  count: number;
}

export interface Section {
  start: Node;
  places: Map<Term, Place>;
  /** Hits in it, of all words. */
  size: number;
}

/** @returns the nodes and offsets of a match in a run. */
export function spanOf({ nodes, starts }: Run, start: number, end: number): Pick<Hit, 'nodes' | 'from' | 'to'> {
  const first = placeOf(starts, start);
  const last = placeOf(starts, end - 1);
  return { nodes: nodes.slice(first, last + 1), from: start - (starts[first] ?? 0), to: end - (starts[last] ?? 0) };
}

/** The last start at or before an offset. */
function placeOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @returns whether the page still has the text that was read there. */
export function isThere({ nodes, to, from }: Hit): boolean {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first?.isConnected === true && last?.isConnected === true && from < first.length && to <= last.length;
}

/** @returns a live range, for measuring; the browser has to follow it, so it is not to be kept. */
export function rangeOf({ nodes, from, to }: Hit): Range | undefined {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last || from > first.length || to > last.length) return undefined;
  const range = first.ownerDocument.createRange();
  range.setStart(first, from);
  range.setEnd(last, to);
  return range;
}

/** Reading order, also between trees: a shadow root stands where its host does. */
export function inOrder(a: Hit, b: Hit): number {
  const [one, other] = [a.nodes[0], b.nodes[0]];
  if (!one || !other) return 0;
  if (one === other) return a.from - b.from;
  for (let at: Node = one; ; ) {
    const there = lifted(other, at.getRootNode());
    if (there) return at.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    const host = hostOf(at.getRootNode());
    if (!host) return 0;
    at = host;
  }
}

/** The node, or the host around it, that stands in this tree. */
function lifted(node: Node, root: Node): Node | undefined {
  for (let at: Node = node; ; ) {
    const its = at.getRootNode();
    if (its === root) return at;
    const host = hostOf(its);
    if (!host) return undefined;
    at = host;
  }
}
