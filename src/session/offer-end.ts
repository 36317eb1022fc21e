import { browser } from 'wxt/browser';
import { liveSettings, settingsNow } from '../settings/live-settings';
import type { Settings } from '../settings/types';
import { endPage } from './end-page';
import { forgetLastPerson } from './own-record';
import { showsSite } from './shows-site';
import { unfinished, visits } from './visits';

/** Why the page « Terminer ma session » opened by itself. */
export type OfferReason = 'inactive' | 'last-tab' | 'unfinished';

const PAGE = '/end-session.html';
const STARTED_KEY = 'started';
/** s in a minute, the fewest that browsers take, and how early a browser may say so. */
const MINUTE = 60;
const SHORTEST = 15;
const EARLY = 2;

/**
 * Offers « Terminer ma session » on public machines: when nobody has touched the machine for a while, and when the last
 * tab of a site is closed; on any machine when an erasing was cut short. In a page of our own, never inside the site's
 * (design, 7). The browser tells that nobody is there: no gesture is watched in any page.
 */
export function offerEndOfSession(signal: AbortSignal): void {
  const settings = liveSettings(signal);
  settings.onChange(followInactivity, signal);
  // One after the other: of two tabs that close together only one is the last, and a machine is locked soon after it is idle.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (run: () => Promise<void>): void => {
    last = last.then(run).catch(reportError);
  };
  browser.idle.onStateChanged.addListener((state) => state !== 'active' && inTurn(onIdle));
  browser.tabs.onRemoved.addListener((tab) => {
    if (import.meta.env.FIREFOX) inTurn(() => endPage.closed(tab));
    inTurn(() => onClosed(tab));
  });
  inTurn(onFirstStart);
}

function followInactivity({ inactivityMinutes }: Settings): void {
  if (inactivityMinutes > 0) browser.idle.setDetectionInterval(secondsOf(inactivityMinutes));
}

const secondsOf = (minutes: number): number => Math.max(SHORTEST, minutes * MINUTE);

async function onIdle(): Promise<void> {
  const { mode, inactivityMinutes } = await settingsNow();
  // Who has opened none of these sites has nothing to end.
  if (mode !== 'public' || inactivityMinutes <= 0 || (await visits.startedAt()) === undefined) return;
  // Until our settings are read, browsers count a minute of their own.
  const state = await browser.idle.queryState(Math.max(SHORTEST, secondsOf(inactivityMinutes) - EARLY));
  if (state !== 'active') await offer('inactive');
}

async function onClosed(tab: number): Promise<void> {
  const closed = await visits.closed(tab);
  if (closed === undefined || (await settingsNow()).mode !== 'public' || (await unfinished.exists())) return;
  const { site, others } = closed;
  const isShown = await Promise.all(others.map((other) => showsSite(other, site)));
  await visits.wentOn(others.filter((_, rank) => !isShown[rank]));
  // Once all is erased there is nothing to end any more.
  if (isShown.includes(true) || (await visits.startedAt()) === undefined) return;
  // When the whole browser is closing there is nothing left to open a page in.
  if ((await browser.windows.getAll()).length > 0) await offer('last-tab');
}

/** Once a start of the browser: the mark is in a storage that goes with it. */
async function onFirstStart(): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.session.get(STARTED_KEY);
  if (stored[STARTED_KEY]) return;
  await browser.storage.session.set({ [STARTED_KEY]: true });
  const letGo = import.meta.env.FIREFOX ? endPage.closedWithBrowser() : undefined;
  await Promise.all([offerUnfinished(), forgetLastPerson(), letGo]);
}

async function offerUnfinished(): Promise<void> {
  if (await unfinished.exists()) await offer('unfinished');
}

/**
 * Opens the page once, beside the tab that the person was in, so that closing it leads back there. One that already asks
 * the same, that is erasing, or whose result still holds, comes to the front instead; any other is replaced.
 */
async function offer(reason: OfferReason): Promise<void> {
  const url = browser.runtime.getURL(PAGE);
  const tabs = await browser.tabs.query({});
  const isOurs = (tab: { url?: string | undefined }): boolean => tab.url?.startsWith(url) ?? false;
  const kept = await endPage.keptFor(reason);
  // A page that has just been opened has no address yet; one that sleeps shows nothing of what it showed.
  const there = tabs.find((tab) => tab.id === kept && !tab.discarded && (isOurs(tab) || tab.status === 'loading'));
  if (there?.id !== undefined) {
    await browser.tabs.update(there.id, { active: true });
    return void (await browser.windows.update(there.windowId, { focused: true }));
  }
  const [before] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const opener = before?.id === undefined ? {} : { openerTabId: before.id };
  const { id } = await browser.tabs.create({ url: `${PAGE}#${reason}`, ...opener });
  if (id !== undefined) await endPage.shows(id, reason);
  await browser.tabs.remove(tabs.filter(isOurs).flatMap((tab) => tab.id ?? []));
}
