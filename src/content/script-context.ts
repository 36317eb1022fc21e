import { browser } from 'wxt/browser';

/**
 * What a content script knows of its own life. The build puts it in the place of WXT's class of that name, which ends a
 * script when an event fires on the document: any page could fire it, and end our help and our warnings without a word.
 */
export class ContentScriptContext {
  readonly #controller = new AbortController();

  /** Aborts when the extension has gone from under the page. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** @returns whether the extension was removed, or reloaded: nothing of it answers any more. No getter: the build drops one whose answer is not used. */
  isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.#controller.abort();
    return this.signal.aborted;
  }
}
