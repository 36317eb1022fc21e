import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { openOwnPage } from './driver';
import { openedFor } from './opened';
import { openPopup } from './popup';
import { ALL_PRACTICE } from './sites';

/** What our own pages have of the browser's interface. */
declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> } };
};

const URL = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources';
const SHOTS = resolve(import.meta.dirname, '../screenshots');

/** What the worker gets to know of what was recognised on this machine, shown and as a file. In Chromium, which tells where a file was saved. */
describe('the options page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'releve-'));
  const here = openedFor('chromium', () => practiceHandler(ALL_PRACTICE));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('« État des aides » keeps what was recognised on this machine, and saves it', async () => {
    const site = await here.browser.newPage();
    await site.goto(URL);
    await site.waitForSelector('cote-a-cote');
    const options = await openOwnPage('chromium', here.browser, '/options.html');
    await options.waitForFunction(async () => {
      const { overlayState } = (await chrome.storage.local.get('overlayState')) as {
        overlayState?: { overlays: object };
      };
      return overlayState !== undefined && Object.keys(overlayState.overlays).length > 0;
    });
    await options.evaluate(() => chrome.storage.local.set({ settings: { mode: 'office' } }));
    await options.reload();
    await options.waitForFunction(() => document.querySelectorAll('tbody tr').length > 0);
    await options.screenshot({ path: resolve(SHOTS, 'state-of-help.png'), fullPage: true });
    // On a narrow screen the list is moved from side to side: no word of it is cut into letters, and the page stays in place.
    await options.setViewport({ width: 320, height: 568 });
    const cut = await options.$$eval('table :is(th, td)', (all) =>
      all.flatMap((one) => {
        const found: string[] = [];
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[\p{L}\d]+/gu)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (range.getClientRects().length > 1) found.push(word);
          }
        }
        return found;
      }),
    );
    expect(cut).toEqual([]);
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await options.screenshot({ path: resolve(SHOTS, 'state-of-help-320.png'), fullPage: true });
    await options.setViewport({ width: 1024, height: 768 });
    const report = await saved(options, 'Enregistrer cette liste');
    expect(report).toMatchObject({ about: 'machine' });
    expect(JSON.stringify(report)).not.toContain('exercice#');
    await options.close();
    await site.close();
  });

  it('« Vérifier cette page », in the popup of the page open now, says what was recognised and what not, and saves it', async () => {
    const site = await here.browser.newPage();
    await site.goto(URL);
    await site.waitForSelector('cote-a-cote');
    const popup = await openPopup(here.browser);
    await popup.waitForSelector('summary::-p-text(Vérifier cette page)');
    await popup.click('summary::-p-text(Vérifier cette page)');
    await popup.waitForSelector('details[open] ::-p-text(pas reconnues)');
    const words = await popup.$eval('details[open]', (details) => details.textContent ?? '');
    expect(words).toContain('net-imposable');
    expect(words).toContain('%');
    expect(words).toMatch(/Pages de cette adresse, pas reconnues\s: \d+/);
    expect(words).toMatch(/Correspond\s: [a-z]/);
    expect(words).toMatch(/titre «\sRécapitulatif\s»/);
    await popup.screenshot({ path: resolve(SHOTS, 'check-page.png') });
    const report = await saved(popup, 'Enregistrer ce relevé');
    expect(report).toMatchObject({ about: 'page' });
    expect(JSON.stringify(report)).not.toContain('exercice#');
    await site.close();
  });

  async function saved(page: Page, button: string): Promise<Record<string, unknown>> {
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const found = await page.waitForSelector(`button::-p-text(${button})`);
    await found?.evaluate((one) => (one as HTMLElement).click());
    const end = Date.now() + 10_000;
    const whole = (): string | undefined =>
      readdirSync(folder).find((name) => name.endsWith('.json') && existsSync(join(folder, name)));
    while (!whole() && Date.now() < end) await new Promise((resume) => setTimeout(resume, 50));
    return JSON.parse(readFileSync(join(folder, whole() ?? 'nothing was saved'), 'utf8')) as Record<string, unknown>;
  }
});
