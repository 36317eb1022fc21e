import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ICAL from 'ical.js';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sheetPath } from '../../src/messages/sheet-address';
import { buildPacks } from '../../src/schema/load/build-packs';
import { axeRows } from './axe';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { A4, readPaper } from './paper';
import { startWorld, type World } from './world';

const packs = buildPacks(resolve(import.meta.dirname, '../../overlays')).map(({ pack }) => pack);
const day = '2026-11-24';
const sheets = packs.flatMap(({ site, guides, warnings, terms }) => [
  ...guides.map(({ id, title }) => ({ sheet: { kind: 'guide', site: site.id, id, day } as const, title })),
  ...warnings.map(({ id, title }) => ({ sheet: { kind: 'warning', site: site.id, id } as const, title })),
  ...terms.slice(0, 3).map(({ id, term }) => ({ sheet: { kind: 'term', site: site.id, id } as const, title: term })),
]);

const SHOTS = resolve(import.meta.dirname, '../screenshots');

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
    expect(await readPaper(await page.pdf({ preferCSSPageSize: true }))).toMatchObject({ ...A4, pages: 1 });
    await page.emulateMediaType('screen');
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

const DATED = packs.flatMap(({ site, guides }) =>
  guides.filter(({ end }) => end.nextDate === 'ft-actualisation').map(({ id }) => ({ site: site.id, id })),
)[0];
/** One of each kind, and the fullest of the guides. */
const FEW = [
  sheets.find(({ sheet }) => sheet.id === 'rembourser'),
  ...(['guide', 'warning', 'term'] as const).map((kind) => sheets.find(({ sheet }) => sheet.kind === kind)),
].filter((one) => one !== undefined);

describe.each<BrowserName>(['chromium', 'firefox'])('« Ma fiche » in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let downloads: string;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    downloads = mkdtempSync(join(tmpdir(), 'cac-sheet-'));
    world = await startWorld(() => undefined);
    browser = await openBrowser(name, { world, downloads });
    if (!DATED) throw new Error('No guide has a monthly date');
    page = await openOwnPage(name, browser, sheetPath({ kind: 'guide', ...DATED, day }));
    await page.waitForSelector('.sheet h2');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('gives the next date as a file that a calendar reads, without any request', async () => {
    const button = await page.evaluateHandle(
      () => [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('.ics')) as HTMLElement,
    );
    await button.click();
    const saved = (): string | undefined => readdirSync(downloads).find((file) => file.endsWith('.ics'));
    await vi.waitUntil(() => saved() !== undefined, { timeout: 8_000 });
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(downloads, saved() ?? ''), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.startDate.toString()).toBe('2026-11-28');
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.summary).toMatch(/actualis/i);
    expect(event?.component.getAllSubcomponents('valarm')).toHaveLength(1);
    expect(event?.component.getFirstPropertyValue('url')).toMatch(/^https:\/\/www\.francetravail\.fr/);
    expect(world.requests.filter(({ url }) => url.host.endsWith('.fr'))).toEqual([]);
  });

  it.each(FEW)('$sheet.kind $sheet.id is one page of paper', async ({ sheet, title }) => {
    await page.evaluate((path) => {
      location.hash = new URL(path, location.href).hash;
    }, sheetPath(sheet));
    await page.waitForFunction((words) => document.querySelector('.sheet h2')?.textContent === words, {}, title);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: name === 'chromium' });
    writeFileSync(join(SHOTS, `sheet-${name}-${sheet.kind}-${sheet.id}.pdf`), pdf);
    const paper = await readPaper(pdf);
    expect(paper).toMatchObject({ ...A4, pages: 1 });
    expect(paper.text).toContain(title);
  });
});
