import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/ui/rich-text';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openBrowser } from './driver';
import { findControl } from './find-control';
import { clickBox, until } from './person';
import { ALL_PRACTICE, cluesOf, practiceFor, SITES, showingAtOnce } from './sites';
import { startWorld, type World } from './world';

/** Hints whose field a practice page shows at once; those behind another answer are met in the errands' branches. */
const HINTS = SITES.flatMap((site) =>
  site.pack.hints
    .map((hint) => ({
      name: `${site.pack.site.id}/${hint.id}`,
      hint,
      pages: showingAtOnce(practiceFor(site, hint.pages), cluesOf([hint.target])),
    }))
    .filter(({ pages }) => pages.length > 0),
);

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld(await practiceHandler(ALL_PRACTICE));
    browser = await openBrowser(name, { world });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('most hints show at their field, found by the test in the page’s own words', async () => {
    const missing: string[] = [];
    for (const { name: id, hint, pages } of HINTS) {
      const words = plainText(hint.write);
      await page.goto(pages[0]?.url ?? 'about:blank');
      await new Promise((resume) => setTimeout(resume, 300));
      const box = await findControl(page, [hint.target], false);
      if (box) await clickBox(page, box);
      if (!box || !(await isShown(page, words, 1_500))) missing.push(id);
    }
    expect(missing.length, missing.join(', ')).toBeLessThan(HINTS.length / 2);
  }, 600_000);

  it('catches the RSA typed as a salary', async () => {
    await page.goto('https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources');
    const field = await page.waitForSelector('.hidden-xs input[name="salaire-3"]');
    await field?.click();
    await page.keyboard.type('607,75');
    const seen = await until(
      page,
      'the note on the RSA',
      ({ hint }) => hint?.includes('Le RSA ne se déclare pas') ?? false,
    );
    expect(seen.hint).toContain('La CAF le sait déjà');
  });
});

/** @returns whether the help beside the fields says these words within `timeout` ms. */
async function isShown(page: Page, words: string, timeout: number): Promise<boolean> {
  const first = words.split('\n')[0] ?? words;
  const seen = await until(page, 'a hint', ({ hint }) => hint?.includes(first) ?? false, timeout).catch(
    () => undefined,
  );
  return seen !== undefined;
}
