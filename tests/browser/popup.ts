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

/** Opens the popup by pressing the extension's button while this page is in front: the press lets it see the page's address. */
export async function openPopupOn(page: Page, browser: Browser): Promise<Page> {
  await browser.waitForTarget((target) => target.type() === 'service_worker');
  const [extension] = (await browser.extensions()).values();
  if (!extension) throw new Error('The extension is not there');
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  const popup = await browser.waitForTarget((target) => target.url().endsWith('/popup.html'));
  return await popup.asPage();
}
