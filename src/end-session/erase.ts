import { browser } from 'wxt/browser';
import type { Covered } from './covered';
import { forgetGoneDownloads, lookForFiles } from './downloads';
import { countBackTabs, countOthers } from './other-tabs';
import { openOwnTabs } from './own-pages';
import { clearFromPages, unsureHosts } from './page-storage';
import { findTraces, firefoxSessions, hostsToClear, openTabs, type Traces } from './traces';

/** ms between two looks at tabs that are closing, and how long we wait for them: a page may hold its own closing. */
const LOOK_EVERY = 100;
const WAIT_FOR_TABS = 3_000;

/** Closes the sites' tabs and our own about them, and waits until they are gone, so that no page writes anything after the erasing. */
export async function closeTabs(sites: readonly Covered[]): Promise<void> {
  const open = async (): Promise<Traces['tabs']> => [...(await openTabs(sites)), ...(await openOwnTabs())];
  // A page that asks whether to leave it keeps the browser's answer back until the person answers, if ever: the tabs are looked at instead.
  for (const { id } of await open()) void browser.tabs.remove(id).catch(() => undefined);
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

/** Firefox: the same for windows. One goes whole, with the other pages that it held. */
async function forgetClosedWindows(closed: Traces['closedWindows']): Promise<void> {
  for (const sessionId of closed) await firefoxSessions().forgetClosedWindow(sessionId);
}

/** What is done, in order. */
export type Stage = 'tabs' | 'data' | 'history' | 'check';

/** What is left after all was done. */
export interface Remains {
  tabs: number;
  cookies: number;
  visited: number;
  /** Addresses that stay in the history as long as their files are asked about (Firefox only). */
  held: string[];
  closedTabs: number;
  closedWindows: number;
  /** Tabs where « Précédent » leads back to a site (Firefox only). */
  backTabs: number;
  /** Other tabs that are open: the browser does not tell us what they show. */
  others: number;
  /** Hosts whose storage was erased: another one, met only inside a page, is known to nobody. */
  hosts: string[];
  /** Hosts whose caches and private files may still be there (Firefox only). */
  unsure: string[];
  /** What the browser refused, in its own words. */
  failures: string[];
}

/**
 * Erases everything of these sites, then looks again. A stage that fails does not stop the next ones.
 * Storage cannot be looked into from outside the site: for it the browser's word is what we have. `stillUnsure`: hosts that
 * an erasing before this one was not sure of; nothing else remembers them. `held`: addresses to be left in the history for now.
 */
export async function erase(
  sites: readonly Covered[],
  stillUnsure: readonly string[],
  held: readonly string[],
  onStage: (stage: Stage) => void,
): Promise<Remains> {
  const failures: string[] = [];
  const attempt = async (stage: Stage, run: () => Promise<void>): Promise<void> => {
    onStage(stage);
    await run().catch((error: unknown) => failures.push(error instanceof Error ? error.message : String(error)));
  };
  const before = await findTraces(sites);
  await lookForFiles();
  const unsure = import.meta.env.FIREFOX ? unsureHosts(before, stillUnsure, await clearFromPages(before.tabs)) : [];
  await attempt('tabs', () => closeTabs(sites));
  const hosts = hostsToClear(sites, before);
  await attempt('data', async () => eraseData(hosts, before.cookies));
  await attempt('history', async () => {
    const { visited, closedTabs, closedWindows } = await findTraces(sites);
    await eraseHistory(visited.filter((url) => !held.includes(url)));
    await forgetClosedTabs(closedTabs);
    await forgetClosedWindows(closedWindows);
    await forgetGoneDownloads(sites);
  });
  onStage('check');
  const { tabs, cookies, visited, closedTabs, closedWindows } = await findTraces(sites);
  return {
    tabs: tabs.length,
    cookies: cookies.length,
    visited: visited.filter((url) => !held.includes(url)).length,
    held: visited.filter((url) => held.includes(url)),
    closedTabs: closedTabs.length,
    closedWindows: closedWindows.length,
    backTabs: import.meta.env.FIREFOX ? await countBackTabs(tabs) : 0,
    others: await countOthers(tabs),
    hosts,
    unsure,
    failures,
  };
}

/** @returns whether nothing was found any more, as far as the browser lets us look. */
export function isNothingLeft({ hosts, unsure, held, others, failures, ...counts }: Remains): boolean {
  return failures.length === 0 && Object.values(counts).every((count) => count === 0);
}
