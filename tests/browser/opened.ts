import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserName, openBrowser } from './driver';
import { startWorld, type World, type WorldHandler } from './world';

/** What the tests of a block share. */
export interface Opened {
  readonly world: World;
  /** With the built extension, on that world. */
  readonly browser: Browser;
}

/**
 * Opens a world and a browser before the tests of the block it is called in, and closes both after them.
 * @param serve makes what the world serves; by default it serves nothing
 * @returns both, to be read inside tests and hooks only: reading them earlier throws
 */
export function openedFor(
  name: BrowserName,
  serve: () => WorldHandler | Promise<WorldHandler> = () => () => undefined,
): Opened {
  let world: World | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    world = await startWorld(await serve());
    browser = await openBrowser(name, { world });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  return {
    get world() {
      return opened(world);
    },
    get browser() {
      return opened(browser);
    },
  };
}

function opened<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('Nothing is open yet: the browser opens before the tests of its block');
  return one;
}
