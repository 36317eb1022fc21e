import type { Browser } from 'puppeteer-core';
import { type BrowserName, openOwnPage } from './driver';

/** @returns the errors of ours that the options page counts, each with how often it came; `undefined` when nothing was ever noted. */
export async function failuresOf(name: BrowserName, browser: Browser): Promise<object | undefined> {
  const own = await openOwnPage(name, browser, '/options.html');
  const failures = await own.evaluate(async () => {
    type Area = { get: (key: string) => Promise<{ overlayState?: { failures: object } }> };
    const { browser, chrome } = globalThis as unknown as Record<string, { storage: { local: Area } } | undefined>;
    return (await (browser ?? chrome)?.storage.local.get('overlayState'))?.overlayState?.failures;
  });
  await own.close();
  return failures;
}
