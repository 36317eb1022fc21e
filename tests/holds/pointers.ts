import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/driver.ts';
import { pressPenInFirefox } from './firefox-window.ts';

export type PointerKind = 'mouse' | 'pen';

interface BrowsingContext {
  performActions(actions: readonly unknown[]): Promise<void>;
}

/** WebDriver BiDi's own actions: puppeteer gives no pen, and no chord in one go. */
export function bidi(page: Page): BrowsingContext {
  return (page.mainFrame() as unknown as { browsingContext: BrowsingContext }).browsingContext;
}

/** Presses and releases a pen, as the browser's own input. */
export async function pressPen(name: BrowserName, page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  if (name === 'firefox') return await pressPenInFirefox(page, { x, y });
  const client = await page.createCDPSession();
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) {
    const button = type === 'mouseMoved' ? 'none' : 'left';
    await client.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1, pointerType: 'pen' });
  }
  await client.detach();
}

/** ms; Chromium never says that a finger was lifted when the tap has opened another tab over its page. */
const LIFTED = 1_500;

/** Taps with a finger, as the browser's own input. */
export async function tapAt(name: BrowserName, page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  if (name === 'firefox') {
    await page.touchscreen.tap(x, y);
    return;
  }
  const client = await page.createCDPSession();
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  const lifted = client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }).catch(() => undefined);
  await Promise.race([lifted, new Promise((resume) => setTimeout(resume, LIFTED))]);
  await client.detach().catch(() => undefined);
}
