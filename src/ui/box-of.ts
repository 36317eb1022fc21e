import type { Box } from './place';

/** The box of an element in the viewport we draw in, the offsets of same-origin frames inside it added, in CSS px. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = frameOf(element);
  if (!frame) return { left, top, width, height };
  const outer = boxOf(frame);
  return { left: left + outer.left, top: top + outer.top, width, height };
}

/**
 * The `<iframe>` that holds an element's document; `undefined` in the document that this code runs in (each frame draws
 * its own warnings and hints) and under a frame of another origin.
 */
function frameOf(element: Element): Element | undefined {
  if (element.ownerDocument === document) return undefined;
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame && frame.ownerDocument !== element.ownerDocument ? frame : undefined;
}

/** @returns whether any part of a box with a size lies inside the viewport. */
export function isOnScreen({ left, top, width, height }: Box, view: Window): boolean {
  return (
    width > 0 && height > 0 && left < view.innerWidth && top < view.innerHeight && left + width > 0 && top + height > 0
  );
}
