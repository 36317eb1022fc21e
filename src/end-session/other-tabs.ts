import { browser } from 'wxt/browser';
import { visits } from '../session/visits';
import type { Traces } from './traces';

/** @returns the tabs that are still on a site, and the one that we are in: neither is counted here. */
async function apartFrom(onSite: Traces['tabs']): Promise<Set<number | undefined>> {
  const own = await browser.tabs.getCurrent();
  return new Set([...onSite.map(({ id }) => id), own?.id]);
}

/**
 * Firefox: how many tabs showed a site and went on to another address. « Précédent » leads back there whatever is erased,
 * and no extension may take that away.
 */
export async function countBackTabs(onSite: Traces['tabs']): Promise<number> {
  const apart = await apartFrom(onSite);
  return (await visits.tabs()).filter((tab) => !apart.has(tab)).length;
}

/**
 * How many other tabs are open, private ones aside. A site in another one's page, its source text, a reading view: none of them
 * has an address that we may see.
 */
export async function countOthers(onSite: Traces['tabs']): Promise<number> {
  const apart = await apartFrom(onSite);
  return (await browser.tabs.query({})).filter(({ id, incognito }) => !incognito && !apart.has(id)).length;
}
