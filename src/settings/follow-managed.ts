import { browser } from 'wxt/browser';
import { layerOf, MANAGED_KEY } from './live-settings';
import { type Refused, readSettings } from './schema';

/** Key in `storage.local`: the structure's values that were refused, for the options page. */
export const REFUSED_KEY = 'managedRefused';

/** ms; Chromium answers `{}` for some seconds after a start although a policy is there. */
const SECOND_LOOK = 10_000;

/**
 * Keeps the copy of the structure's settings in `storage.local` true. The browser may answer late, with an error
 * or never (Edge): nothing waits for it, and until it answers the last copy holds.
 */
export function followManaged(): void {
  // Without storage nothing can be kept: what holds now goes on.
  const look = (): void => void refresh().catch((error: unknown) => console.error('Managed settings:', error));
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') look();
  });
  // Having this listener makes the browser start the background with itself.
  browser.runtime.onStartup.addListener(look);
  look();
}

async function refresh(): Promise<void> {
  let received = await managedValues();
  if (received && Object.keys(received).length === 0 && (await hasCopy())) {
    await new Promise((resume) => setTimeout(resume, SECOND_LOOK));
    received = await managedValues();
  }
  if (received) await keep(received);
}

/** @returns the structure's values, none when the browser says that no policy exists, `undefined` when it cannot say. */
async function managedValues(): Promise<Record<string, unknown> | undefined> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    // What Firefox says when no policy exists.
    return error instanceof Error && /manifest not found/i.test(error.message) ? {} : undefined;
  }
}

async function hasCopy(): Promise<boolean> {
  const stored = await browser.storage.local.get(MANAGED_KEY);
  return Object.keys(layerOf(stored[MANAGED_KEY])).length > 0;
}

async function keep(received: Record<string, unknown>): Promise<void> {
  const { values, refused } = readSettings(received);
  const next = { [MANAGED_KEY]: values, [REFUSED_KEY]: refused satisfies Refused[] };
  const before = await browser.storage.local.get([MANAGED_KEY, REFUSED_KEY]);
  const isSame = Object.entries(next).every(([key, value]) => sameJson(before[key], value));
  if (!isSame) await browser.storage.local.set(next);
}

function sameJson(one: unknown, two: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
