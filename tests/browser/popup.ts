import type { Browser, Page } from 'puppeteer-core';

declare const chrome: { action: { openPopup(): Promise<void> } };

/** Opens the popup as the browser's own button does, on the page in front. Chromium only. */
export async function openPopup(browser: Browser): Promise<Page> {
  const background = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const worker = await background.worker();
  await worker?.evaluate(() => chrome.action.openPopup());
  const popup = await browser.waitForTarget((target) => target.url().endsWith('/popup.html'));
  return await popup.asPage();
}
