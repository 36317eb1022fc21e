import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { startWorld, type World, type WorldHandler } from './world';

/** What the tests of a block share. */
export interface Opened {
  readonly world: World;
  /** With the built extension, on that world. */
  readonly browser: Browser;
}

type Serve = () => WorldHandler | Promise<WorldHandler>;

/**
 * Opens a world and a browser before the tests of the block it is called in, and closes both after them.
 * @param serve makes what the world serves; by default it serves nothing
 * @returns both, to be read inside tests and hooks only: reading them earlier throws
 */
export function openedFor(name: BrowserName, serve: Serve = () => () => undefined): Opened {
  const held: Partial<Held> = {};
  beforeAll(async () => {
    held.world = await startWorld(await serve());
    held.browser = await openBrowser(name, { world: held.world });
  });
  return closedAfter(held);
}

/**
 * As `openedFor`, and each test begins where nothing was done before: no tab is open and nothing is kept of the test before.
 * A new try of a test has a browser of its own.
 */
export function openedAnewFor(name: BrowserName, serve: Serve): Opened {
  const held: Partial<Held> = {};
  beforeAll(async () => {
    held.world = await startWorld(await serve());
  });
  beforeEach(async ({ task }) => {
    if (held.browser && !task.result?.retryCount) return await forgetAll(name, held.browser);
    await held.browser?.close();
    held.browser = await openBrowser(name, { world: opened(held.world) });
  });
  return closedAfter(held);
}

/** Closes every tab but a blank one and empties what the extension keeps; what a site keeps goes with its tab, or is nothing here. */
async function forgetAll(name: BrowserName, browser: Browser): Promise<void> {
  const own = await openOwnPage(name, browser, '/options.html');
  // A browser whose last tab closes is over.
  const blank = await browser.newPage();
  for (const page of await browser.pages()) if (page !== own && page !== blank) await page.close();
  await own.evaluate(async () => {
    interface Api {
      storage: Record<'local' | 'session', { clear: () => Promise<void> }>;
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { local, session } = (browser ?? chrome).storage;
    await Promise.all([local.clear(), session.clear()]);
  });
  await own.close();
}

interface Held {
  world: World;
  browser: Browser;
}

function closedAfter(held: Partial<Held>): Opened {
  afterAll(async () => {
    await held.browser?.close();
    await held.world?.close();
  });
  return {
    get world() {
      return opened(held.world);
    },
    get browser() {
      return opened(held.browser);
    },
  };
}

function opened<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('Nothing is open yet: the browser opens before the tests of its block');
  return one;
}
