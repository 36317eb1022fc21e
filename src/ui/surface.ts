import type { nothing, TemplateResult } from 'lit/html.js';
import type { Size } from './place';

/** The places where views draw. One template at a time each. */
export type Slot = 'dock' | 'spotlight' | 'bubble' | 'hint' | 'word' | 'notice' | 'lit' | 'status' | 'dialog';

/** Our one host element in the page: closed shadow root, top layer. */
export interface Surface {
  readonly host: HTMLElement;
  /**
   * Draws a template in a slot, replacing what was there; `nothing` empties it.
   * A `<dialog>` drawn in the `dialog` slot is opened as modal; emptying the slot closes it and gives focus back.
   */
  show(slot: Slot, content: TemplateResult | typeof nothing): void;
  /**
   * Says words politely to screen readers (WCAG 4.1.3); the focus stays with the person. In one text, and in a live region
   * that is there before them: Firefox does not say what comes with its region, and Chromium says several texts in any order.
   */
  say(words: string): void;
  /** Calls back after each drawing. */
  onShow(listener: (slot: Slot) => void): void;
  /** @returns whether this event happened in our own UI (its target is our host). */
  owns(event: Event): boolean;
  /** @returns the part of the screen, from its upper left corner, in which help may stand (CSS px). */
  room(): Size;
  /** The slot's element, for measuring and focus. */
  element(slot: Slot): HTMLElement;
  /** @returns whether our UI can really be seen now: in the document, on top, not hidden by the page's styles. */
  isVisible(): boolean;
  /** @returns whether this event may decide something: a real gesture of the person, on a UI that is really seen. */
  accepts(event: Event): boolean;
  /** Adds a style sheet to the shadow root. */
  adopt(css: string): void;
  /**
   * Puts the host back in the document and on top if the page moved it (or opened a modal dialog); its tries are bounded.
   * @param again also when it seems to be there: above whatever the page has put over us
   */
  restore(again?: boolean): void;
}
