import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ICAL from 'ical.js';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SheetAddress, sheetPath } from '../../src/messages/sheet-address';
import { buildPacks } from '../../src/schema/load/build-packs';
import { readSettings } from '../../src/settings/schema';
import { axeRows } from './axe';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { tabTo, use } from './keyboard';
import { openedFor } from './opened';
import { A4, type Paper, readPaper } from './paper';
import { startWorld, type World } from './world';

const packs = buildPacks(resolve(import.meta.dirname, '../../overlays')).map(({ pack }) => pack);
const SHOTS = resolve(import.meta.dirname, '../screenshots');

/** px of 14 pt. */
const SMALLEST = 18.6;

/** An update is open on the second of these days: its sheets are the fullest. */
const DAYS = ['2026-11-24', '2026-11-29'] as const;
const [day, openDay] = DAYS;
interface One {
  sheet: SheetAddress;
  title: string;
}
const terms: One[] = packs.flatMap(({ site, terms }) =>
  terms.map(({ id, term }) => ({ sheet: { kind: 'term' as const, site: site.id, id }, title: term })),
);
const others: One[] = packs.flatMap(({ site, guides, warnings }) => [
  ...guides.map(({ id, title }) => ({ sheet: { kind: 'guide' as const, site: site.id, id, day: openDay }, title })),
  ...warnings.map(({ id, title }) => ({ sheet: { kind: 'warning' as const, site: site.id, id }, title })),
]);

/** As many characters as a setting takes, in ordinary words that begin and end with these. */
const sentence = (start: string, end: string, length: number): string => {
  const middle = ' une phrase de taille ordinaire, avec ses mots,'
    .repeat(10)
    .slice(0, length - start.length - end.length)
    .replace(/ $/, 's');
  return `${start}${middle}${end}`;
};
/** The longest that each setting may be. */
const FULLEST = {
  structureName: sentence('CCAS de Villeneuve', ' nom.', 120),
  structureAddress: sentence('12, rue de la Gare', ' adresse.', 300),
  structurePhone: '01 23 45 67 89 (01 23 45 67 8)',
  structureHours: sentence('Le lundi de 9 h à 12 h', ' heures.', 300),
  structureHelp: sentence('Samira, le mardi', ' aide.', 300),
};
const STRUCTURES = { 'no structure': {}, 'the fullest structure': FULLEST };
/** What must be on the paper of such a structure: the first and the last words of each line. */
const OWN_WORDS = [
  /CCAS de Villeneuve.* nom\./,
  /12, rue de la Gare.* adresse\./,
  /01 23 45 67 89/,
  /Le lundi de 9 h à 12 h.* heures\./,
  /Samira, le mardi.* aide\./,
];

/** mm; what the margins leave of A4. */
const ROOM = { width: 186, height: 273 };

