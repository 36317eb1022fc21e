import { browser } from 'wxt/browser';
import type { Remains } from '../end-session/erase';
import type { OfferReason } from './offer-end';

/** Key in `storage.session`. An address that changed (`#done`) would leave itself in the history that was just erased. */
const KEY = 'endPage';

/** What the page « Terminer ma session » shows in its tab. */
interface Shown {
  tab: number;
  what: OfferReason | 'erasing' | 'result';
  result?: EndResult;
}

/** What an erasing left, and since when files are told of (epoch ms): a page that is reloaded says the same again. */
export interface EndResult {
  remains: Remains;
  since: number | undefined;
}

/**
 * Firefox. Keys in `storage.local`, one for each tab: addresses that stay in the history as long as the page asks about their files. They
 * are in the history all that time; here they outlive a browser that is closed with the page, to be taken out at its next start.
 */
const HELD = 'held:';

async function letGo(held: Record<string, unknown>): Promise<void> {
  for (const [key, addresses] of Object.entries(held)) {
    // Without the permission, which may be taken back at any time, there is nothing that we could do.
    for (const url of addresses as string[]) await browser.history?.deleteUrl({ url });
    await browser.storage.local.remove(key);
  }
}

async function read(): Promise<Shown | undefined> {
  const stored: Record<string, unknown> = await browser.storage.session.get(KEY);
  return stored[KEY] as Shown | undefined;
}

/** The page « Terminer ma session » that is not to be replaced: it asks already, it is erasing, or it tells what was erased. */
export const endPage = {
  shows: (tab: number, what: OfferReason | 'erasing'): Promise<void> =>
    browser.storage.session.set({ [KEY]: { tab, what } }),

  /** The page in this tab tells what was erased; `undefined`: that the erasing was not finished. */
  tells: (tab: number, result: EndResult | undefined): Promise<void> =>
    browser.storage.session.set({ [KEY]: { tab, what: 'result', result } }),

  /** @returns what the page in this tab told before it was reloaded, while it still holds. */
  toldIn: async (tab: number): Promise<EndResult | undefined> => {
    const shown = await read();
    return shown?.tab === tab ? shown.result : undefined;
  },

  /** @returns the tab that serves for this question, or that must not be taken away for it. It may be closed since. */
  keptFor: async (reason: OfferReason): Promise<number | undefined> => {
    const shown = await read();
    return shown && [reason, 'erasing', 'result'].includes(shown.what) ? shown.tab : undefined;
  },

  /** These addresses, of files that the page in this tab asks about, are to go from the history when it is closed. */
  holds: (tab: number, addresses: readonly string[]): Promise<void> =>
    browser.storage.local.set({ [`${HELD}${tab}`]: addresses }),

  /** A tab is closed: if it was such a page, nobody is asked about its files any more. */
  closed: async (tab: number): Promise<void> => letGo(await browser.storage.local.get(`${HELD}${tab}`)),

  /** The browser has just started: whatever page held addresses was closed with it. */
  closedWithBrowser: async (): Promise<void> => {
    const all = Object.entries(await browser.storage.local.get());
    await letGo(Object.fromEntries(all.filter(([key]) => key.startsWith(HELD))));
  },

  /** Somebody goes to a site again: a result tells of what was before. */
  outdate: async (): Promise<void> => {
    if ((await read())?.what === 'result') await browser.storage.session.remove(KEY);
  },
};
