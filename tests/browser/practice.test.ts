import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { followGuide } from './follow-guide';
import { until } from './person';
import { startWorld, type World } from './world';

const SHOTS = resolve(import.meta.dirname, '../screenshots');
const EXERCISE = '/practice.html#caf/declaration-trimestrielle';

describe.each<BrowserName>(['chromium', 'firefox'])('« S’entraîner » in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    world = await startWorld(() => undefined);
    browser = await openBrowser(name, { world });
  });
  afterEach(async (context) => {
    await page?.screenshot({ path: resolve(SHOTS, `practice-${name}-${context.task.id}.png`) });
    await page?.close();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  /** Clicks with the real mouse, after scrolling there as a person would. */
  const tap = async (selector: string): Promise<void> => {
    await page.waitForSelector(selector);
    await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
    await page.click(selector);
  };
  const begin = async (): Promise<void> => {
    page = await openOwnPage(name, browser, EXERCISE);
    await tap('.begin');
    await until(page, 'the first bubble', (seen) => seen.bubble !== undefined);
  };
  const text = (selector: string): Promise<string> =>
    page.$eval(selector, (element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '');

  it('leads through a whole errand with the same guide and warnings, and looks back kindly', async () => {
    await begin();
    const journey = await followGuide(page, {
      choices: ["Non, rien n'a changé"],
      typed: { nir: '9999999999999', motdepasse: 'exercice', code: '123456', 'salaire-1': '' },
    });
    expect(journey.ended).toBe(true);
    expect(journey.warnings).toHaveLength(1);
    expect(await text('.news')).toContain('Regardez le bilan');
    await tap('#done');
    expect(await text('h1')).toBe('Ce qui aurait été envoyé');
    expect(await text('.review')).toContain('La case est restée vide.');
    expect(await text('.review')).not.toContain('exercice Ce');
    expect(world.requests.filter(({ url }) => url.host.endsWith('.fr'))).toEqual([]);
  }, 120_000);
});
