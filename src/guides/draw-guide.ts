import { html, nothing, type TemplateResult } from 'lit/html.js';
import { boxOf } from '../ui/box-of';
import { type Box, placeBeside } from '../ui/place';
import { spotlight } from '../ui/spotlight';
import type { Surface } from '../ui/surface';
import type { Shown } from './shown';

/**
 * Draws ring and bubble and puts the bubble where it covers neither the target nor the focused field.
 * @returns what must be called when the page scrolls or is resized.
 */
export function drawGuide(surface: Surface, shown: Shown, bubble: TemplateResult): () => void {
  surface.show('bubble', bubble);
  const place = (): void => {
    const target = shown.pointAt?.isConnected ? boxOf(shown.pointAt) : undefined;
    surface.show(
      'spotlight',
      target && isOnScreen(target) ? html`<div class=${shown.kind}>${spotlight(target)}</div>` : nothing,
    );
    const card = surface.element('bubble').querySelector<HTMLElement>('.bubble');
    if (card) position(card, target);
  };
  place();
  return place;
}

function position(card: HTMLElement, target: Box | undefined): void {
  const view = card.ownerDocument.defaultView;
  if (!view) return;
  const viewport = { width: view.innerWidth, height: view.innerHeight };
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const corner: Box = { left: viewport.width, top: viewport.height, width: 0, height: 0 };
  const focused = focusedBox(card.ownerDocument);
  const { left, top } = placeBeside(target ?? corner, size, viewport, focused ? [focused] : [], [
    'right',
    'below',
    'above',
    'left',
  ]);
  card.style.left = `${left}px`;
  card.style.top = `${target ? top : Math.max(8, viewport.height - size.height - 76)}px`;
}

function isOnScreen({ width, height }: Box): boolean {
  return width > 0 && height > 0;
}

function focusedBox(document: Document): Box | undefined {
  const active = document.activeElement;
  return active && active !== document.body && active.matches('input, select, textarea') ? boxOf(active) : undefined;
}
