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

  it.each(HINTS)(
    '$name shows at its field',
    async ({ hint, pages }) => {
      let shown = false;
      for (const { url } of pages) {
        await page.goto(url);
        await new Promise((resume) => setTimeout(resume, 300));
        const words = plainText(hint.write);
        const box = await findControl(page, [hint.target], false);
        if (box) await clickBox(page, box);
        shown ||= box !== undefined && (await isShown(page, words, 1_500));
        shown ||= await focusEachField(page, words);
        if (shown) break;
      }
      expect(
        shown,
        `no field of ${pages.map(({ id }) => id).join(', ') || 'any practice page'} shows « ${hint.title} »`,
      ).toBe(true);
    },
    40_000,
  );

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

/** Comes to each field of the page as a person would, and looks whether the help says these words. */
async function focusEachField(page: Page, words: string): Promise<boolean> {
  await page.evaluate(() => {
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[type=radio][value=oui]')) radio.click();
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  });
  const fields = await page.$$('.page-exercice input, .page-exercice select, .page-exercice textarea');
  for (const field of fields) {
    const box = await field.evaluate((element) => {
      const shown = element.getBoundingClientRect().width > 2 ? element : (element as HTMLInputElement).labels?.[0];
      shown?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = (shown ?? element).getBoundingClientRect();
      return { left, top, width, height };
    });
    if (box.width < 3) continue;
    await clickBox(page, box);
    if (await isShown(page, words, 500)) return true;
    await page.keyboard.press('Escape');
  }
  return false;
}

/** @returns whether the help beside the fields says these words within `timeout` ms. */
async function isShown(page: Page, words: string, timeout: number): Promise<boolean> {
  const first = words.split('\n')[0] ?? words;
  const seen = await until(page, 'a hint', ({ hint }) => hint?.includes(first) ?? false, timeout).catch(
    () => undefined,
  );
  return seen !== undefined;
}
