import { browser } from 'wxt/browser';
import { type Covered, domainsOf, isCovered } from './covered';
import { isOwn, openOwnTabs } from './own-pages';

/** What the browser still holds of the sites and of our own pages about them, each with what is needed to erase it. */
export interface Traces {
  tabs: { id: number; url: string }[];
  cookies: Cookie[];
  /** Addresses in the history. */
  visited: string[];
  /** Closed tabs that a person could open again, with what was written in them (Firefox only). */
  closedTabs: { windowId: number; sessionId: string }[];
  /** Closed windows that would come back with such a page (Firefox only). */
  closedWindows: string[];
}

interface Cookie {
  name: string;
  domain: string;
  path: string;
  secure: boolean;
  storeId: string;
  /** Set when the site was shown inside a page of another one. */
  partitionKey?: { topLevelSite?: string | undefined } | undefined;
  firstPartyDomain?: string | undefined;
}

/** Addresses read from the history at once: more than a browser keeps by default. */
const MOST_VISITS = 200_000;

/** Looks for what is left of the sites, everywhere the browser lets us look. @throws without the permissions. */
export async function findTraces(sites: readonly Covered[]): Promise<Traces> {
  return {
    tabs: [...(await openTabs(sites)), ...(await openOwnTabs())],
    cookies: await cookiesOf(sites),
    visited: await visitedOf(sites),
    ...(import.meta.env.FIREFOX ? await closedOf(sites) : { closedTabs: [], closedWindows: [] }),
  };
}

/** @returns every host to clear: those that are listed, and those that really left something. */
export function hostsToClear(sites: readonly Covered[], { cookies, visited, tabs }: Traces): string[] {
  const theirs = [...visited, ...tabs.map(({ url }) => url)].filter((url) => !isOwn(url));
  const seen = theirs.flatMap((url) => URL.parse(url)?.hostname ?? []);
  const withCookies = cookies.map(({ domain }) => domain.replace(/^\./, ''));
  return [...new Set([...sites.flatMap(({ hosts }) => hosts), ...seen, ...withCookies])];
}

/** @returns the tabs of the sites, in every window but private ones. */
export async function openTabs(sites: readonly Covered[]): Promise<Traces['tabs']> {
  const tabs = await browser.tabs.query({ url: domainsOf(sites).map((domain) => `*://*.${domain}/*`) });
  return tabs.flatMap(({ id, url, incognito }) => (id === undefined || !url || incognito ? [] : [{ id, url }]));
}

async function cookiesOf(sites: readonly Covered[]): Promise<Cookie[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const found: Cookie[] = [];
  for (const { id: storeId } of stores) {
    for (const domain of domainsOf(sites)) {
      // Firefox leaves out cookies bound to a first party unless this is asked for.
      const firstParty = import.meta.env.FIREFOX ? { firstPartyDomain: null } : {};
      const query = { domain, storeId, partitionKey: {}, ...firstParty };
      found.push(...(await browser.cookies.getAll(query as Parameters<typeof browser.cookies.getAll>[0])));
    }
  }
  return found;
}

async function visitedOf(sites: readonly Covered[]): Promise<string[]> {
  const all = await browser.history.search({ text: '', startTime: 0, maxResults: MOST_VISITS });
  return all.flatMap(({ url }) => (url !== undefined && (isCovered(url, sites) || isOwn(url)) ? [url] : []));
}

interface ClosedSession {
  tab?: { url?: string; windowId: number; sessionId: string };
  window?: { sessionId: string; tabs?: { url?: string }[] };
}

interface FirefoxSessions {
  getRecentlyClosed(): Promise<ClosedSession[]>;
  forgetClosedTab(windowId: number, sessionId: string): Promise<void>;
  forgetClosedWindow(sessionId: string): Promise<void>;
}

/** Firefox only: Chromium forgets a closed tab with its address in the history. */
export function firefoxSessions(): FirefoxSessions {
  return browser.sessions as unknown as FirefoxSessions;
}

async function closedOf(sites: readonly Covered[]): Promise<Pick<Traces, 'closedTabs' | 'closedWindows'>> {
  const closed = await firefoxSessions().getRecentlyClosed();
  return {
    closedTabs: closed.flatMap(({ tab }) =>
      tab && (isCovered(tab.url, sites) || isOwn(tab.url))
        ? [{ windowId: tab.windowId, sessionId: tab.sessionId }]
        : [],
    ),
    closedWindows: closed.flatMap(({ window }) =>
      window?.tabs?.some(({ url }) => isCovered(url, sites)) ? [window.sessionId] : [],
    ),
  };
}
