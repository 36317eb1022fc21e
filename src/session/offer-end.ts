import { browser } from 'wxt/browser';
import { liveSettings, settingsNow } from '../settings/live-settings';
import type { Settings } from '../settings/types';
import { unfinished, visits } from './visits';

/** Why the page « Terminer ma session » opened by itself. */
export type OfferReason = 'inactive' | 'last-tab' | 'unfinished';

const PAGE = '/end-session.html';
const STARTED_KEY = 'started';
/** s in a minute, and the fewest that browsers take. */
const MINUTE = 60;
const SHORTEST = 15;

/**
 * Offers « Terminer ma session » on public machines: when nobody has touched the machine for a while, and when the last
 * tab of a site is closed; on any machine when an erasing was cut short. In a page of our own, never inside the site's
 * (design, 7). The browser tells that nobody is there: no gesture is watched in any page.
 */
export function offerEndOfSession(signal: AbortSignal): void {
  const settings = liveSettings(signal);
  settings.onChange(followInactivity, signal);
  browser.idle.onStateChanged.addListener((state) => state !== 'active' && void onIdle());
  browser.tabs.onRemoved.addListener((tab) => void onClosed(tab));
  void offerUnfinished();
}

function followInactivity({ inactivityMinutes }: Settings): void {
  if (inactivityMinutes > 0) browser.idle.setDetectionInterval(Math.max(SHORTEST, inactivityMinutes * MINUTE));
}

async function onIdle(): Promise<void> {
  const { mode, inactivityMinutes } = await settingsNow();
  // Who has opened none of these sites has nothing to end.
  if (mode === 'public' && inactivityMinutes > 0 && (await visits.startedAt()) !== undefined) await offer('inactive');
}

async function onClosed(tab: number): Promise<void> {
  const site = await visits.closed(tab);
  if (site === undefined || (await settingsNow()).mode !== 'public' || (await unfinished.exists())) return;
  // When the whole browser is closing there is nothing left to open a page in.
  if ((await browser.windows.getAll()).length > 0) await offer('last-tab');
}

/** Once a start of the browser: the mark is in a storage that goes with it. */
async function offerUnfinished(): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.session.get(STARTED_KEY);
  if (stored[STARTED_KEY]) return;
  await browser.storage.session.set({ [STARTED_KEY]: true });
  if (await unfinished.exists()) await offer('unfinished');
}

/** Opens the page once, beside the tab that the person was in, so that closing it leads back there. */
async function offer(reason: OfferReason): Promise<void> {
  const url = browser.runtime.getURL(PAGE);
  if ((await browser.tabs.query({})).some((tab) => tab.url?.startsWith(url))) return;
  const [before] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const opener = before?.id === undefined ? {} : { openerTabId: before.id };
  await browser.tabs.create({ url: `${PAGE}#${reason}`, ...opener });
}
