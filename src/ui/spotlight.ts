import { html, type TemplateResult } from 'lit/html.js';
import type { Box } from './place';

/** px between the element and the ring. */
const ROOM = 6;

/** A ring around an element's box; clicks go through it to the page. */
export function spotlight(box: Box): TemplateResult {
  const style = `left:${box.left - ROOM}px;top:${box.top - ROOM}px;width:${box.width + 2 * ROOM}px;height:${box.height + 2 * ROOM}px`;
  return html`<div class="ring" style=${style}></div>`;
}
