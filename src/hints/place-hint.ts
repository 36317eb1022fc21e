import { boxOf } from '../ui/box-of';
import { type Box, overlaps, placeBeside, type Size } from '../ui/place';
import type { Surface } from '../ui/surface';

/** @returns the boxes that a hint must not cover: the bubble of a guide, and what its ring is on. */
export function otherPanels(surface: Surface): Box[] {
  const panels = surface.element('bubble').querySelectorAll('[data-panel]');
  const rings = surface.element('spotlight').querySelectorAll('.ring');
  return [...panels, ...rings].map(boxOf);
}

/** @returns where the bubble in hand takes a hint in, when that bubble points at this field. */
export function placeInBubble(surface: Surface, field: Box): HTMLElement | undefined {
  const ring = surface.element('spotlight').querySelector('.ring');
  const place = surface.element('bubble').querySelector<HTMLElement>('[data-hint]');
  if (!ring || !place) return undefined;
  const middle = { left: field.left + field.width / 2, top: field.top + field.height / 2, width: 1, height: 1 };
  return overlaps(boxOf(ring), middle) ? place : undefined;
}

/**
 * Moves a card beside its field, where it covers neither the field nor the other panels.
 * @returns false when there is no such place: the card stays hidden.
 */
export function placeCard(card: HTMLElement, field: Box, viewport: Size, avoid: readonly Box[]): boolean {
  card.style.maxHeight = '';
  if (isSmall(viewport)) fitBeside(card, field, viewport);
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const { left, top } = placeBeside(field, size, viewport, avoid, ['right', 'left', 'below', 'above']);
  const box = { left, top, ...size };
  const isFree = [field, ...avoid].every((other) => !overlaps(box, other));
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
  card.style.visibility = isFree ? 'visible' : 'hidden';
  return isFree;
}

/** Hides the text beside the page while the card in hand lies over it: half a text is worse than none, and it comes back. */
export function keepWhole(surface: Surface): void {
  const note = surface.element('notice').querySelector<HTMLElement>('.note');
  const card = surface.element('hint').querySelector('[data-hint-card]');
  if (note) note.style.visibility = card && overlaps(boxOf(card), boxOf(note)) ? 'hidden' : '';
}

/** CSS px; a screen this small (400 % zoom) has no room for a whole card: it scrolls in the larger half. */
const SMALL = 420;
/** px between a card and its field or the screen's edge, both sides together. */
const MARGINS = 30;
/** px; a lower card shows nothing of use. */
const LOWEST = 80;

function isSmall({ width, height }: Size): boolean {
  return Math.min(width, height) < SMALL;
}

function fitBeside(card: HTMLElement, field: Box, viewport: Size): void {
  const room = Math.max(field.top, viewport.height - field.top - field.height) - MARGINS;
  card.style.maxHeight = `${Math.max(LOWEST, room)}px`;
}
