import type { Page } from 'puppeteer-core';

interface Connection {
  send(method: string, parameters: unknown): Promise<{ result: Record<string, unknown> }>;
}

/**
 * Runs code in Firefox's own window, with this tab in front, as `shown`: some hands of a person (a pen, a screen reader)
 * have no driver, but the browser has them.
 */
export async function inFirefoxWindow(page: Page, code: string): Promise<void> {
  await page.bringToFront();
  const { connection } = page.browser() as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window_] = tree.result.contexts as { context: string }[];
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => { const shown = gBrowser.selectedBrowser; ${code} })()`,
    target: { context: window_?.context },
    awaitPromise: true,
  });
  if (answer.result.type !== 'success') throw new Error(`In Firefox's window: ${JSON.stringify(answer.result)}`);
}

/** Presses and releases a pen at a place of the tab, in px. */
export async function pressPenInFirefox(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await inFirefoxWindow(
    page,
    `const { left, top } = shown.getBoundingClientRect();
    for (const [type, buttons] of [['mousemove', 0], ['mousedown', 1], ['mouseup', 0]])
      window.synthesizeMouseEvent(type, left + ${x}, top + ${y},
        { button: 0, buttons, clickCount: 1, pressure: buttons / 2, inputSource: MouseEvent.MOZ_SOURCE_PEN },
        { isWidgetEventSynthesized: false, isDOMEventSynthesized: false });`,
  );
}

/** Does the first action of the element with this id, as a screen reader asks the browser to. */
export async function actAsScreenReader(page: Page, id: string): Promise<void> {
  await inFirefoxWindow(
    page,
    `const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const find = (one) => {
      for (let inner = one?.firstChild; inner; inner = inner.nextSibling) {
        const found = inner.id === ${JSON.stringify(id)} ? inner : find(inner);
        if (found) return found;
      }
    };
    for (let tries = 0; tries < 40; tries++) {
      const found = find(service.getAccessibleFor(shown));
      if (found) return found.doAction(0);
      await new Promise((resume) => setTimeout(resume, 50));
    }
    throw new Error('nothing to act on');`,
  );
}
