import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/ui/rich-text';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openBrowser } from './driver';
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
        shown ||= await focusEachField(page, plainText(hint.write));
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
    const seen = await until(
      page,
      'a hint',
      ({ hint }) => hint?.includes(words.split('\n')[0] ?? words) ?? false,
      500,
    ).catch(() => undefined);
    if (seen) return true;
    await page.keyboard.press('Escape');
  }
  return false;
}
