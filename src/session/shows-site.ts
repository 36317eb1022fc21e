import { browser } from 'wxt/browser';
import { askTab } from '../messages/messages';

/** ms; a page that is busy, or asleep, says nothing for a while. */
const PATIENCE = 1_000;

/** @returns the site whose page answers in this tab, `undefined` when none is there; `late` when nothing comes in time. */
export async function siteIn(tab: number, late?: string): Promise<string | undefined> {
  const silence = new Promise<string | undefined>((resume) => setTimeout(() => resume(late), PATIENCE));
  return await Promise.race([askTab(tab, 'page.site', {}).catch(() => undefined), silence]);
}

/**
 * @returns whether a tab that was noted for a site still shows it. One that went on to another address has nobody to
 * answer for us; one that is loading, asleep or busy is given the benefit of the doubt.
 */
export async function showsSite(tab: number, site: string): Promise<boolean> {
  const { status, discarded } = await browser.tabs.get(tab).catch(() => ({ status: 'gone', discarded: false }));
  return status === 'loading' || discarded || (await siteIn(tab, site)) === site;
}
