import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openBrowser } from './driver';
import { openReread, rereadRows } from './reread-sheet';
import { STYLES } from './reread-styles';
import { startWorld, type World } from './world';

const NAMES = Object.keys(STYLES);

describe.each<BrowserName>(['chromium', 'firefox'])('« Relire ensemble » in %s, on forms made with', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld(({ url }) => {
      const style = STYLES[NAMES[Number(url.pathname.slice(1))] ?? ''];
      return {
        body: `<!doctype html><html lang="fr"><title>Formulaire</title><h1>Formulaire</h1>${style?.html ?? ''}`,
      };
    });
    browser = await openBrowser(name, { world });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each(NAMES)('%s: each field once, under its own question', async (style) => {
    await page.goto(`https://www.caf.fr/${NAMES.indexOf(style)}`);
    await openReread(page);
    const seen = (await rereadRows(page)).map(({ question, answer }) => [question, answer]);
    expect(seen).toEqual(STYLES[style]?.expected);
    const html = await page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.innerHTML ?? '');
    for (const hidden of ['mdp-', 'piege-', '739', '0911']) expect(html).not.toContain(hidden);
  });
});
