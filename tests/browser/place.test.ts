import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './driver';
import { openedFor } from './opened';
import { openPopupOn } from './popup';
import { startWorld } from './world';

/** « Est-ce le vrai site ? » as a person gets it: the button pressed on a page, the window read. Chromium only: no driver presses Firefox's. */
const SHOTS = resolve(import.meta.dirname, '../screenshots');
const HIDDEN = /Nous ne pouvons pas lire l'adresse .* N'écrivez rien/;

describe('the window of the extension, opened on', () => {
  const here = openedFor('chromium', () => () => ({ body: '<!doctype html><title>t</title><h1>Une page</h1>' }));
  beforeAll(() => {
    mkdirSync(SHOTS, { recursive: true });
  });

  it.each([
    ['a real page', 'https://wwwd.caf.fr/une-page', /Vous êtes sur le vrai site : la CAF/],
    ['a real page without protection', 'http://www.caf.fr/', /N'écrivez rien ici/],
    ['an unknown page', 'https://exemple.fr/', /n'est pas un site officiel connu/],
    ['a false page', 'https://ma-caf.fr/', /Attention : ce n'est pas le site de la CAF.*N'écrivez rien ici/],
    ['a page that borrows an address before the @', 'https://www.caf.fr@exemple.com/', HIDDEN],
    ['the same, badly written', 'https://%zz@exemple.com/', HIDDEN],
    ['a page without an address', 'about:blank', HIDDEN],
  ])('%s, says which it is', async (name, url, verdict) => {
    const page = await here.browser.newPage();
    await page.goto(url);
    const popup = await openPopupOn(page, here.browser);
    await popup.waitForSelector('h1');
    expect(await verdictOf(popup)).toMatch(verdict);
    // « J'ai changé de banque » is an errand of two sites: that of the page, or of the one it imitates, comes first.
    const isCaf = url.includes('caf.fr') && verdict !== HIDDEN;
    expect(await popup.$eval('h2', (title) => title.textContent)).toBe(isCaf ? 'La CAF' : 'Ameli');
    await popup.screenshot({ path: resolve(SHOTS, `place-${name.replace(/\W+/g, '-')}.png`) });
    await popup.close();
    await page.close();
  });

  it('the real site, says no longer that it is when a false one takes its place under the window', async () => {
    const page = await here.browser.newPage();
    await page.goto('https://wwwd.caf.fr/une-page');
    const popup = await openPopupOn(page, here.browser);
    await popup.waitForSelector('::-p-text(Vous êtes sur le vrai site)');
    await page.goto('https://ma-caf.fr/');
    await popup.waitForSelector("::-p-text(Nous ne pouvons pas lire l'adresse)");
    expect(await verdictOf(popup)).toMatch(HIDDEN);
    await page.close();
  });

  it('a page that does not answer, says only whose address it is: it may be the browser’s own warning', async () => {
    const page = await here.browser.newPage();
    await page.goto('https://wwwd.caf.fr/une-page');
    const isFree = page.evaluate(() => {
      for (const end = Date.now() + 1_500; Date.now() < end; );
    });
    const popup = await openPopupOn(page, here.browser);
    await popup.waitForSelector('h1');
    expect(await verdictOf(popup)).toBe("C'est l'adresse du vrai site : la CAF. wwwd.caf.fr");
    await isFree;
    await popup.waitForSelector('::-p-text(Vous êtes sur le vrai site)');
    await page.close();
  });

  it('a page that hides its address, leads to the real sites', async () => {
    const page = await here.browser.newPage();
    await page.goto('https://www.caf.fr@exemple.com/');
    const popup = await openPopupOn(page, here.browser);
    const real = await popup.waitForSelector('::-p-text(la CAF)');
    await real?.click();
    const target = await here.browser.waitForTarget((one) => one.url() === 'https://www.caf.fr/');
    const opened = await target.page();
    expect(await opened?.waitForSelector('h1')).not.toBeNull();
    await opened?.close();
    await page.close();
  });
});

describe('the window of the extension, opened on the browser’s own warning', () => {
  it('does not say that the page is the real site: only its address is', async () => {
    const world = await startWorld(() => ({ body: '<h1>Une page</h1>' }));
    const browser = await openBrowser('chromium', { world, checksCertificates: true });
    try {
      const page = await browser.newPage();
      await page.goto('https://www.caf.fr/').catch((error: Error) => expect(error.message).toMatch(/CERT/));
      const popup = await openPopupOn(page, browser);
      await popup.waitForSelector('::-p-text(avertissement de danger)');
      expect(await verdictOf(popup)).toMatch(/^C'est l'adresse du vrai site : la CAF\..* N'allez pas plus loin\.$/);
      await popup.screenshot({ path: resolve(SHOTS, 'place-warned.png') });
    } finally {
      await browser.close();
      await world.close();
    }
  });
});

/** What stands above the errands. */
async function verdictOf(popup: Page): Promise<string> {
  return await popup.evaluate(
    () => document.querySelector<HTMLElement>('[role=alert], [role=status]')?.innerText.replace(/\s+/g, ' ') ?? '',
  );
}
