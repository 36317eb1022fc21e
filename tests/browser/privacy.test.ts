import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { clickBox, press, until } from './person';
import { ALL_PRACTICE, SITES } from './sites';
import { startWorld, type World } from './world';

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
  beforeAll(async () => {
    world = await startWorld(await practiceHandler(ALL_PRACTICE));
    browser = await openBrowser(name, { world });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('what a person types is kept nowhere and sent nowhere, whatever helps them', async () => {
    for (const url of URLS) {
      const page = await browser.newPage();
      await page.goto(url);
      await new Promise((resume) => setTimeout(resume, 600));
      await typeEverywhere(page);
      await press(page, 'Aide', 'dock');
      await press(page, 'Relire ensemble', 'dock').catch(() => undefined);
      await new Promise((resume) => setTimeout(resume, 500));
      await page.close();
    }
    const stored = await storage(await openOwnPage(name, browser, '/options.html'));
    expect(stored.length).toBeGreaterThan(10);
    expect(stored).not.toContain(CANARY);
    const carried = world.requests.filter(({ url, body, headers }) =>
      `${url}${body}${JSON.stringify(headers)}`.includes(CANARY),
    );
    expect(carried).toEqual([]);
  }, 120_000);

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
  const fields = await page.$$('.page-exercice input:not([type=radio], [type=checkbox], [type=button], [type=submit])');
  for (const field of fields) {
    if (!(await field.isVisible())) continue;
    await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await field.focus();
    await page.keyboard.type(CANARY);
    await page.keyboard.press('Escape');
  }
}

/** Everything the extension keeps, in one text. */
async function storage(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    interface Area {
      get: (keys: null) => Promise<unknown>;
    }
    interface Api {
      storage: { local: Area; session: Area; sync?: Area };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
    const { storage } = (browser ?? chrome) as Api;
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    const kept = [
      await storage.local.get(null),
      await storage.session.get(null),
      databases,
      { ...localStorage },
      { ...sessionStorage },
    ];
    return JSON.stringify(kept);
  });
}
