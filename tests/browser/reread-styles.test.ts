import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { openReread, rereadRows } from './reread-sheet';
import { STYLES } from './reread-styles';

const NAMES = Object.keys(STYLES);

describe.each<BrowserName>(['chromium', 'firefox'])('« Relire ensemble » in %s, on forms made with', (name) => {
  const here = openedFor(name, () => ({ url }) => {
    const style = STYLES[NAMES[Number(url.pathname.slice(1))] ?? ''];
    return {
      body: `<!doctype html><html lang="fr"><title>Formulaire</title><h1>Formulaire</h1>${style?.html ?? ''}`,
    };
  });
  let page: Page;
  beforeAll(async () => {
    page = await here.browser.newPage();
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
