import { isCovered } from '../page/seen';
import { boxOf } from '../ui/box-of';

/** px; on a lower screen the target goes to the top, so that the bubble has room below it. */
const LOW_SCREEN = 480;
/** px left above the target there, for the ring. */
const ROOM_ABOVE = 20;

/** Scrolls an element into sight, at once and without movement, unless it is in good sight already. */
export function bringIntoSight(element: Element, owns: (node: Node) => boolean): void {
  const view = element.ownerDocument.defaultView;
  const top = topWindow(view);
  if (!view || !top) return;
  const { top: at, height } = boxOf(element);
  const isLow = top.innerHeight < LOW_SCREEN;
  const isInSight = at >= ROOM_ABOVE && at + height <= top.innerHeight - ROOM_ABOVE;
  if (isInSight && !isLow) return;
  element.scrollIntoView({ block: isLow ? 'start' : 'center', inline: 'nearest', behavior: 'instant' });
  if (!isLow) return;
  top.scrollBy({ top: -ROOM_ABOVE, behavior: 'instant' });
  // A header that stays at the top of the page may lie over it.
  if (isCovered(element, owns)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

function topWindow(view: Window | null): Window | undefined {
  let at = view ?? undefined;
  while (at?.frameElement) at = at.frameElement.ownerDocument.defaultView ?? undefined;
  return at;
}
