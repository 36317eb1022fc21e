import { browser } from 'wxt/browser';

/** Our pages that tell what the person came for. The others say nothing of anybody. */
const TELLING = ['/sheet.html', '/practice.html'] as const;

/** @returns the open tabs of « Ma fiche » and « S'entraîner », in every window but private ones. */
export async function openOwnTabs(): Promise<{ id: number; url: string }[]> {
  const tabs = await browser.tabs.query({ url: TELLING.map((page) => `${browser.runtime.getURL(page)}*`) });
  return tabs.flatMap(({ id, url, incognito }) => (id === undefined || !url || incognito ? [] : [{ id, url }]));
}

/** @returns whether an address is one of our own pages, whichever: in the history none of them is needed again. */
export function isOwn(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('/')) ?? false;
}
