import { browser } from 'wxt/browser';

/** Keys in `storage.session` (gone with the browser) and in `storage.local` (the unfinished erasing outlives it). */
const TABS_KEY = 'visits';
const START_KEY = 'sessionStart';
const UNFINISHED_KEY = 'endSession';

/** Which tab shows which site: a number and an id, nothing of the page. */
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

/** What is remembered of a session on the sites: when it began, and which tabs. */
export const visits = {
  /**
   * A page of a site opened in this tab, at this time (epoch ms). The page may have waited long for us to start: what
   * was downloaded meanwhile belongs to the session.
   */
  opened: (tab: number, site: string, at: number): Promise<void> =>
    inTurn(async () => {
      const tabs = (await read<Tabs>(TABS_KEY)) ?? {};
      const start = Math.min((await read<number>(START_KEY)) ?? at, at);
      await browser.storage.session.set({ [TABS_KEY]: { ...tabs, [tab]: site }, [START_KEY]: start });
    }),

  /** @returns the site that has just lost its last tab, if one has. */
  closed: (tab: number): Promise<string | undefined> =>
    inTurn(async () => {
      const { [String(tab)]: site, ...others } = (await read<Tabs>(TABS_KEY)) ?? {};
      if (site === undefined) return undefined;
      const left = await stillOpen(others);
      await browser.storage.session.set({ [TABS_KEY]: left });
      return Object.values(left).includes(site) ? undefined : site;
    }),

  /** @returns for each site that is open, one of its tabs. */
  async tabs(): Promise<ReadonlyMap<string, number>> {
    const tabs = await stillOpen((await read<Tabs>(TABS_KEY)) ?? {});
    return new Map(Object.entries(tabs).map(([tab, site]) => [site, Number(tab)]));
  },

  /** @returns when the first page of a site was opened, in epoch ms. */
  startedAt: (): Promise<number | undefined> => read<number>(START_KEY),

  /** The session is over: the next one starts from nothing. */
  forget: (): Promise<void> => inTurn(() => browser.storage.session.remove([TABS_KEY, START_KEY])),
};

/** An erasing that has begun and is not known to have finished. It outlives the browser. */
export const unfinished = {
  begin: (): Promise<void> => browser.storage.local.set({ [UNFINISHED_KEY]: { startedAt: Date.now() } }),
  end: (): Promise<void> => browser.storage.local.remove(UNFINISHED_KEY),
  async exists(): Promise<boolean> {
    const stored: Record<string, unknown> = await browser.storage.local.get(UNFINISHED_KEY);
    return stored[UNFINISHED_KEY] !== undefined;
  },
};
