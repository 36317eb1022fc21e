import { type Hit, rangeOf } from './hits';
import type { PageWords } from './page-words';

/** px around a word that still count as on it. */
const REACH = 2;

interface Place {
  node: Node;
  offset: number;
}

/** The browser's own answer to « which text is here »; Chromium had another name for it before 128. */
type PointDocument = Document & {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: readonly ShadowRoot[] },
  ) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

/** @returns the marked word at a point of the viewport, in CSS px. */
export function wordAtPoint(document: Document, words: PageWords, x: number, y: number): Hit | undefined {
  const place = placeAt(document as PointDocument, words, x, y);
  const near = place && hitAt(words, place);
  // The nearest text is given even for a point far beside it.
  return near && isUnder(near, x, y) ? near : undefined;
}

/** @returns the marked word the caret stands in, or that is selected. */
export function wordAtCaret(document: Document, words: PageWords): Hit | undefined {
  const { anchorNode, anchorOffset = 0 } = document.getSelection() ?? {};
  return anchorNode ? hitAt(words, { node: anchorNode, offset: anchorOffset }) : undefined;
}

function placeAt(document: PointDocument, { shadows }: PageWords, x: number, y: number): Place | undefined {
  if (!import.meta.env.FIREFOX && !document.caretPositionFromPoint) {
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
  }
  const found = document.caretPositionFromPoint?.(x, y, { shadowRoots: shadows });
  return found ? { node: found.offsetNode, offset: found.offset } : undefined;
}

function hitAt(words: PageWords, { node, offset }: Place): Hit | undefined {
  if (node.nodeType !== 3) return undefined;
  return words.markedIn(node as Text).find(({ nodes, from, to }) => {
    const isFrom = node !== nodes[0] || offset >= from;
    return isFrom && (node !== nodes.at(-1) || offset <= to);
  });
}

function isUnder(hit: Hit, x: number, y: number): boolean {
  return [...(rangeOf(hit)?.getClientRects() ?? [])].some(
    (box) => x >= box.left - REACH && x <= box.right + REACH && y >= box.top - REACH && y <= box.bottom + REACH,
  );
}
