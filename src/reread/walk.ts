import { frameDocument } from '../page/roots';

/** Frames inside frames deeper than this are not looked into. */
const MAX_DEPTH = 4;

/**
 * Every element in the order in which people read it: open shadow roots in the place of their host, slotted elements
 * where they are shown, same-origin frames in the place of their `<iframe>`.
 */
export function* readingOrder(parent: ParentNode, owns: (node: Node) => boolean, depth = 0): Generator<Element> {
  for (const element of parent.children) {
    if (owns(element)) continue;
    yield element;
    yield* inside(element, owns, depth);
  }
}

function* inside(element: Element, owns: (node: Node) => boolean, depth: number): Generator<Element> {
  if (element.shadowRoot) return yield* readingOrder(element.shadowRoot, owns, depth);
  if (element instanceof slotOf(element)) {
    const assigned = element.assignedElements();
    if (assigned.length > 0) {
      for (const one of assigned) {
        yield one;
        yield* inside(one, owns, depth);
      }
      return;
    }
  }
  const frame = element.localName === 'iframe' && depth < MAX_DEPTH && frameDocument(element as HTMLIFrameElement);
  yield* readingOrder(frame ? frame : element, owns, frame ? depth + 1 : depth);
}

/** The slot class of the element's own window: frames have their own. */
function slotOf(element: Element): typeof HTMLSlotElement {
  return element.ownerDocument.defaultView?.HTMLSlotElement ?? HTMLSlotElement;
}
