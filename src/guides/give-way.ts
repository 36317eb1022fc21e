import { type Box, overlaps, type Size } from '../ui/place';
import type { Surface } from '../ui/surface';

/** px between the note and the edges of the screen, as in its style sheet. */
const EDGE = 12;
const TOP = 8;
/** px kept at the bottom for the help button. */
const FOOT = 76;

/** @returns where a note at the right of the screen is clear of these boxes: low, as usual, else high, else nowhere. */
export function roomFor(note: Size, viewport: Size, taken: readonly Box[]): 'low' | 'high' | 'none' {
  const left = viewport.width - EDGE - note.width;
  const isClear = (top: number): boolean => taken.every((box) => !overlaps({ left, top, ...note }, box));
  if (isClear(viewport.height - FOOT - note.height)) return 'low';
  return isClear(TOP) ? 'high' : 'none';
}

/** Keeps the folded text beside the page from lying half behind the bubble; one that the person opened stays where it is. */
export function giveWay(surface: Surface, viewport: Size, taken: readonly Box[]): void {
  const note = surface.element('notice').querySelector<HTMLElement>('.note:not(:has([open]))');
  if (note) note.dataset.room = roomFor({ width: note.offsetWidth, height: note.offsetHeight }, viewport, taken);
}
