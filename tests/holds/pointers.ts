import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/driver.ts';

export type PointerKind = 'mouse' | 'pen';

interface BrowsingContext {
  performActions(actions: readonly unknown[]): Promise<void>;
}

/** WebDriver BiDi's own actions: puppeteer gives no pen, and no chord in one go. */
export function bidi(page: Page): BrowsingContext {
  return (page.mainFrame() as unknown as { browsingContext: BrowsingContext }).browsingContext;
}

/** Presses and releases a pen, as the browser's own input. */
export async function mouseOfKind(
  name: BrowserName,
  page: Page,
  pointer: PointerKind,
  { x, y }: { x: number; y: number },
): Promise<void> {
  if (name === 'firefox') {
    const at = { x: Math.round(x), y: Math.round(y) };
    await bidi(page).performActions([
      {
        type: 'pointer',
        id: `a ${pointer}`,
        parameters: { pointerType: pointer },
        actions: [
          { type: 'pointerMove', ...at },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
    return;
  }
  const client = await page.createCDPSession();
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) {
    const button = type === 'mouseMoved' ? 'none' : 'left';
    await client.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1, pointerType: pointer });
  }
  await client.detach();
}
