import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openOwnPage } from './driver';
import { followGuide } from './follow-guide';
import { openedFor } from './opened';
import { press } from './person';
import { openReread, rereadRows } from './reread-sheet';
import { ALL_PRACTICE } from './sites';

const RESOURCES = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources';
const SHOTS = resolve(import.meta.dirname, '../screenshots');
const MESSAGE = 'Le RSA ne se déclare pas';

/** What our own help adds to « Relire ensemble », and where it leads there. */
describe.each<BrowserName>(['chromium', 'firefox'])('our help in « Relire ensemble » in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));
  let page: Page;
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: resolve(SHOTS, `failed-reread-help-${name}.png`) });
    await page.close();
  });

  const messages = async (page: Page): Promise<string> => (await rereadRows(page)).map((row) => row.messages).join('');
  const words = (page: Page): Promise<string[]> =>
    page.$$eval('cote-a-cote >>> dialog.reread dt', (all) => all.map((one) => one.textContent ?? ''));

  it('says what looks wrong at its line, and explains the words underneath', async () => {
    page = await here.browser.newPage();
    await page.goto(RESOURCES);
    await (await page.waitForSelector('.hidden-xs input[name="salaire-3"]'))?.click();
    await page.keyboard.type('812,40');
    await page.keyboard.press('Tab');
    // The help of the next field is beside it, perhaps over our button.
    await page.keyboard.press('Escape');
    await openReread(page);
    const row = (await rereadRows(page)).find(({ answer }) => answer === '812,40');
    expect(row?.messages).toContain(MESSAGE);
    expect(await words(page)).toContain('Ressources');
  });

  it('opens from the step of a guide that sends; says neither in an exercise once it is without help', async () => {
    page = await openOwnPage(name, here.browser, '/practice.html#caf/declaration-trimestrielle');
    await (await page.waitForSelector('.begin'))?.click();
    const { ended } = await followGuide(page, {
      choices: ["Non, rien n'a changé"],
      typed: { nir: '9999999999999', motdepasse: 'exercice', code: '123456', 'salaire-1': '' },
      stopAt: 'Relire ensemble',
    });
    expect(ended).toBe(false);
    await press(page, 'Relire ensemble', 'bubble');
    await page.waitForSelector('cote-a-cote >>> dialog.reread');
    await page.keyboard.press('Escape');

    const choose = (selector: string): Promise<void> => page.$eval(selector, (one) => (one as HTMLElement).click());
    await choose('input[name=help][value=alone]');
    await choose('#done');
    await page.waitForSelector('.line.wrong .row .button');
    await choose('.line.wrong .row .button');
    await (await page.waitForSelector('#page .hidden-xs [name="salaire-3"]'))?.click();
    await page.keyboard.type('812,40');
    await openReread(page);
    expect((await rereadRows(page)).map(({ answer }) => answer)).toContain('812,40');
    expect(await messages(page)).toBe('');
    expect(await words(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await choose('input[name=help][value=less]');
    await openReread(page);
    expect(await messages(page)).toContain(MESSAGE);
    expect(await words(page)).not.toEqual([]);
  }, 120_000);
});
