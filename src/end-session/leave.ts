import { browser } from 'wxt/browser';
import type { Progress } from '../guides/progress';
import { ask, askTab } from '../messages/messages';
import type { Pack } from '../schema';
import { siteIn } from '../session/shows-site';
import { visits } from '../session/visits';
import { type Covered, isCovered } from './covered';
import { openTabs } from './traces';

/** Where the person should log out first. */
export interface Leaving {
  /** Sites that were visited, open or not. */
  visited: readonly Covered[];
  /** Services that may have been crossed on the way in: we do not run there, and cannot tell. */
  perhaps: readonly Covered[];
}

/** @returns where to log out: by what the background noted, and by the tabs that we may see. */
export async function sitesToLeave(sites: readonly Covered[]): Promise<Leaving> {
  const noted = await visits.sites();
  const tabs = await openTabs(sites).catch(() => []);
  const visited = sites.filter((site) => noted.includes(site.id) || tabs.some(({ url }) => isCovered(url, [site])));
  const perhaps = sites.filter((site) => site.pack === undefined && !visited.includes(site));
  return { visited, perhaps: visited.length > 0 ? perhaps : [] };
}

/** Goes to a tab that still shows the site, or opens it where one logs out, and starts the guide that leads there. */
export async function goToLogout(site: Covered): Promise<void> {
  const guide = site.pack?.site.leaveGuide;
  const tab = await tabOf(site);
  const there = tab === undefined ? undefined : await browser.tabs.update(tab, { active: true }).catch(() => undefined);
  if (!there || tab === undefined) return await openLogout(site);
  if (guide) await askTab(tab, 'guide.start', { guide }).catch(() => false);
}

async function tabOf(site: Covered): Promise<number | undefined> {
  for (const tab of await visits.tabs(site.id)) if ((await siteIn(tab)) === site.id) return tab;
  return (await openTabs([site]).catch(() => []))[0]?.id;
}

async function openLogout({ leaveAt, pack }: Covered): Promise<void> {
  const first = pack && firstStep(pack);
  if (!first) return void (await browser.tabs.create({ url: leaveAt }));
  const { id: tab } = await browser.tabs.create({ url: 'about:blank' });
  if (tab === undefined) return;
  // Even when it cannot be noted, the person gets to the page: what to look for is written here.
  await ask('progress.start', { site: pack.site.id, tab, progress: first }).catch(() => undefined);
  await browser.tabs.update(tab, { url: leaveAt });
}

function firstStep({ site, guides }: Pack): Progress | undefined {
  const guide = guides.find(({ id }) => id === site.leaveGuide);
  const step = guide?.steps[0];
  return guide && step && { guide: guide.id, step: step.id, trail: [], state: 'running' };
}
