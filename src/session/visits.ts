import { browser } from 'wxt/browser';
import { endPage } from './end-page';

/** Keys in `storage.session` (gone with the browser) and in `storage.local` (the unfinished erasing outlives it). */
const TABS_KEY = 'visits';
const START_KEY = 'sessionStart';
const SITES_KEY = 'visitedSites';
const UNSURE_KEY = 'unsureHosts';
const UNFINISHED_KEY = 'endSession';

/** In the place of a site's id, for a tab that went on to another address. */
const NO_SITE = '';

/** Which tab showed which site, or none of them any more: a number and an id, nothing of the page. */
type Tabs = Record<string, string>;

async function read<T>(key: string): Promise<T | undefined> {
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return stored[key] as T | undefined;
}

/** One write after the other: two tabs that open together must both be noted. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run, run);
  last = next;
  return next;
}

/** A page may tell of itself while its tab is being closed: what is noted counts only as far as the tab is still there. */
async function stillOpen(tabs: Tabs): Promise<Tabs> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => String(id)));
  return Object.fromEntries(Object.entries(tabs).filter(([tab]) => open.has(tab)));
}

const tabsOf = (tabs: Tabs, site?: string): number[] =>
  Object.entries(tabs).flatMap(([tab, its]) => (site === undefined || its === site ? [Number(tab)] : []));

/** What is remembered of a session on the sites: when it began, which sites, and which tabs. */
export const visits = {
  /**
   * A page of a site opened in this tab, at this time (epoch ms). The page may have waited long for us to start: what
   * was downloaded meanwhile belongs to the session.
   */
  opened: (tab: number, site: string, at: number): Promise<void> =>
    inTurn(async () => {
      const tabs = (await read<Tabs>(TABS_KEY)) ?? {};
      const start = Math.min((await read<number>(START_KEY)) ?? at, at);
      const sites = [...new Set([...((await read<string[]>(SITES_KEY)) ?? []), site])];
      await browser.storage.session.set({
        [TABS_KEY]: { ...tabs, [tab]: site },
        [START_KEY]: start,
        [SITES_KEY]: sites,
      });
      await endPage.outdate();
    }),

  /** @returns the site of the tab that has just been closed, with the other open tabs that were noted for it. */
  closed: (tab: number): Promise<{ site: string; others: number[] } | undefined> =>
    inTurn(async () => {
      const { [String(tab)]: site, ...others } = (await read<Tabs>(TABS_KEY)) ?? {};
      if (site === undefined || site === NO_SITE) return undefined;
      const left = await stillOpen(others);
      await browser.storage.session.set({ [TABS_KEY]: left });
      return { site, others: tabsOf(left, site) };
    }),

  /** These tabs show their site no more: « Précédent » may lead back there, closing them closes nothing of it. */
  wentOn: (gone: readonly number[]): Promise<void> =>
    inTurn(async () => {
      const tabs = (await read<Tabs>(TABS_KEY)) ?? {};
      for (const tab of gone) if (String(tab) in tabs) tabs[tab] = NO_SITE;
      await browser.storage.session.set({ [TABS_KEY]: tabs });
    }),

  /** @returns the open tabs that showed this site, or any of them. They may have gone on to another address since. */
  tabs: async (site?: string): Promise<number[]> => tabsOf(await stillOpen((await read<Tabs>(TABS_KEY)) ?? {}), site),

  /** @returns the sites that were visited, open or not: closing a page does not end what its server remembers. */
  sites: async (): Promise<readonly string[]> => (await read<string[]>(SITES_KEY)) ?? [],

  /** @returns when the first page of a site was opened, in epoch ms. */
  startedAt: (): Promise<number | undefined> => read<number>(START_KEY),

  /** The session is over: the next one starts from nothing. */
  forget: (): Promise<void> => inTurn(() => browser.storage.session.remove([TABS_KEY, START_KEY, SITES_KEY])),
};

/**
 * Firefox: the hosts whose copies an erasing may have left. They outlive the session, for nothing else tells of them any
 * more: asked again, « nothing is left » would be a lie.
 */
export const unsure = {
  hosts: async (): Promise<readonly string[]> => (await read<string[]>(UNSURE_KEY)) ?? [],
  keep: (hosts: readonly string[]): Promise<void> => browser.storage.session.set({ [UNSURE_KEY]: hosts }),
};

/** An erasing that has begun and is not known to have finished. It outlives the browser. */
export const unfinished = {
  /** `since`: when the session began, in epoch ms, as far as it is known. */
  begin: (since: number | undefined): Promise<void> =>
    browser.storage.local.set({ [UNFINISHED_KEY]: { startedAt: Date.now(), since } }),
  end: (): Promise<void> => browser.storage.local.remove(UNFINISHED_KEY),
  exists: async (): Promise<boolean> => (await readUnfinished()) !== undefined,
  /** @returns when the session began that was being erased, if it is known. */
  since: async (): Promise<number | undefined> => (await readUnfinished())?.since,
};

async function readUnfinished(): Promise<{ since?: number } | undefined> {
  const stored: Record<string, unknown> = await browser.storage.local.get(UNFINISHED_KEY);
  return stored[UNFINISHED_KEY] as { since?: number } | undefined;
}
