import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn, withOpenPagesHelped } from '../../src/packaging/zip';
import { builtExtension, openBrowser } from './driver';
import { press, until } from './person';
import { startWorld, type World } from './world';

const PAGE = 'https://wwwd.caf.fr/une-page';
/** Nothing of ours can be drawn on it before it has a body again. */
const SLOW_PAGE = '<!doctype html><title>t</title><h1>Une page</h1><script>document.body.remove()</script>';

/** What the packages for machines that somebody sets up do; only Chromium needs it. */
describe('the pages that were there before us, in chromium', () => {
  let world: World;
  let browser: Browser;
  const extension = mkdtempSync(join(tmpdir(), 'cote-a-cote-installed-'));
  beforeAll(async () => {
    for (const [name, bytes] of withOpenPagesHelped(filesIn(builtExtension('chromium')))) {
      mkdirSync(dirname(join(extension, name)), { recursive: true });
      writeFileSync(join(extension, name), bytes);
    }
    world = await startWorld(() => ({ body: SLOW_PAGE }));
    browser = await openBrowser('chromium', { world, extension });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  it('are helped once: one that began to load with us has no second help that lies over the first', async () => {
    const page = await browser.newPage();
    await page.goto(PAGE);
    const background = await (
      await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().endsWith('/background.js'))
    ).worker();
    // As the browser says it when it has installed us, which is while its first page loads.
    await background?.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { onInstalled: { dispatch(details: { reason: string }): void } } };
      };
      chrome.runtime.onInstalled.dispatch({ reason: 'install' });
    });
    await new Promise((resume) => setTimeout(resume, 1_000));
    await page.evaluate(() => document.documentElement.append(document.createElement('body')));
    await until(page, 'our button', ({ dock }) => dock !== undefined);
    await new Promise((resume) => setTimeout(resume, 500));
    expect(await page.$$eval('cote-a-cote', (all) => all.length)).toBe(1);
    await press(page, 'Aide', 'dock');
    await until(page, 'the menu', ({ buttons }) => buttons.some(({ words }) => words === 'Demander à une personne'));
  }, 60_000);
});
