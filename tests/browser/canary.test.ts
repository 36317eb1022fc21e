import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { followGuide } from './follow-guide';
import { filesIn, keptBy } from './kept-by-browser';
import { press, until } from './person';
import { openPopup } from './popup';
import { pressEverything } from './press-everything';
import { openReread, rereadRows } from './reread-sheet';
import { ALL_PRACTICE, SITES } from './sites';
import { hearContentScripts, hearOwnPage } from './spoken';
import { startWorld, type World } from './world';

declare global {
  interface Window {
    heardForTest: string[];
  }
}

/** Typed in every field; must be found nowhere else. */
const CANARY = 'canari7391';
/** What is masked until somebody asks to see it. */
const MASKED = '2 85 05 78 006 084';
/** Typed in an exercise, which the person keeps on purpose. */
const KEPT_CANARY = 'serin5824';
const URLS = [
  'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources',
  'https://connect.caf.fr/connexionappli/dist/?contexteAppel=caffr#/login',
  'https://ameliconnect.ameli.fr/oauth2/authorize?client_id=compte_AS',
  'https://authentification-candidat.francetravail.fr/connexion/XUI/?realm=/individu#login/',
];
/** A form as pages of today are built, and its part under another address of the same site. */
const NESTED: Record<string, { body: string }> = {
  'https://www.caf.fr/formulaire': {
    body: `<!doctype html><html lang="fr"><title>Ma demande</title><h1>Ma demande</h1><form class="page-exercice">
      <label>Prénom <input></label><label>Numéro de Sécurité sociale <input value="${MASKED}"></label>
      <x-champ></x-champ></form><iframe src="https://wwwd.caf.fr/cadre" title="Suite"></iframe>
      <script>document.querySelector('x-champ').attachShadow({ mode: 'open' }).innerHTML = '<label>Nom <input></label>';</script>`,
  },
  'https://wwwd.caf.fr/cadre': {
    body: '<!doctype html><html lang="fr"><title>Suite</title><label>Ville <input id="ville"></label>',
  },
};
/** What the browsers themselves ask for, extension or not. */
const VENDORS =
  /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|mozilla\.net|firefox|mozgcp|digicert|letsencrypt)\.(com|org|net)$|(^|\.)mozilla\.(com|net|org)$/;

