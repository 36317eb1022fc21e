import type { nothing, TemplateResult } from 'lit';

/** The places where views draw. One template at a time each. */
export type Slot = 'dock' | 'spotlight' | 'bubble' | 'hint' | 'word' | 'notice' | 'dialog';

/** Our one host element in the page: closed shadow root, top layer. */
export interface Surface {
  readonly host: HTMLElement;
  /** Draws a template in a slot, replacing what was there; `nothing` empties it. */
  show(slot: Slot, content: TemplateResult | typeof nothing): void;
  /** @returns whether this event happened in our own UI (its target is our host). */
  owns(event: Event): boolean;
  /** The slot's element, for measuring and focus. */
  element(slot: Slot): HTMLElement;
  /** Whether our UI can really be seen now (not removed, hidden or covered by the page). */
  isVisible(): boolean;
  /** Adds a style sheet to the shadow root. */
  adopt(css: string): void;
  /** Puts the host back on top and in the document if the page moved it; bounded tries. */
  restore(): void;
}