async function setStructure(page: Page, settings: object): Promise<void> {
  await page.evaluate(async (values) => {
    interface Api {
      storage: { local: { set: (all: object) => Promise<void> } };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    await (browser ?? chrome).storage.local.set({ settings: values });
  }, settings);
  // Only sheets about people to ask name the structure; every one of ours does.
  const isSet = 'structureName' in settings;
  await page.waitForFunction((wanted) => !!document.querySelector('.structure') === wanted, { polling: 50 }, isSet);
}

/** Turns the open sheet into another one, and waits until it is drawn. */
async function turnTo(page: Page, { sheet, title }: One): Promise<void> {
  const drawn = await page.evaluate(async (path) => {
    const { hash } = new URL(path, location.href);
    const isDrawn = new Promise((resume) => window.addEventListener('hashchange', resume, { once: true }));
    if (location.hash !== hash) {
      location.hash = hash;
      await isDrawn;
    }
    return document.querySelector('.sheet h2')?.textContent;
  }, sheetPath(sheet));
  expect(drawn).toBe(title);
}

/** @throws when our overlays have no such guide any more. */
function guideOf(id: string, day: string): One {
  const found = others.find(({ sheet }) => sheet.kind === 'guide' && sheet.id === id);
  if (!found) throw new Error(`${id} is gone`);
  return { ...found, sheet: { ...found.sheet, day } };
}

describe('the fullest structure of these tests', () => {
  it('is the fullest that the settings take', () => {
    expect(readSettings(FULLEST)).toEqual({ values: FULLEST, refused: [] });
    const longer = Object.fromEntries(Object.entries(FULLEST).map(([key, value]) => [key, `${value}0`]));
    expect(readSettings(longer).refused.map(({ key }) => key)).toEqual(Object.keys(FULLEST));
  });
});

describe.each(Object.entries(STRUCTURES))('« Ma fiche » with %s', (_, structure) => {
  const here = openedFor('chromium');
  let page: Page;
  let root: string;
  beforeAll(async () => {
    const target = await here.browser.waitForTarget((one) => one.type() === 'service_worker');
    root = `chrome-extension://${new URL(target.url()).host}`;
    page = await here.browser.newPage();
    const [first] = others;
    if (!first) throw new Error('No sheet');
    await page.goto(`${root}${sheetPath(first.sheet)}`);
    await page.waitForSelector('.sheet h2');
    await setStructure(page, structure);
  });

  it.each(others)('$sheet.kind $sheet.id fits on one A4 page, in large black type', async (one) => {
    await turnTo(page, one);
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
    const paper = await readPaper(await page.pdf({ preferCSSPageSize: true }));
    expect(paper).toMatchObject({ ...A4, pages: 1 });
    if ('structureName' in structure) for (const words of OWN_WORDS) expect(paper.text).toMatch(words);
    await page.emulateMediaType('screen');
  });

  it('every word fits on one A4 page', { timeout: 60_000 }, async () => {
    await page.emulateMediaType('print');
    const tooHigh = await page.evaluate(
      async (all, { width, height }) => {
        document.body.style.width = `${width}mm`;
        const found: string[] = [];
        for (const { path, title } of all) {
          const drawn = new Promise((resume) => window.addEventListener('hashchange', resume, { once: true }));
          location.hash = new URL(path, location.href).hash;
          await drawn;
          const sheet = document.querySelector<HTMLElement>('.sheet');
          if (sheet?.querySelector('h2')?.textContent !== title) found.push(`${path} is not drawn`);
          else if (sheet.offsetHeight > (height * 96) / 25.4) found.push(`${path}: ${sheet.offsetHeight} px`);
        }
        document.body.style.width = '';
        return found;
      },
      terms.map(({ sheet, title }) => ({ path: sheetPath(sheet), title })),
      ROOM,
    );
    expect(tooHigh).toEqual([]);
    await page.emulateMediaType('screen');
  });

  it('says that an unknown sheet does not exist', async () => {
    await page.goto(`${root}/sheet.html#guide=nulle/part`);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes("n'existe pas"));
  });
});

/** One of each kind, and the fullest of the guides. */
const FEW = [
  others.find(({ sheet }) => sheet.id === 'rembourser'),
  others.find(({ sheet }) => sheet.id === 'erreur-actualisation'),
  ...(['guide', 'warning'] as const).map((kind) => others.find(({ sheet }) => sheet.kind === kind)),
  terms[0],
].filter((one) => one !== undefined);
/** What the calendar file holds: guide, day it was followed, days of its events. */
const DATED = [
  ['actualisation', day, ['2026-11-28']],
  ['actualisation', openDay, ['2026-12-28']],
  ['inscription', openDay, ['2026-11-30', '2026-12-28']],
] as const;