describe.each<BrowserName>(['chromium', 'firefox'])('what is typed, in %s', (name) => {
  let world: World;
  let browser: Browser;
  let own: Page;
  const folder = mkdtempSync(join(tmpdir(), 'cac-canary-'));
  const downloads = join(folder, 'files');
  beforeAll(async () => {
    mkdirSync(downloads);
    const practice = await practiceHandler(ALL_PRACTICE);
    world = await startWorld((request) => NESTED[request.url.href] ?? practice(request));
    browser = await openBrowser(name, { world, downloads, paper: join(folder, 'paper.pdf') });
    own = await openOwnPage(name, browser, '/options.html');
    await listen(own);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A guide left half-way is offered again in the next tab, under another name. */
  const forgetGuides = (): Promise<void> =>
    own.evaluate(async () => {
      const { browser: api, chrome } = globalThis as unknown as Record<
        string,
        { storage: { session: { clear(): Promise<void> } } }
      >;
      await (api ?? chrome)?.storage.session.clear();
    });
  /** @returns the places, but for the screen and the paper, where these words are: each with what stands around them. */
  const placesOf = async (words: string, more: readonly string[] = []): Promise<string[]> => {
    const carried = world.requests.map(({ url, body, headers }) => `${url}${body}${JSON.stringify(headers)}`);
    const heard = await own.evaluate(() => window.heardForTest);
    const stored = await keptBy(own);
    return [...carried, ...heard, stored, filesIn(downloads), ...more].flatMap((text) => {
      const at = text.indexOf(words);
      return at < 0 ? [] : [text.slice(Math.max(0, at - 150), at + 150)];
    });
  };

  it.each(URLS)(
    'is kept nowhere, sent nowhere and said nowhere, whatever is pressed: %s',
    async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForSelector('cote-a-cote');
      await new Promise((resume) => setTimeout(resume, 600));
      expect(await typeEverywhere(page)).toBeGreaterThan(0);
      const heard = name === 'chromium' ? await hearContentScripts(page) : undefined;
      const { buttons, opened } = await pressEverything(page);
      expect(buttons).toEqual(expect.arrayContaining(['dock: Relire ensemble', 'dialog: Écouter', 'dialog: Imprimer']));
      expect(buttons.some((one) => one.startsWith('bubble: '))).toBe(true);
      expect(await own.evaluate(() => window.heardForTest.length)).toBeGreaterThan(0);
      expect((await keptBy(own)).length).toBeGreaterThan(100);
      const said = await heard?.();
      if (said) expect(said.length).toBeGreaterThan(3);
      expect(await placesOf(CANARY, [await keptBy(page), ...opened, ...(said ?? [])])).toEqual([]);
      // The sheet of « Relire ensemble » is gone with its window.
      expect(await page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.textContent)).not.toContain(
        CANARY,
      );
      await page.close();
    },
    120_000,
  );

  it('is kept nowhere when it stands in a shadow root, in a frame, or was shown on the spot', async () => {
    const page = await browser.newPage();
    await page.goto('https://www.caf.fr/formulaire');
    await page.waitForSelector('cote-a-cote');
    const frame = await page.waitForFrame((one) => one.url().endsWith('/cadre'));
    await (await page.waitForSelector('label input'))?.type(CANARY);
    await (await page.waitForSelector('x-champ >>> input'))?.type(CANARY);
    await (await frame.waitForSelector('#ville'))?.type(CANARY);
    await openReread(page);
    await page.waitForFunction(
      (words) => document.querySelector('cote-a-cote')?.shadowRoot?.textContent?.split(words).length === 4,
      {},
      CANARY,
    );
    await (await page.waitForSelector('cote-a-cote >>> li button'))?.click();
    expect((await rereadRows(page)).map(({ answer }) => answer)).toContain(MASKED);
    await press(page, 'Écouter', 'dialog');
    await press(page, 'Imprimer', 'dialog');
    await press(page, 'Fermer', 'dialog');
    const carried = world.requests.map(({ url, body }) => `${url}${body}`);
    const kept = [await keptBy(page), await keptBy(own), filesIn(downloads), ...carried].join('\n');
    expect(kept).not.toContain(CANARY);
    expect(kept).not.toContain(MASKED);
    // What a frame answers to the sheet goes through the background, whose memory is all that held it.
    await own.evaluate(() => {
      window.heardForTest = [];
    });
    await page.close();
  }, 60_000);

  it('is in nothing that is noted when the person chooses among what may be meant', async () => {
    await forgetGuides();
    const page = await browser.newPage();
    await page.goto(URLS[0] ?? '');
    await page.waitForSelector('cote-a-cote');
    expect(await typeEverywhere(page)).toBeGreaterThan(0);
    await press(page, 'Aide', 'dock');
    await press(page, 'Faire ma déclaration trimestrielle', 'dock');
    await until(page, 'the place', ({ ring }) => ring !== undefined);
    await press(page, "C'est fait", 'bubble');
    await until(
      page,
      'the button',
      ({ ring, bubble }) => ring !== undefined && (bubble?.includes('continuer') ?? false),
    );
    // Other words than those looked for: nobody can be sure. No landmark of the page: where we are stays known.
    await page.$$eval('main button', (buttons) => {
      for (const button of buttons)
        if (button.textContent?.trim() === 'Continuer') button.textContent = 'Continuer sans enregistrer le brouillon';
    });
    await until(page, 'nothing pointed at', ({ ring }) => ring === undefined);
    await press(page, 'Je ne trouve pas', 'bubble');
    await press(page, "Oui, c'est ceci", 'bubble');
    await until(page, 'the choice', ({ bubble }) => bubble?.includes('Vous avez choisi') ?? false);
    await vi.waitUntil(async () => (await own.evaluate(() => window.heardForTest)).some(isChoice), { timeout: 10_000 });
    expect(await placesOf(CANARY, [await keptBy(page)])).toEqual([]);
    await page.close();
  }, 60_000);

  // Only Chromium lets a driver open the popup on the page in front.
  it.runIf(name === 'chromium')('is in no report of « Vérifier cette page »', async () => {
    const page = await browser.newPage();
    await page.goto(URLS[0] ?? '');
    await page.waitForSelector('cote-a-cote');
    await new Promise((resume) => setTimeout(resume, 600));
    expect(await typeEverywhere(page)).toBeGreaterThan(0);
    await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set: (all: object) => void } } } };
      await chrome.storage.local.set({ settings: { mode: 'office' } });
    });
    const popup = await openPopup(browser);
    await popup.click('summary::-p-text(Vérifier cette page)');
    await popup.click('button::-p-text(Enregistrer ce relevé)');
    await vi.waitUntil(() => filesIn(downloads).includes('net-imposable'), { timeout: 10_000 });
    expect(await placesOf(CANARY)).toEqual([]);
    await page.close();
  });

  it('is kept nowhere by a whole errand, warning and sheet included', async () => {
    await forgetGuides();
    const page = await browser.newPage();
    await page.goto('https://wwwd.caf.fr/redirect/s/Redirect?page=monCompte');
    await press(page, 'Aide', 'dock');
    await press(page, 'Faire ma déclaration trimestrielle', 'dock');
    const journey = await followGuide(page, {
      choices: ["Non, rien n'a changé"],
      typed: { nir: CANARY, motdepasse: CANARY, code: CANARY, 'salaire-1': '', 'salaire-3': CANARY },
    });
    expect(journey).toMatchObject({ ended: true, warnings: [expect.anything()] });
    const { opened } = await pressEverything(page);
    expect(opened.join('\n')).toContain('Faire ma déclaration trimestrielle');
    expect(await placesOf(CANARY, opened)).toEqual([]);
    await page.close();
  }, 120_000);

  it('in an exercise is found where the person puts it aside, and no longer once they erase it', async () => {
    const page = await openOwnPage(name, browser, '/practice.html#caf/declaration-trimestrielle');
    const heard = await hearOwnPage(page);
    const tap = async (words: string): Promise<void> => {
      const found = await page.waitForSelector(`:is(button, summary, a)::-p-text(${words})`);
      await found?.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      // Our help follows its field a moment after the page has moved, as the person's hand does.
      await new Promise((resume) => setTimeout(resume, 200));
      await found?.click();
    };
    await tap("Commencer l'exercice");
    await page.waitForSelector('#page h1');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    await press(page, 'Écouter', 'bubble');
    await press(page, "Quitter l'aide", 'bubble');
    await tap('Se connecter');
    await (await page.waitForSelector('#page [name=nir]'))?.type(KEPT_CANARY);
    expect(await placesOf(KEPT_CANARY)).toEqual([]);
    await tap("Changer d'aide, garder pour plus tard");
    await page.type('input[name=nickname]', 'Soleil');
    await tap('Prendre dans un fichier');
    await vi.waitUntil(() => filesIn(downloads).includes(KEPT_CANARY), { timeout: 10_000 });
    expect(await keptBy(own)).not.toContain(KEPT_CANARY);
    await tap('Garder sur cet ordinateur');
    await vi.waitUntil(async () => (await keptBy(own)).includes(KEPT_CANARY), { timeout: 10_000 });
    await tap("J'ai fini, voir le bilan");
    await page.waitForSelector('.review h1');
    expect((await heard()).join('\n')).toMatch(/\w/);
    expect((await heard()).join('\n')).not.toContain(KEPT_CANARY);
    await page.close();
    const again = await openOwnPage(name, browser, '/practice.html');
    await (await again.waitForSelector('.kept .button:last-child'))?.click();
    await vi.waitUntil(async () => !(await keptBy(own)).includes(KEPT_CANARY), { timeout: 10_000 });
    // The file that was taken away is opened, and gone on with: nothing of it stays here.
    const heardAgain = await hearOwnPage(again);
    const input = (await again.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(downloads, readdirSync(downloads).find((file) => file.startsWith('exercice-')) ?? ''));
    await again.waitForSelector('#page [name=nir]');
    expect(await again.$eval('#page [name=nir]', (field) => (field as HTMLInputElement).value)).toBe(KEPT_CANARY);
    await press(again, 'Écouter', 'bubble');
    await press(again, 'Aide', 'dock');
    await press(again, 'Relire ensemble', 'dock');
    await press(again, 'Écouter', 'dialog');
    await press(again, 'Fermer', 'dialog');
    expect((await heardAgain()).join('\n')).toMatch(/\w/);
    expect((await heardAgain()).join('\n')).not.toContain(KEPT_CANARY);
    expect(await keptBy(own)).not.toContain(KEPT_CANARY);
    await again.close();
    const carried = world.requests.map(({ url, body }) => `${url}${body}`).join('\n');
    expect(carried).not.toContain(KEPT_CANARY);
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

  it('would be seen in every place where something can be kept', async () => {
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
  });
});

/** Whether a message says that the person chose a place, and nothing of the place. */
function isChoice(message: string): boolean {
  return message.includes('"kind":"chosen"');
}

/** Types into every visible field. @returns how many. */
async function typeEverywhere(page: Page): Promise<number> {
  const fields = await page.$$(
    ':is(.page-exercice input:not([type=radio], [type=checkbox], [type=button], [type=submit]), .page-exercice textarea)',
  );
  let count = 0;
  for (const field of fields) {
    if (!(await field.isVisible())) continue;
    await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await field.focus();
    await page.keyboard.type(CANARY);
    await page.keyboard.press('Escape');
    count++;
  }
  return count;
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
