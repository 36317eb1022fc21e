import { browser } from 'wxt/browser';
import type { OfferReason } from './offer-end';

/** Key in `storage.session`. An address that changed (`#done`) would leave itself in the history that was just erased. */
const KEY = 'endPage';

/** What the page « Terminer ma session » shows in its tab. */
interface Shown {
  tab: number;
  what: OfferReason | 'erasing' | 'result';
}

/** Key in `storage.session`, by tab: addresses that stay in the history as long as the page asks about their files. */
const HELD_KEY = 'heldAddresses';

async function heldByTab(): Promise<Record<string, readonly string[]>> {
  const stored: Record<string, unknown> = await browser.storage.session.get(HELD_KEY);
  return (stored[HELD_KEY] ?? {}) as Record<string, readonly string[]>;
}

async function read(): Promise<Shown | undefined> {
  const stored: Record<string, unknown> = await browser.storage.session.get(KEY);
  return stored[KEY] as Shown | undefined;
}

/** The page « Terminer ma session » that is not to be replaced: it asks already, it is erasing, or it tells what was erased. */
export const endPage = {
  shows: (tab: number, what: Shown['what']): Promise<void> => browser.storage.session.set({ [KEY]: { tab, what } }),

  /** @returns the tab that serves for this question, or that must not be taken away for it. It may be closed since. */
  keptFor: async (reason: OfferReason): Promise<number | undefined> => {
    const shown = await read();
    return shown && [reason, 'erasing', 'result'].includes(shown.what) ? shown.tab : undefined;
  },

  /** These addresses, of files that the page in this tab asks about, are to go from the history when it is closed. */
  holds: async (tab: number, addresses: readonly string[]): Promise<void> =>
    browser.storage.session.set({ [HELD_KEY]: { ...(await heldByTab()), [tab]: addresses } }),

  /** A tab is closed: if it was such a page, nobody is asked about its files any more. */
  closed: async (tab: number): Promise<void> => {
    const { [String(tab)]: addresses, ...others } = await heldByTab();
    if (!addresses) return;
    for (const url of addresses) await browser.history.deleteUrl({ url });
    await browser.storage.session.set({ [HELD_KEY]: others });
  },

  /** Somebody goes to a site again: a result tells of what was before. */
  outdate: async (): Promise<void> => {
    if ((await read())?.what === 'result') await browser.storage.session.remove(KEY);
  },
};
