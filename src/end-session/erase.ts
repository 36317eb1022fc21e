import { browser } from 'wxt/browser';
import type { Covered } from './covered';
import { openOwnTabs } from './own-pages';
import { findTraces, firefoxSessions, hostsToClear, openTabs, type Traces } from './traces';

/** ms between two looks at tabs that are closing, and how long we wait for them: a page may hold its own closing. */
const LOOK_EVERY = 100;
const WAIT_FOR_TABS = 3_000;

/** Closes the sites' tabs and our own about them, and waits until they are gone, so that no page writes anything after the erasing. */
export async function closeTabs(sites: readonly Covered[]): Promise<void> {
  const open = async (): Promise<Traces['tabs']> => [...(await openTabs(sites)), ...(await openOwnTabs())];
  const tabs = await open();
  await Promise.all(tabs.map(({ id }) => browser.tabs.remove(id).catch(() => undefined)));
  for (const end = Date.now() + WAIT_FOR_TABS; Date.now() < end && (await open()).length > 0; ) {
    await new Promise((resume) => setTimeout(resume, LOOK_EVERY));
  }
}

/**
 * Erases cookies, storage and cache of the hosts. Chromium takes origins: cookies go for the registrable domain, storage
 * for the exact origin. Firefox takes exact host names, throws on types it does not know, and its cache goes for all sites or for none.
 */
export async function eraseData(hosts: readonly string[], cookies: Traces['cookies']): Promise<void> {
  // Without a host the browsers would erase everything.
  if (hosts.length === 0) return;
  const what = { cookies: true, localStorage: true, indexedDB: true, serviceWorkers: true };
  if (import.meta.env.FIREFOX) {
    const where: object = { hostnames: hosts };
    await browser.browsingData.remove(where, what);
    // Asked to erase the cache of some hosts, Firefox erases nothing of it: it goes whole, and the page says so before.
    await browser.browsingData.remove({}, { cache: true });
  } else {
    const [first = '', ...others] = hosts.flatMap((host) => [`https://${host}`, `http://${host}`]);
    await browser.browsingData.remove(
      { origins: [first, ...others] },
      { ...what, cache: true, cacheStorage: true, fileSystems: true },
    );
  }
  for (const cookie of cookies) await removeCookie(cookie);
}

async function removeCookie({
  name,
  domain,
  path,
  secure,
  storeId,
  ...party
}: Traces['cookies'][number]): Promise<void> {
  const { partitionKey, firstPartyDomain } = party;
  const details = {
    url: `http${secure ? 's' : ''}://${domain.replace(/^\./, '')}${path}`,
    name,
    storeId,
    ...(partitionKey ? { partitionKey } : {}),
    ...(firstPartyDomain ? { firstPartyDomain } : {}),
  };
  await browser.cookies.remove(details);
}

/** Erases addresses from the history one by one: asked to erase « the history of a host », browsers erase all of it. */
export async function eraseHistory(visited: readonly string[]): Promise<void> {
  await Promise.all(visited.map((url) => browser.history.deleteUrl({ url })));
}

/** Firefox: makes the closed tabs impossible to open again. */
async function forgetClosedTabs(closed: Traces['closedTabs']): Promise<void> {
  for (const { windowId, sessionId } of closed) await firefoxSessions().forgetClosedTab(windowId, sessionId);
}

/** What is done, in order. */
export type Stage = 'tabs' | 'data' | 'history' | 'check';

/** What is left after all was done. */
export interface Remains {
  tabs: number;
  cookies: number;
  visited: number;
  closedTabs: number;
  /** What the browser refused, in its own words. */
  failures: string[];
}

/**
 * Erases everything of these sites, then looks again. A stage that fails does not stop the next ones.
 * Storage cannot be looked into from outside the site: for it the browser's word is what we have.
 */
export async function erase(sites: readonly Covered[], onStage: (stage: Stage) => void): Promise<Remains> {
  const failures: string[] = [];
  const attempt = async (stage: Stage, run: () => Promise<void>): Promise<void> => {
    onStage(stage);
    await run().catch((error: unknown) => failures.push(error instanceof Error ? error.message : String(error)));
  };
  const before = await findTraces(sites);
  await attempt('tabs', () => closeTabs(sites));
  await attempt('data', async () => eraseData(hostsToClear(sites, before), before.cookies));
  await attempt('history', async () => {
    const { visited, closedTabs } = await findTraces(sites);
    await eraseHistory(visited);
    await forgetClosedTabs(closedTabs);
  });
  onStage('check');
  const { tabs, cookies, visited, closedTabs } = await findTraces(sites);
  const left = { tabs: tabs.length, cookies: cookies.length, visited: visited.length, closedTabs: closedTabs.length };
  return { ...left, failures };
}
