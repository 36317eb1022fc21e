import { html, nothing, type TemplateResult } from 'lit/html.js';
import { boxOf, isOnScreen } from '../ui/box-of';
import { type Box, overlaps, placeBeside, type Size } from '../ui/place';
import { spotlight } from '../ui/spotlight';
import type { Surface } from '../ui/surface';
import { giveWay } from './give-way';
import type { Shown } from './shown';

/**
 * Draws ring and bubble and puts the bubble where it covers neither the target nor the focused field.
 * @returns what must be called when the page scrolls or is resized.
 */
export function drawGuide(surface: Surface, shown: Shown, bubble: TemplateResult): () => void {
  surface.show('bubble', bubble);
  const place = (): void => {
    const view = surface.host.ownerDocument.defaultView;
    const box = shown.pointAt?.isConnected ? boxOf(shown.pointAt) : undefined;
    const target = box && view && isOnScreen(box, view) ? box : undefined;
    surface.show('spotlight', target ? html`<div class=${shown.kind}>${spotlight(target)}</div>` : nothing);
    const card = surface.element('bubble').querySelector<HTMLElement>('.bubble');
    if (!card || !view) return;
    const away = card.querySelector<HTMLElement>('[data-away]');
    if (away) away.hidden = target !== undefined || box === undefined || box.width === 0;
    const viewport = surface.room();
    position(card, target, viewport);
    giveWay(surface, viewport, [boxOf(card), ...(target ? [target] : [])]);
  };
  place();
  return place;
}

/** px; on wider screens the bubble goes beside its target, so that what comes next on the page stays in sight. */
const WIDE = 800;
/** px; a band lower than this shows no sentence. */
const LOWEST_BAND = 60;
/** px between the bubble and the ring, and the edge of the screen. */
const GAP = 12;

/** What the person has scrolled to stays where it is: while the card is measured it is higher, and would scroll back. */
function position(card: HTMLElement, target: Box | undefined, viewport: Size): void {
  const { scrollTop } = card;
  card.style.maxHeight = '';
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const at = target ? beside(target, size, viewport, focusedBox(card.ownerDocument)) : corner(size, viewport);
  card.style.left = `${at.left}px`;
  card.style.top = `${at.top}px`;
  if (at.height !== undefined) card.style.maxHeight = `${at.height}px`;
  card.scrollTop = scrollTop;
}

interface Place {
  left: number;
  top: number;
  /** px; set when the bubble must be lower than it would like, so that its target stays in sight. */
  height?: number;
}

/** Without a target: the lower right corner, above the help button. */
function corner(size: Size, viewport: Size): Place {
  return { left: viewport.width - size.width - 8, top: Math.max(8, viewport.height - size.height - 76) };
}

function beside(target: Box, size: Size, viewport: Size, focused: Box | undefined): Place {
  const avoid = focused ? [focused] : [];
  const sides =
    viewport.width >= WIDE
      ? (['right', 'below', 'above', 'left'] as const)
      : (['below', 'above', 'right', 'left'] as const);
  const { left, top } = placeBeside(target, size, viewport, avoid, sides);
  const isFree = [target, ...avoid].every((other) => !overlaps({ left, top, ...size }, other));
  return isFree ? { left, top } : (band(target, size, viewport, focused) ?? { left, top });
}

/** On a small screen: the larger of the bands above and below the target, as low as it is. */
function band(target: Box, size: Size, viewport: Size, focused: Box | undefined): Place | undefined {
  const highest = Math.min(target.top, focused?.top ?? target.top);
  const lowest = Math.max(target.top + target.height, focused ? focused.top + focused.height : 0);
  const above = highest - 2 * GAP;
  const below = viewport.height - lowest - 2 * GAP;
  const height = Math.max(above, below);
  if (height < LOWEST_BAND) return undefined;
  const left = Math.max(8, (viewport.width - size.width) / 2);
  const shown = Math.min(height, size.height);
  return { left, top: above > below ? highest - GAP - shown : lowest + GAP, height };
}

function focusedBox(document: Document): Box | undefined {
  const active = document.activeElement;
  return active && active !== document.body && active.matches('input, select, textarea') ? boxOf(active) : undefined;
}
