import { browser } from 'wxt/browser';
import type { Progress } from '../guides/progress';
import { ask, askTab } from '../messages/messages';
import { officialness } from '../official/official-site';
import type { Errand } from './errands';

/** The tab under the popup. `url` is there for our sites, and for any page once the person opened the popup on it. */
export interface CurrentTab {
  id: number | undefined;
  url: string | undefined;
}

/** @returns the tab that the person looks at. */
export async function currentTab(): Promise<CurrentTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { id: tab?.id, url: tab?.url };
}

/**
 * Starts a guide: in the page that is open when it is of the guide's site and its engine answers,
 * else by going to the guide's first page. A page of another site is never replaced: a new tab opens.
 */
export async function startErrand({ guide, pack }: Errand, tab: CurrentTab): Promise<void> {
  const place = officialness(tab.url, { officials: [pack.site], reservedEndings: [] });
  if (place.kind === 'official' && tab.id !== undefined && (await startHere(tab.id, guide.id))) return;
  const opened = await browser.tabs.create({ url: 'about:blank' });
  const first = guide.steps[0];
  if (opened.id === undefined || !first) return;
  const progress = { guide: guide.id, step: first.id, trail: [], state: 'running' } satisfies Progress;
  // Even when it cannot be noted, the person gets to the page: the guide can be started there.
  await ask('progress.start', { site: pack.site.id, tab: opened.id, progress }).catch(() => undefined);
  await browser.tabs.update(opened.id, { url: guide.start });
}

async function startHere(tab: number, guide: string): Promise<boolean> {
  try {
    return await askTab(tab, 'guide.start', { guide });
  } catch {
    return false;
  }
}
