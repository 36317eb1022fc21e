import type { Box } from './place';

/** The box of an element in the top viewport, frames' offsets added, in CSS px. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame || element.ownerDocument === frame.ownerDocument) return { left, top, width, height };
  const outer = boxOf(frame);
  return { left: left + outer.left, top: top + outer.top, width, height };
}