describe.each<BrowserName>(['chromium', 'firefox'])('« Ma fiche » in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let downloads: string;
  let printed: string;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    downloads = mkdtempSync(join(tmpdir(), 'cac-sheet-'));
    printed = join(downloads, 'papier.pdf');
    world = await startWorld(() => undefined);
    browser = await openBrowser(name, { world, downloads, paper: printed });
    page = await openOwnPage(name, browser, sheetPath({ kind: 'guide', site: 'caf', id: 'demander-rsa', day }));
    await page.waitForSelector('.sheet h2');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('says in its title nothing of what the person came for', async () => {
    expect(await page.title()).toBe('Ma fiche');
  });

  it('shows where the keyboard is', async () => {
    await turnTo(page, guideOf('actualisation', day));
    for (const words of ['Imprimer ma fiche', 'Ajouter au calendrier (fichier .ics)'])
      expect(await tabTo(page, words, (at) => at.words === words)).toMatchObject({
        kind: 'button:button',
        isShown: true,
      });
  });

  it.each(DATED)('by keyboard, %s on %s gives the next dates as a file that a calendar reads', async (id, on, days) => {
    await turnTo(page, guideOf(id, on));
    await use(page, 'Ajouter au calendrier (fichier .ics)');
    // Firefox makes an empty file first.
    const saved = (): string | undefined =>
      readdirSync(downloads)
        .map((file) => join(downloads, file))
        .find((file) => file.endsWith('.ics') && readFileSync(file, 'utf8').endsWith('END:VCALENDAR\r\n'));
    const file = await vi.waitUntil(saved, { timeout: 8_000 });
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
    rmSync(file);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(days);
    for (const event of events) {
      expect(event.startDate.isDate).toBe(true);
      expect(event.summary).toBe('Faire mon actualisation (France Travail)');
      expect(event.component.getAllSubcomponents('valarm')).toHaveLength(1);
      expect(event.component.getFirstPropertyValue('url')).toMatch(/^https:\/\/candidat\.francetravail\.fr/);
    }
    expect(world.requests.filter(({ url }) => url.host.endsWith('.fr'))).toEqual([]);
  });

  it('tells a person who has just registered of the update that is open, not only of the next one', async () => {
    expect(await page.evaluate(() => document.querySelector('.sheet')?.textContent?.replace(/\s+/g, ' '))).toContain(
      "C'est ouvert jusqu'au 15 décembre 2026 Regardez l'actualisation dans votre espace.",
    );
    await shoot(page, `sheet-open-${name}`);
  });

  it('holds the date of a quarterly return for those only who were in time', async () => {
    await turnTo(page, guideOf('declaration-trimestrielle', '2026-12-02'));
    expect(await page.evaluate(() => document.querySelector('.date')?.textContent?.replace(/\s/g, ' '))).toMatch(
      /^Déclaration faite à temps \?.* 1er mars 2027$/,
    );
    await shoot(page, `sheet-quarter-${name}`);
  });

  it.each(FEW.flatMap((one) => Object.entries(STRUCTURES).map(([whose, structure]) => ({ ...one, whose, structure }))))(
    '$sheet.kind $sheet.id with $whose is one page of paper',
    async ({ whose, structure, ...one }) => {
      await turnTo(page, others[0] ?? one);
      await setStructure(page, structure);
      await turnTo(page, one);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: name === 'chromium' });
      const shot = `sheet-${name}-${one.sheet.kind}-${one.sheet.id}-${'structureName' in structure ? 'full' : 'plain'}`;
      writeFileSync(join(SHOTS, `${shot}.pdf`), pdf);
      const paper = await readPaper(pdf);
      expect(paper).toMatchObject({ ...A4, pages: 1 });
      expect(paper.text).toContain(one.title);
      if ('structureName' in structure) for (const words of OWN_WORDS) expect(paper.text).toMatch(words);
    },
  );

  // The last one: a browser that asks how to print prints nothing else meanwhile.
  it('is printed by keyboard', async () => {
    // A new tab: in the one that a driver has printed, Firefox hears no keyboard any more.
    const { sheet } = guideOf('demander-rsa', day);
    page = await openOwnPage(name, browser, sheetPath(sheet));
    await page.waitForSelector('.sheet h2');
    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => document.documentElement.setAttribute('data-printed', ''));
    });
    await use(page, 'Imprimer ma fiche');
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-printed'), { polling: 50 });
    // Only Firefox can be told to print without asking.
    if (name !== 'firefox') return;
    const whole = async (): Promise<Paper | undefined> =>
      existsSync(printed) ? await readPaper(readFileSync(printed)).catch(() => undefined) : undefined;
    const paper = await vi.waitUntil(whole, { timeout: 20_000 });
    expect(paper).toMatchObject({ ...A4, pages: 1 });
    expect(paper?.text).toContain('Ma fiche');
  });
});

/** At the small public screen and at 400 %: nothing is cut, and axe has nothing to say. */
async function shoot(page: Page, what: string): Promise<void> {
  for (const [size, width, height] of [
    ['', 1024, 768],
    ['-400', 320, 256],
  ] as const) {
    await page.setViewport({ width, height });
    await page.screenshot({ path: join(SHOTS, `${what}${size}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await axeRows(page, true)).toEqual([]);
  }
  await page.setViewport({ width: 1024, height: 768 });
}
