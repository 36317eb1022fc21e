import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetPath } from '../../src/messages/sheet-address';
import { buildPacks } from '../../src/schema/load/build-packs';
import { axeRows } from './axe';
import { openBrowser } from './driver';
import { startWorld, type World } from './world';

const packs = buildPacks(resolve(import.meta.dirname, '../../overlays')).map(({ pack }) => pack);
const day = '2026-11-24';
const sheets = packs.flatMap(({ site, guides, warnings, terms }) => [
  ...guides.map(({ id, title }) => ({ sheet: { kind: 'guide', site: site.id, id, day } as const, title })),
  ...warnings.map(({ id, title }) => ({ sheet: { kind: 'warning', site: site.id, id } as const, title })),
  ...terms.slice(0, 3).map(({ id, term }) => ({ sheet: { kind: 'term', site: site.id, id } as const, title: term })),
]);

/** px of 14 pt. */
const SMALLEST = 18.6;

describe('« Ma fiche »', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let root: string;
  beforeAll(async () => {
    world = await startWorld(() => undefined);
    browser = await openBrowser('chromium', { world });
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
    root = `chrome-extension://${new URL(target.url()).host}`;
    page = await browser.newPage();
    await page.goto(`${root}/sheet.html`);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each(sheets)('$sheet.kind $sheet.id fits on one A4 page, in large black type', async ({ sheet, title }) => {
    await page.evaluate((path) => {
      location.hash = new URL(path, location.href).hash;
    }, sheetPath(sheet));
    await page.waitForFunction((words) => document.querySelector('.sheet h2')?.textContent === words, {}, title);
    await page.emulateMediaType('print');
    const print = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('.sheet :is(p, li, h1, h2, h3)')].map((one) => getComputedStyle(one));
      return {
        smallest: Math.min(...texts.map(({ fontSize }) => Number.parseFloat(fontSize))),
        colours: [...new Set(texts.map(({ color }) => color))],
        buttons: [...document.querySelectorAll('button')].filter((one) => one.checkVisibility()).length,
      };
    });
    expect(print.smallest).toBeGreaterThanOrEqual(SMALLEST);
    expect(print).toMatchObject({ colours: ['rgb(0, 0, 0)'], buttons: 0 });
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMediaType('screen');
  });

  it('gives the next date as a calendar file, without any request', async () => {
    const dated = packs.flatMap(({ site, guides }) =>
      guides.filter(({ end }) => end.nextDate === 'ft-actualisation').map(({ id }) => ({ site: site.id, id })),
    )[0];
    if (!dated) throw new Error('No guide has a monthly date');
    await page.goto(`${root}${sheetPath({ kind: 'guide', ...dated, day })}`);
    await page.reload();
    const text = await page.evaluate(async () => {
      const made: Blob[] = [];
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) made.push(blob);
        return create(blob);
      };
      const find = (): HTMLButtonElement | undefined =>
        [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('.ics'));
      while (!find()) await new Promise((resume) => setTimeout(resume, 20));
      find()?.click();
      return (await made[0]?.text()) ?? '';
    });
    expect(text).toContain('DTSTART;VALUE=DATE:20261128');
    expect(world.requests.filter(({ url }) => url.host.endsWith('.fr'))).toEqual([]);
  });

  it('has nothing for axe to say', async () => {
    const [one] = sheets;
    if (!one) throw new Error('No sheet');
    await page.goto(`${root}${sheetPath(one.sheet)}`);
    await page.reload();
    await page.waitForSelector('.sheet h2');
    expect(await axeRows(page, true)).toEqual([]);
  });

  it('says that an unknown sheet does not exist', async () => {
    await page.goto(`${root}/sheet.html#guide=nulle/part`);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes("n'existe pas"));
  });
});
