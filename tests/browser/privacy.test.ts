import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { filesIn, keptBy } from './kept-by-browser';
import { clickBox, press, until } from './person';
import { ALL_PRACTICE, SITES } from './sites';
import { startWorld, type World } from './world';

declare global {
  interface Window {
    heardForTest: string[];
  }
}

/** Typed in every field; must be found nowhere else. */
const CANARY = 'canari7391';
const URLS = [
  'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources',
  'https://connect.caf.fr/connexionappli/dist/?contexteAppel=caffr#/login',
  'https://ameliconnect.ameli.fr/oauth2/authorize?client_id=compte_AS',
  'https://candidat.francetravail.fr/actualisation/declaration/activites',
];
/** What the browsers themselves ask for, extension or not. */
const VENDORS =
  /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|mozilla\.net|firefox|mozgcp|digicert|letsencrypt)\.(com|org|net)$|(^|\.)mozilla\.(com|net|org)$/;

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  let world: World;
  let browser: Browser;
  let downloads: string;
  beforeAll(async () => {
    world = await startWorld(await practiceHandler(ALL_PRACTICE));
    downloads = mkdtempSync(join(tmpdir(), 'cac-downloads-'));
    browser = await openBrowser(name, { world, downloads });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('what a person types is kept nowhere and sent nowhere, whatever helps them', async () => {
    const own = await openOwnPage(name, browser, '/options.html');
    await listen(own);
    for (const url of URLS) {
      const page = await browser.newPage();
      await page.goto(url);
      await new Promise((resume) => setTimeout(resume, 600));
      await typeEverywhere(page);
      await press(page, 'Aide', 'dock');
      await press(page, 'Relire ensemble', 'dock').catch(() => undefined);
      await new Promise((resume) => setTimeout(resume, 500));
      expect(await keptBy(page)).not.toContain(CANARY);
      await page.close();
    }
    const heard = await own.evaluate(() => window.heardForTest);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.join('\n')).not.toContain(CANARY);
    const stored = await keptBy(own);
    expect(stored.length).toBeGreaterThan(100);
    expect(stored).not.toContain(CANARY);
    expect(filesIn(downloads)).not.toContain(CANARY);
    const carried = world.requests.filter(({ url, body, headers }) =>
      `${url}${body}${JSON.stringify(headers)}`.includes(CANARY),
    );
    expect(carried).toEqual([]);
    await own.close();
  }, 120_000);

  it('the search itself sees every place where something can be kept', async () => {
    const own = await openOwnPage(name, browser, '/options.html');
    await own.evaluate(async () => {
      type Area = { set: (items: object) => Promise<void> };
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { storage: { local: Area; session: Area } } | undefined
      >;
      const areas = (browser ?? chrome)?.storage;
      await areas?.local.set({ essai: 'témoin' });
      await areas?.session.set({ essai: 'témoin' });
      localStorage.setItem('essai', 'témoin');
      sessionStorage.setItem('essai', 'témoin');
      await new Promise<void>((done) => {
        const opening = indexedDB.open('essai', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('essai').put('témoin', 'clé');
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      });
    });
    expect((await keptBy(own)).match(/témoin/g)).toHaveLength(5);
    await own.close();
  });

  it('no request comes from the extension: only the pages’ own, and the browser’s', () => {
    const hosts = new Set(SITES.flatMap(({ pack }) => pack.site.hosts));
    const foreign = world.requests.filter(({ url }) => !hosts.has(url.hostname) && !VENDORS.test(url.hostname));
    expect(foreign.map(({ url }) => url.href)).toEqual([]);
    const ours = world.requests.filter(({ headers }) =>
      /extension:/.test(`${headers.origin ?? ''}${headers.referer ?? ''}`),
    );
    expect(ours).toEqual([]);
    expect(world.requests.some(({ url }) => hosts.has(url.hostname))).toBe(true);
  });

  it('a page goes on when the extension is reloaded under it, and our help retreats quietly', async () => {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error instanceof Error ? error.stack : error));
    await page.goto(URLS[0] ?? '');
    await press(page, 'Aide', 'dock');
    await press(page, /Faire ma déclaration trimestrielle/, 'dock');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    const own = await openOwnPage(name, browser, '/options.html');
    await own
      .evaluate(() => {
        const { browser, chrome } = globalThis as unknown as Record<
          string,
          { runtime: { reload: () => void } } | undefined
        >;
        (browser ?? chrome)?.runtime.reload();
      })
      .catch(() => undefined);
    await new Promise((resume) => setTimeout(resume, 1_500));
    await page.evaluate(() => document.querySelector('h1')?.append(' (encore)'));
    await new Promise((resume) => setTimeout(resume, 700));
    const field = await page.$('.hidden-xs input[name="salaire-3"]');
    await page.evaluate(() =>
      document.querySelector('.hidden-xs input[name="salaire-3"]')?.scrollIntoView({ block: 'center' }),
    );
    const box = await field?.boundingBox();
    if (box) await clickBox(page, { left: box.x, top: box.y, width: box.width, height: box.height });
    await page.keyboard.type('12');
    expect(
      await page.evaluate(() => document.querySelector<HTMLInputElement>('.hidden-xs input[name="salaire-3"]')?.value),
    ).toBe('12');
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

async function typeEverywhere(page: Page): Promise<void> {
  const fields = await page.$$(
    ':is(.page-exercice input:not([type=radio], [type=checkbox], [type=button], [type=submit]), .page-exercice textarea)',
  );
  for (const field of fields) {
    if (!(await field.isVisible())) continue;
    await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await field.focus();
    await page.keyboard.type(CANARY);
    await page.keyboard.press('Escape');
  }
}

/** Notes every message that any part of the extension sends to another. */
async function listen(own: Page): Promise<void> {
  await own.evaluate(() => {
    type Api = { runtime: { onMessage: { addListener: (hear: (message: unknown) => void) => void } } };
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
    window.heardForTest = [];
    (browser ?? chrome)?.runtime.onMessage.addListener((message) => {
      window.heardForTest.push(JSON.stringify(message));
    });
  });
}
