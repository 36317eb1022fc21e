import { browser } from 'wxt/browser';
import { visits } from '../session/visits';
import type { Traces } from './traces';

/**
 * Firefox: how many tabs showed a site and went on to another address. « Précédent » leads back there whatever is erased,
 * and no extension may take that away. Those that are still on the site are not counted, nor the one that we are in.
 */
export async function countBackTabs(onSite: Traces['tabs']): Promise<number> {
  const own = await browser.tabs.getCurrent();
  const apart = new Set([...onSite.map(({ id }) => id), own?.id]);
  return (await visits.tabs()).filter((tab) => !apart.has(tab)).length;
}
