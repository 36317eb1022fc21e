import { drawnIn } from './roots';

/**
 * @returns whether a person meets one element before another: through open shadow roots, slots and same-origin frames,
 * each in the place where it is drawn.
 */
export function isBefore(a: Element, b: Element): boolean {
  const [left, right] = [wayDown(a), wayDown(b)];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const [one, other] = [left[at], right[at]];
  if (!one || !other) return !one;
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The elements that hold it as they are drawn, outermost first, down to itself. */
function wayDown(element: Element): Element[] {
  const way: Element[] = [];
  for (let at: Element | null = element; at; at = holderOf(at)) way.push(at);
  return way.reverse();
}

function holderOf(element: Element): Element | null {
  return drawnIn(element) ?? frameOf(element.ownerDocument);
}

/** @returns the frame that shows a document, when this page may know it. */
export function frameOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}
