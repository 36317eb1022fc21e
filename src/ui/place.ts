/** A rectangle in CSS px, relative to the viewport. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where a bubble goes; `sheet` means the bottom (or top) of a small screen, full width. */
export interface Placement {
  side: 'below' | 'above' | 'right' | 'left' | 'sheet-bottom' | 'sheet-top';
  left: number;
  top: number;
}

/** px between the element and the bubble: room for the spotlight's ring. */
const GAP = 14;
/** px kept free at the viewport's edges. */
const EDGE = 8;

/**
 * Chooses where to put a bubble beside an element so that it covers neither the element nor the boxes to avoid
 * (the focused field). The sides are tried in the order of `prefer`. When no side has room, it becomes a sheet on the half of the screen away from the element.
 */
export function placeBeside(
  target: Box,
  bubble: Size,
  viewport: Size,
  avoid: readonly Box[] = [],
  prefer: readonly Placement['side'][] = ['below', 'above', 'right', 'left'],
): Placement {
  const middle = clamp(target.left + target.width / 2 - bubble.width / 2, EDGE, viewport.width - bubble.width - EDGE);
  const beside = clamp(target.top, EDGE, viewport.height - bubble.height - EDGE);
  const options: Placement[] = [
    { side: 'below', left: middle, top: target.top + target.height + GAP },
    { side: 'above', left: middle, top: target.top - bubble.height - GAP },
    { side: 'right', left: target.left + target.width + GAP, top: beside },
    { side: 'left', left: target.left - bubble.width - GAP, top: beside },
  ];
  const ordered = [...options].sort((a, b) => prefer.indexOf(a.side) - prefer.indexOf(b.side));
  const fits = ordered.find((option) => {
    const box = { ...option, ...bubble };
    return isInside(box, viewport) && [target, ...avoid].every((other) => !overlaps(box, other));
  });
  return fits ?? sheet(target, bubble, viewport);
}

function sheet(target: Box, bubble: Size, viewport: Size): Placement {
  const left = Math.max(EDGE, (viewport.width - bubble.width) / 2);
  const targetIsLow = target.top + target.height / 2 > viewport.height / 2;
  return targetIsLow
    ? { side: 'sheet-top', left, top: EDGE }
    : { side: 'sheet-bottom', left, top: Math.max(EDGE, viewport.height - bubble.height - EDGE) };
}

function isInside(box: Box, viewport: Size): boolean {
  return (
    box.left >= EDGE - 1 &&
    box.top >= EDGE - 1 &&
    box.left + box.width <= viewport.width - EDGE + 1 &&
    box.top + box.height <= viewport.height - EDGE + 1
  );
}

/** @returns whether two boxes share any area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
