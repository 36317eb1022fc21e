import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Dialog, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openBrowser, openOwnPage } from './driver';
import { startWorld, type World, type WorldHandler } from './world';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const SHOTS = resolve(import.meta.dirname, '../screenshots');

/** Hosts of the sites, listed or only under their domains, and hosts that must lose nothing, however alike. */
const OURS = [
  'wwwd.caf.fr',
  'connect.caf.fr',
  'nouveau.caf.fr',
  'assure.ameli.fr',
  'candidat.pole-emploi.fr',
  'app.franceconnect.gouv.fr',
];
const OTHERS = ['www.impots.gouv.fr', 'www.ma-caf.fr', 'caf.fr.exemple.com'];
/** Where we do not run: in Firefox nobody else can erase caches and private files. */
const NOT_HELPED = ['nouveau.caf.fr', 'app.franceconnect.gouv.fr'];

/** Plants every sort of trace; `/lire` tells what is still there. Their own scripts, as a site's would. */
const PLANT = `<title>Page</title><h1>Page</h1>
<a id="fichier" href="/attestation.pdf">Télécharger</a> <a id="autre" href="/releve.pdf">Relevé</a>
<a id="lent" href="/dossier.bin">Dossier</a>
<script>localStorage.setItem('trace', '1'); sessionStorage.setItem('trace', '1');
const open = indexedDB.open('trace', 1); open.onupgradeneeded = () => open.result.createObjectStore('o');
open.onsuccess = async () => {
  if (isSecureContext) {
    await (await caches.open('trace')).put('/copie', new Response('trace'));
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('dossier', { create: true });
    await (await (await folder.getFileHandle('trace', { create: true })).createWritable()).close();
  }
  document.title = 'planté';
};
</script>`;
const READ = `<title>Page</title><h1>Page</h1>
<script>indexedDB.databases().then(async ({ length: databases }) => {
  const caches = (await self.caches.keys()).length;
  let files = 0;
  for await (const _ of (await navigator.storage.getDirectory()).keys()) files += 1;
  document.title = 'lu ' + JSON.stringify({ local: localStorage.length, session: sessionStorage.length, databases, caches, files });
});</script>`;

const site: WorldHandler = ({ url }) => {
  const noStore = { 'cache-control': 'no-store' };
  if (url.pathname === '/garde.js')
    return { headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=86400' }, body: '// ' };
  if (url.pathname.endsWith('.pdf')) {
    const disposition = `attachment; filename="${url.pathname.slice(1)}"`;
    return {
      headers: { 'content-type': 'application/pdf', 'content-disposition': disposition },
      body: '%PDF-1.4 exemple',
    };
  }
  // More is announced than ever comes.
  if (url.pathname === '/dossier.bin')
    return {
      headers: { 'content-disposition': 'attachment; filename="dossier.bin"', 'content-length': '3000000' },
      body: Buffer.alloc(300_000),
    };
  if (url.pathname === '/cache')
    return {
      headers: noStore,
      body: '<title>Page</title><script src="/garde.js"></script><script>document.title = "cache";</script>',
    };
  if (url.pathname === '/lire') return { headers: noStore, body: READ };
  if (url.pathname.startsWith('/cookie-')) {
    const domain = url.hostname.split('.').slice(-2).join('.');
    const isDomainFree = !/gouv\.fr$/.test(url.hostname);
    const cookies: Record<string, string> = {
      '/cookie-host': 'hote=1; Path=/; Secure; Max-Age=86400',
      '/cookie-domain': isDomainFree ? `domaine=1; Domain=${domain}; Path=/; Max-Age=86400` : 'domaine=1; Path=/',
      '/cookie-http': 'secret=1; Path=/; HttpOnly; Secure; SameSite=Lax',
    };
    return {
      headers: { ...noStore, 'content-type': 'text/plain', 'set-cookie': cookies[url.pathname] ?? '' },
      body: '',
    };
  }
  return {
    headers: noStore,
    body: `<img src="/cookie-host"><img src="/cookie-domain"><img src="/cookie-http">${PLANT}`,
  };
};

interface Found {
  cookies: number;
  cached: boolean;
  local: number;
  session: number;
  databases: number;
  caches: number;
  files: number;
}

const NOTHING: Found = { cookies: 0, cached: false, local: 0, session: 0, databases: 0, caches: 0, files: 0 };
/** Session storage goes with its tab, in any browser. */
const EVERYTHING: Found = { cookies: 3, cached: true, local: 1, session: 0, databases: 1, caches: 1, files: 1 };

async function titled(page: Page, start: string): Promise<string> {
  await page.waitForFunction((words) => document.title.startsWith(words), { timeout: 20_000 }, start);
  return await page.title();
}

async function plant(browser: Browser, host: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`http://${host}/cache`);
  await titled(page, 'cache');
  await page.goto(`https://${host}/`);
  await titled(page, 'planté');
  return page;
}

async function readBack(browser: Browser, world: World, host: string): Promise<Found> {
  const page = await browser.newPage();
  world.forget();
  await page.goto(`https://${host}/lire`);
  const title = await titled(page, 'lu ');
  // Without encryption: Chromium caches nothing under a test certificate.
  await page.goto(`http://${host}/cache`);
  await titled(page, 'cache');
  await page.close();
  const here = world.requests.filter(({ url }) => url.hostname === host);
  const sent = here.find(({ url }) => url.pathname === '/lire')?.headers.cookie ?? '';
  const cached = !here.some(({ url }) => url.pathname === '/garde.js');
  return { ...JSON.parse(title.slice(3)), cookies: sent === '' ? 0 : sent.split(';').length, cached };
}

/** The addresses in the history, asked for from our own page. */
async function visitedAddresses(own: Page): Promise<string[]> {
  return await own.evaluate(async () => {
    interface Api {
      history: { search: (query: object) => Promise<{ url: string }[]> };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const found = await (browser ?? chrome).history.search({ text: '', startTime: 0, maxResults: 1000 });
    return found.map(({ url }) => url);
  });
}

async function visitedHosts(own: Page): Promise<string[]> {
  return [...new Set((await visitedAddresses(own)).flatMap((url) => URL.parse(url)?.hostname ?? []))];
}

async function pressOwn(page: Page, words: RegExp): Promise<void> {
  await page.waitForFunction(
    (source) =>
      [...document.querySelectorAll('button')].some((one) =>
        new RegExp(source).test(one.textContent?.replace(/\s/g, ' ') ?? ''),
      ),
    { timeout: 20_000 },
    words.source,
  );
  const buttons = await page.$$('button');
  for (const button of buttons) {
    if (!words.test(await button.evaluate((one) => one.textContent?.replace(/\s/g, ' ') ?? ''))) continue;
    await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await button.click();
    return;
  }
}

async function says(page: Page, words: string, timeout = 30_000): Promise<void> {
  await page
    .waitForFunction((wanted) => document.body.innerText.replace(/\s/g, ' ').includes(wanted), { timeout }, words)
    .catch(async () => {
      throw new Error(`« ${words} » is not said: ${await page.evaluate(() => document.body.innerText)}`);
    });
}

/** What the page is there to say has the focus, so that every screen reader says it. */
async function tellsFirst(page: Page, words: string): Promise<void> {
  await says(page, words);
  expect(await page.evaluate(() => document.activeElement?.textContent?.replace(/\s/g, ' '))).toContain(words);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
}

async function shoot(page: Page, what: string): Promise<void> {
  for (const [name, width, height] of [
    ['', 1024, 768],
    ['-400', 320, 256],
  ] as const) {
    await page.setViewport({ width, height });
    await page.screenshot({ path: resolve(SHOTS, `${what}${name}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  }
}

describe.each<BrowserName>(['chromium', 'firefox'])('« Terminer ma session » in %s', (name) => {
  let world: World;
  let browser: Browser;
  let downloads: string;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    downloads = mkdtempSync(join(tmpdir(), 'cac-files-'));
    world = await startWorld(site);
    browser = await openBrowser(name, { world, downloads });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('leaves nothing of the sites and takes nothing from the others', { timeout: 180_000, retry: 0 }, async () => {
    for (const host of [...OTHERS, ...OURS]) {
      const page = await plant(browser, host);
      if (OTHERS.includes(host)) await page.close();
      if (host === 'wwwd.caf.fr') {
        await page.click('#fichier');
        await until(async () => readdirSync(downloads).includes('attestation.pdf'));
      }
    }
    // The test sees what it plants: without erasing, everything is there.
    expect(await readBack(browser, world, 'www.ma-caf.fr')).toEqual(EVERYTHING);
    expect(await readBack(browser, world, 'connect.caf.fr')).toEqual(EVERYTHING);

    const own = await openOwnPage(name, browser, '/end-session.html');
    await keepOurs(own, { exercises: NADIA });
    await says(own, "D'abord, déconnectez-vous");
    if (name === 'firefox') {
      await says(own, 'Firefox efface aussi les copies de pages');
      await says(own, 'Une fenêtre déjà fermée, avec une page de ces sites, ne pourra plus être rouverte');
    }
    await says(own, 'Aller me déconnecter : la CAF');
    await shoot(own, `end-session-${name}`);
    await pressOwn(own, /Effacer maintenant/);
    await tellsFirst(
      own,
      name === 'firefox' ? 'tout ce que Firefox nous laisse effacer' : 'Il ne reste rien de ces sites',
    );
    if (name === 'firefox') {
      const unsure = await own.$$eval('.careful li', (all) => all.map((one) => one.textContent));
      expect(unsure).toEqual([...NOT_HELPED].sort());
    }
    await shoot(own, `end-session-done-${name}`);

    expect(
      (await browser.pages())
        .map((page) => URL.parse(page.url())?.hostname ?? '')
        .filter((host) => OURS.includes(host)),
    ).toEqual([]);
    const visited = await visitedHosts(own);
    // Without its address in the history, Firefox would not know the file any more.
    expect(visited.filter((host) => OURS.includes(host))).toEqual(name === 'firefox' ? ['wwwd.caf.fr'] : []);
    expect(OTHERS.filter((host) => !visited.includes(host))).toEqual([]);

    await says(own, 'attestation.pdf').catch(async (error) => {
      throw new Error(`${error} ${await whatIsKept(name, browser)}`);
    });
    expect(readdirSync(downloads)).toHaveLength(1);
    const held = 'tant que cette page est ouverte';
    if (name === 'firefox') await says(own, held);
    await pressOwn(own, /Effacer ce fichier/);
    await says(own, "C'est effacé : attestation.pdf");
    await own.waitForFunction((words) => !document.body.innerText.includes(words), {}, held);
    expect(readdirSync(downloads)).toEqual([]);
    await until(async () => !(await visitedHosts(own)).some((host) => OURS.includes(host)));

    const left: Record<string, Found> = {};
    for (const host of [...OURS, ...OTHERS]) left[host] = await readBack(browser, world, host);
    // Firefox has one cache for all: it goes whole, and the page has said so. Nothing else of the others goes.
    const kept = { ...EVERYTHING, cached: name === 'chromium' };
    const unsure = name === 'firefox' ? { ...NOTHING, caches: 1, files: 1 } : NOTHING;
    expect(left).toEqual(
      Object.fromEntries([
        ...OURS.map((host) => [host, NOT_HELPED.includes(host) ? unsure : NOTHING]),
        ...OTHERS.map((host) => [host, kept]),
      ]),
    );
    // At home, what was put aside stays.
    expect(await keptOurs(own, 'exercises')).toEqual(NADIA);
    await own.close();
  });

  it.runIf(name === 'firefox').each(['button', 'cross'])(
    'forgets the address of a file that stays when the page is closed by its %s',
    async (way) => {
      const page = await plant(browser, 'wwwd.caf.fr');
      await noted(name, browser, 1);
      await page.bringToFront();
      await page.click('#fichier');
      await until(async () => readdirSync(downloads).includes('attestation.pdf'));
      const own = await openOwnPage(name, browser, '/end-session.html');
      await pressOwn(own, /Effacer maintenant/);
      await says(own, 'attestation.pdf');
      if (way === 'button') await pressOwn(own, /Fermer cette page/);
      else await own.close();
      const later = await openOwnPage(name, browser, '/options.html');
      await until(async () => !(await visitedHosts(later)).includes('wwwd.caf.fr'));
      expect(readdirSync(downloads)).toEqual(['attestation.pdf']);
      rmSync(join(downloads, 'attestation.pdf'));
      await later.close();
    },
  );

  it('changes nothing when the browser does not agree', async () => {
    await plant(browser, 'wwwd.caf.fr');
    const own = await openOwnPage(name, browser, '/end-session.html');
    await own.evaluate(() => {
      interface Api {
        permissions: { request: (needed: object) => Promise<boolean> };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      (browser ?? chrome).permissions.request = async () => false;
    });
    await pressOwn(own, /Effacer maintenant/);
    await says(own, "Le navigateur n'a pas donné son accord. Rien n'a été effacé.");
    expect((await browser.pages()).some((page) => page.url() === 'https://wwwd.caf.fr/')).toBe(true);
    expect(await visitedHosts(own)).toContain('wwwd.caf.fr');
    await own.close();
  });

  it.runIf(name === 'firefox')('asked again, still names what it was not sure of', async () => {
    for (const host of NOT_HELPED) await (await plant(browser, host)).close();
    for (const time of ['first', 'again']) {
      const own = await openOwnPage(name, browser, '/end-session.html');
      await pressOwn(own, /Effacer maintenant/);
      await says(own, 'Il reste peut-être des copies de pages');
      const named = await own.$$eval('.careful li', (all) => all.map((one) => one.textContent));
      expect(NOT_HELPED.filter((host) => !named.includes(host))).toEqual([]);
      // As in a browser that was closed meanwhile.
      if (time === 'again') await forgetUnsure(own);
      await own.close();
    }
  });

  it('says that it does not know what was downloaded, when it does not know since when', async () => {
    const own = await openOwnPage(name, browser, '/end-session.html');
    await forgetVisits(own);
    await pressOwn(own, /Effacer maintenant/);
    await says(own, 'Nous ne savons pas quand vous avez commencé');
    await own.close();
    // The machine's clock was put back: files that came since bear an earlier hour than the beginning.
    const later = await openOwnPage(name, browser, '/end-session.html');
    await beginVisits(later, Date.now() + 3_600_000);
    await pressOwn(later, /Effacer maintenant/);
    await says(later, 'Nous ne savons pas quand vous avez commencé');
    await later.close();
  });

  // Firefox is as slow to answer, and waits for its tabs in the same way.
  it.runIf(name === 'chromium')('does not wait for a page that asks whether to leave it', async () => {
    const page = await plant(browser, 'wwwd.caf.fr');
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    // Without a gesture in the page, no browser asks.
    await page.click('h1');
    const asked = new Promise<Dialog>((resume) => page.once('dialog', resume));
    const own = await openOwnPage(name, browser, '/end-session.html');
    await pressOwn(own, /Effacer maintenant/);
    // The browser has put the page with its question before ours, where nothing is drawn meanwhile.
    await until(() => own.evaluate(() => document.body.innerText.includes('Pages encore ouvertes')));
    await (await asked).accept();
    await until(async () => page.isClosed());
    await own.close();
  });

  it('keeps knowing the files of the session until nothing is left, and names the pages that lead back', async () => {
    rmSync(join(downloads, 'attestation.pdf'), { force: true });
    const page = await plant(browser, 'www.caf.fr');
    await page.goto('https://www.exemple.com/lire');
    const other = await plant(browser, 'wwwd.caf.fr');
    await noted(name, browser, 2);
    await other.click('#fichier');
    await until(async () => readdirSync(downloads).includes('attestation.pdf'));
    const own = await openOwnPage(name, browser, '/end-session.html');
    if (name === 'firefox') {
      await closeWindowOn(own, 'https://wwwd.caf.fr/');
      expect(await closedWindows(own)).toEqual(['https://wwwd.caf.fr/']);
    }
    await failOnce(own);
    await pressOwn(own, /Effacer maintenant/);
    await says(own, 'Le navigateur a refusé une étape : pas maintenant');
    if (name === 'firefox') await says(own, '« Précédent » revient à ces sites : 1');
    await pressOwn(own, /Essayer encore/);
    if (name === 'firefox') {
      await own.waitForFunction(() => !document.body.innerText.includes('pas maintenant'));
      await says(own, '« Précédent » revient à ces sites : 1');
      await page.close();
      await pressOwn(own, /Essayer encore/);
    } else {
      await own.waitForFunction(() => !document.body.innerText.includes('pas maintenant'));
      await page.goBack({ timeout: 5_000 }).catch(() => undefined);
      expect(page.url()).not.toContain('caf.fr');
      await page.close();
    }
    await own.waitForFunction(() => /Firefox nous laisse effacer|Il ne reste rien/.test(document.body.innerText));
    if (name === 'firefox') expect(await closedWindows(own)).toEqual([]);
    await says(own, 'attestation.pdf');
    rmSync(join(downloads, 'attestation.pdf'), { force: true });
    await own.close();
  });

  it('deletes the one file whose button is pressed, however often it is pressed', async () => {
    for (const file of readdirSync(downloads)) rmSync(join(downloads, file));
    const page = await plant(browser, 'wwwd.caf.fr');
    await noted(name, browser, 1);
    await page.bringToFront();
    for (const [link, file] of [
      ['#fichier', 'attestation.pdf'],
      ['#autre', 'releve.pdf'],
    ] as const) {
      await page.click(link);
      await until(async () => readdirSync(downloads).includes(file));
    }
    const own = await openOwnPage(name, browser, '/end-session.html');
    await pressOwn(own, /Effacer maintenant/);
    await says(own, 'Effacer ce fichier');
    // Another tab shows what we may not see; and a result that is drawn anew says the same.
    await says(own, "D'autres pages restent ouvertes");
    const told = await own.evaluate(() => document.body.innerText);
    await own.evaluate(() => location.reload());
    await own.waitForFunction((before) => document.body?.innerText === before, {}, told);
    const button = await own.waitForSelector('button[aria-label^="Effacer ce fichier"]');
    await button?.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await button?.click({ count: 2, delay: 20 });
    await says(own, "C'est effacé");
    await own.keyboard.press('Enter');
    await new Promise((resume) => setTimeout(resume, 500));
    expect(readdirSync(downloads)).toHaveLength(1);
    await own.focus('button[aria-label^="Effacer ce fichier"]');
    for (let times = 0; times < 3; times++) await own.keyboard.press('Enter');
    await until(async () => readdirSync(downloads).length === 0);
    await own.waitForFunction(() => document.activeElement?.textContent?.includes("C'est effacé"));
    await own.close();
  });

  it('tells of a file that is still coming, and forgets one that was taken away', { timeout: 120_000 }, async () => {
    const first = await openOwnPage(name, browser, '/end-session.html');
    await emptyDownloads(first);
    await first.close();
    const page = await plant(browser, 'wwwd.caf.fr');
    await noted(name, browser, 1);
    await page.bringToFront();
    for (const [link, file] of [
      ['#fichier', 'attestation.pdf'],
      ['#autre', 'releve.pdf'],
    ] as const) {
      await page.click(link);
      await until(async () => readdirSync(downloads).includes(file));
    }
    await page.click('#lent');
    await until(async () => readdirSync(downloads).length > 2);
    // Taken away before, as to a key. Chromium looks for the files no more than once in ten seconds.
    rmSync(join(downloads, 'attestation.pdf'));
    if (name === 'chromium') await new Promise((resume) => setTimeout(resume, 10_000));
    const own = await openOwnPage(name, browser, '/end-session.html');
    await pressOwn(own, /Effacer maintenant/);
    await says(own, "Ce fichier n'est pas encore arrivé en entier");
    // Taken away while the page tells of it.
    rmSync(join(downloads, 'releve.pdf'));
    // Firefox does not look whether a file is still there.
    const told = name === 'chromium' ? ['dossier.bin', 'releve.pdf'] : ['dossier.bin', 'releve.pdf', 'attestation.pdf'];
    expect(await own.$$eval('li strong', (all) => all.map((one) => one.textContent))).toEqual(told);
    await shoot(own, `end-session-coming-${name}`);
    for (const file of told) {
      await own.focus(`button[aria-label$="${file}"]`);
      await own.keyboard.press('Enter');
      await says(own, `C'est effacé : ${file}`);
    }
    expect(await downloadsOf(own, 'caf.fr')).toEqual([]);
    await until(async () => readdirSync(downloads).length === 0);
    await own.close();
  });

  it("closes « Ma fiche » and « S'entraîner », and takes our own addresses out of the history", {
    timeout: 120_000,
  }, async () => {
    const sheet = '/sheet.html#guide=caf/demander-rsa&day=2026-11-29';
    const practice = '/practice.html#caf/rembourser';
    for (const path of [sheet, practice]) await (await openOwnPage(name, browser, path)).waitForSelector('h1');
    const own = await openOwnPage(name, browser, '/end-session.html');
    await forgetUnsure(own);
    await says(own, "« Ma fiche » et « S'entraîner » se ferment aussi");
    await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
      await (browser ?? chrome).storage.local.set({ exercises: [{ nickname: 'Nadia' }] });
    });
    // The test sees what it looks for; Firefox puts no page of an extension into its history.
    expect((await ownPlaces(own)).filter((one) => /sheet|practice/.test(one))).toEqual(
      (name === 'chromium' ? [practice, practice, sheet, sheet] : [practice, sheet]).map((one) =>
        expect.stringContaining(one),
      ),
    );
    await pressOwn(own, /Effacer maintenant/);
    await says(own, 'Il ne reste rien de ces sites');
    await says(own, 'Des exercices restent sur cet ordinateur');
    await shoot(own, `end-session-kept-${name}`);
    expect((await ownPlaces(own)).filter((one) => !one.includes('/end-session.html'))).toEqual([]);
    expect(await whatIsKept(name, browser)).toContain('Nadia');
    await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
      await (browser ?? chrome).storage.local.remove('exercises');
    });
    await own.close();
  });

  // Only Chromium says no when this storage is full.
  it.runIf(name === 'chromium')('forgets the place in a guide that a full storage did not take', async () => {
    const own = await openOwnPage(name, browser, '/end-session.html');
    const tab = await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: StorageApi };
      const [first] = await chrome.tabs.query({});
      const room = 10 * 1024 * 1024 - (await chrome.storage.session.getBytesInUse());
      await chrome.storage.session.set({ filler: 'x'.repeat(room - 64) });
      const progress = { guide: 'demander-rsa', step: 'x', trail: [], state: 'running' };
      await chrome.runtime.sendMessage({ kind: 'progress.start', ask: { site: 'caf', tab: first?.id, progress } });
      return first?.id;
    });
    expect(await whatIsKept(name, browser)).not.toContain(`progress:${tab}`);
    expect(await placeIn(own, 'caf')).toMatchObject({ guide: 'demander-rsa' });
    await pressOwn(own, /Effacer maintenant/);
    await says(own, 'Il ne reste rien de ces sites');
    expect(await placeIn(own, 'caf')).toBeNull();
    await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: StorageApi };
      await chrome.storage.session.remove('filler');
    });
    await own.close();
  });

  it('on a public machine, is offered when the last page of a site is closed', async () => {
    await setPublic(name, browser);
    const first = await plant(browser, 'wwwd.caf.fr');
    const second = await plant(browser, 'www.caf.fr');
    const third = await plant(browser, 'connect.caf.fr');
    await noted(name, browser, 3);
    // A tab that went on shows the site no more; and a page that was left behind by somebody says nothing to this person.
    await first.goto('https://www.exemple.com/lire');
    await openOwnPage(name, browser, '/end-session.html');
    await second.close();
    await third.close();
    const offered = await offer(name, browser, 'last-tab');
    await says(offered, 'Vous avez fermé la dernière page de ce site');
    await until(async () => (await offers(browser)).length === 1);
    // The server still knows the person: closing the page has not ended that.
    await says(offered, 'Aller me déconnecter : la CAF');
    await says(offered, 'Si vous êtes passé par FranceConnect.');
    world.forget();
    await pressOwn(offered, /Aller me déconnecter : la CAF/);
    await until(async () => world.requests.some(({ url }) => url.href.includes('wwwd.caf.fr/redirect/s/Redirect')));
    await offered.bringToFront();
    await pressOwn(offered, /Pas maintenant/);
    await until(async () => (await offers(browser)).length === 0);
    // What went on is no page of the site: closing it offers nothing again.
    await first.close();
    await new Promise((resume) => setTimeout(resume, 1_500));
    expect(await offers(browser)).toEqual([]);
  });

  it('on a public machine, takes along what we kept ourselves', async () => {
    await setPublic(name, browser);
    await plant(browser, 'wwwd.caf.fr');
    await noted(name, browser, 1);
    const own = await openOwnPage(name, browser, '/end-session.html');
    await keepOurs(own, { exercises: NADIA, overlayState: { pages: { 'caf/accueil-public': '2026-11-26' } } });
    await says(own, "les exercices de « S'entraîner » et la liste des pages aidées");
    await pressOwn(own, /Effacer maintenant/);
    await own.waitForFunction(() => document.body.innerText.includes('Avant de partir'));
    expect([await keptOurs(own, 'exercises'), await keptOurs(own, 'overlayState')]).toEqual([undefined, undefined]);
    await own.close();
  });

  // Headless Chromium never says that nobody is there: what the browser would say is said in its place, to our own listener.
  it.runIf(name === 'chromium')('on a public machine, is offered when nobody has been there for a while', async () => {
    await setPublic(name, browser);
    await plant(browser, 'wwwd.caf.fr');
    await noted(name, browser, 1);
    const becomes = async (state: 'idle' | 'locked'): Promise<void> => {
      const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
      await (await target.worker())?.evaluate((said) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            idle: { queryState: () => Promise<string>; onStateChanged: { dispatch: (state: string) => void } };
          };
        };
        chrome.idle.queryState = async () => said;
        chrome.idle.onStateChanged.dispatch(said);
      }, state);
    };
    const isInFront = async (page: Page): Promise<void> => {
      await until(() => page.evaluate(() => document.visibilityState === 'visible'));
      expect((await offers(browser)).map((one) => one.page)).toEqual([page]);
    };
    await becomes('idle');
    await becomes('locked');
    const offered = await offer(name, browser, 'inactive');
    await tellsFirst(offered, 'Vous êtes toujours là ?');
    // The question is there already: it comes to the front, and names the site that was opened meanwhile.
    await plant(browser, 'assure.ameli.fr');
    await becomes('idle');
    await isInFront(offered);
    await says(offered, 'Aller me déconnecter : ameli');
    await pressOwn(offered, /Oui, je continue/);
    await until(async () => (await offers(browser)).length === 0);
    // What was erased, and what was not, is there to be read until somebody goes to a site again.
    const result = await openOwnPage(name, browser, '/end-session.html');
    await failOnce(result);
    await pressOwn(result, /Effacer maintenant/);
    await tellsFirst(result, 'Il reste quelque chose');
    await openOwnPage(name, browser, '/options.html');
    await becomes('idle');
    await isInFront(result);
    await plant(browser, 'wwwd.caf.fr');
    await noted(name, browser, 1);
    await becomes('idle');
    await until(async () => result.isClosed());
    await says(await offer(name, browser, 'inactive'), "l'effacement n'est pas allé jusqu'au bout");
  });
});

// Nobody is there for more than a minute: what needs a start of the browser is tried meanwhile, each in a browser of its own.
describe.concurrent('« Terminer ma session » when nobody has been there for a while, in Firefox', () => {
  it('is offered at the minute that was set, not at the one that the browser counts by itself', async () => {
    const world = await startWorld(site);
    const browser = await openBrowser('firefox', { world });
    try {
      await setPublic('firefox', browser, 10);
      await plant(browser, 'wwwd.caf.fr');
      await noted('firefox', browser, 1);
      const own = await openOwnPage('firefox', browser, '/options.html');
      await own.evaluate(async () => {
        interface Api {
          idle: {
            setDetectionInterval: (seconds: number) => void;
            onStateChanged: { addListener: (hear: (state: string) => void) => void };
          };
        }
        const { idle } = (globalThis as unknown as { browser: Api }).browser;
        const isIdle = new Promise<void>((resume) => idle.onStateChanged.addListener(() => resume()));
        idle.setDetectionInterval(15);
        await isIdle;
      });
      await new Promise((resume) => setTimeout(resume, 2_000));
      expect(await offers(browser)).toEqual([]);
      await setPublic('firefox', browser, 1);
      await until(async () => (await offers(browser)).length > 0, 70_000);
      await says(await offer('firefox', browser, 'inactive'), 'Vous êtes toujours là ?');
    } finally {
      await browser.close();
      await world.close();
    }
  }, 150_000);
});

describe.concurrent('« Terminer ma session » when the whole browser is closed with what it tells, in Firefox', () => {
  it('takes the address of a file that stays out of the history at the next start, and none of another site', async () => {
    const world = await startWorld(site);
    const profile = mkdtempSync(join(tmpdir(), 'cac-profile-'));
    const downloads = mkdtempSync(join(tmpdir(), 'cac-downloads-'));
    try {
      const first = await openBrowser('firefox', { world, profile, downloads });
      const page = await plant(first, 'wwwd.caf.fr');
      await noted('firefox', first, 1);
      const other = await first.newPage();
      await other.goto('https://www.impots.gouv.fr/');
      await other.click('#autre');
      await until(async () => readdirSync(downloads).includes('releve.pdf'));
      await page.bringToFront();
      await page.click('#fichier');
      await until(async () => readdirSync(downloads).includes('attestation.pdf'));
      const own = await openOwnPage('firefox', first, '/end-session.html');
      await pressOwn(own, /Effacer maintenant/);
      await says(own, 'attestation.pdf');
      expect(await visitedAddresses(own)).toContain('https://www.impots.gouv.fr/releve.pdf');
      expect(await visitedHosts(own)).toContain('wwwd.caf.fr');
      await first.close();
      const second = await openBrowser('firefox', { world, profile, downloads });
      const later = await openOwnPage('firefox', second, '/options.html');
      await until(async () => !(await visitedHosts(later)).includes('wwwd.caf.fr'));
      await until(async () => !(await whatIsKept('firefox', second)).includes('attestation.pdf'));
      expect(await visitedAddresses(later)).toContain('https://www.impots.gouv.fr/releve.pdf');
      expect(readdirSync(downloads).sort()).toEqual(['attestation.pdf', 'releve.pdf']);
      await second.close();
    } finally {
      await world.close();
      for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

describe.concurrent.each<BrowserName>(['chromium', 'firefox'])('« Terminer ma session » cut short in %s', (name) => {
  it('says so at the next start', { timeout: 120_000 }, async () => {
    const world = await startWorld(site);
    const profile = mkdtempSync(join(tmpdir(), 'cac-profile-'));
    try {
      const first = await openBrowser(name, { world, profile });
      await setPublic(name, first);
      await plant(first, 'wwwd.caf.fr');
      await noted(name, first, 1);
      const own = await openOwnPage(name, first, '/end-session.html');
      await keepOurs(own, { exercises: NADIA, overlayState: { pages: { 'caf/accueil-public': '2026-11-26' } } });
      await own.waitForSelector('h1');
      // A browser that takes its time: everything up to there is done, nothing after.
      await own.evaluate(() => {
        interface Api {
          browsingData: { remove: () => Promise<void> };
          permissions: { request: (needed: object) => Promise<boolean> };
        }
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const api = browser ?? chrome;
        const request = api.permissions.request.bind(api.permissions);
        // Before the person has agreed, Firefox has no such function.
        api.permissions.request = async (needed) => {
          const isAllowed = await request(needed);
          api.browsingData.remove = () => new Promise(() => undefined);
          return isAllowed;
        };
      });
      await pressOwn(own, /Effacer maintenant/);
      await says(own, "Les cookies et la mémoire s'effacent");
      first.process()?.kill('SIGKILL');
      const second = await openBrowser(name, { world, profile });
      const offered = await offer(name, second, 'unfinished');
      await says(offered, "l'effacement n'est pas allé jusqu'au bout");
      // What we kept of the person who left goes with the start of the browser.
      await until(async () => (await keptOurs(offered, 'exercises')) === undefined);
      await until(async () => (await keptOurs(offered, 'overlayState')) === undefined);
      // The session began before: no page of the sites has been opened in this browser.
      await pressOwn(offered, /Effacer maintenant/);
      await says(offered, "Aucun fichier téléchargé n'a été trouvé");
      // A browser that was killed has not kept its list of files: « none » would be a promise.
      await says(offered, 'Regardez aussi vous-même dans ses téléchargements');
      await second.close();
    } finally {
      await world.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});

/** The open pages « Terminer ma session », with their addresses: Firefox tells its driver none of our own. */
async function offers(browser: Browser): Promise<{ page: Page; url: string }[]> {
  const pages = await browser.pages();
  const all = await Promise.all(
    pages.map(async (page) => ({ page, url: await page.evaluate(() => location.href).catch(() => '') })),
  );
  return all.filter(({ url }) => url.includes('/end-session.html'));
}

/** @returns the page that opened by itself for this reason. */
async function offer(name: BrowserName, browser: Browser, reason: string): Promise<Page> {
  let found: { page: Page } | undefined;
  await until(async () => {
    found = (await offers(browser)).find(({ url }) => url.endsWith(`#${reason}`));
    return found !== undefined;
  }).catch(async () => {
    throw new Error(`Not offered (${reason}): ${await whatIsKept(name, browser)}`);
  });
  return (found as { page: Page }).page;
}

async function until(isSo: () => Promise<boolean>, patience = 30_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resume) => setTimeout(resume, 150));
  }
  throw new Error(`Waited in vain: ${isSo}`);
}

interface DownloadsApi {
  downloads: {
    search: (query: object) => Promise<{ url: string }[]>;
    erase: (query: object) => Promise<number[]>;
  };
}

/** Empties the browser's list of downloads; the files stay. */
async function emptyDownloads(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: DownloadsApi; chrome: DownloadsApi };
    await (browser ?? chrome).downloads.erase({});
  });
}

/** The addresses of a site in the browser's list of downloads. */
async function downloadsOf(own: Page, domain: string): Promise<string[]> {
  return await own.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as { browser?: DownloadsApi; chrome: DownloadsApi };
    const all = await (browser ?? chrome).downloads.search({});
    return all.map(({ url }) => url).filter((url) => url.includes(wanted));
  }, domain);
}

interface StorageApi {
  tabs: { query: (all: object) => Promise<{ id: number; url?: string }[]> };
  runtime: { getURL: (path: string) => string; sendMessage: (message: object) => Promise<unknown> };
  history: { search: (query: object) => Promise<{ url: string }[]> };
  sessions?: { getRecentlyClosed: () => Promise<{ tab?: { url?: string } }[]> };
  storage: Record<
    'local' | 'session',
    {
      set: (values: object) => Promise<void>;
      get: (key?: string) => Promise<object>;
      remove: (keys: string | string[]) => Promise<void>;
      getBytesInUse: () => Promise<number>;
    }
  >;
}

/** The addresses of our own pages, wherever the browser tells them: open tabs, history, tabs that can be opened again. */
async function ownPlaces(own: Page): Promise<string[]> {
  return await own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    const { tabs, history, sessions, runtime } = browser ?? chrome;
    const found = [
      ...(await tabs.query({})),
      ...(await history.search({ text: '', startTime: 0, maxResults: 1000 })),
      ...((await sessions?.getRecentlyClosed()) ?? []).map(({ tab }) => ({ url: tab?.url })),
    ];
    return found.flatMap(({ url }) => (url?.startsWith(runtime.getURL('/')) ? [url] : [])).sort();
  });
}

/** What the background would offer to go on with. */
async function placeIn(own: Page, site: string): Promise<unknown> {
  return await own.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: StorageApi };
    return await chrome.runtime.sendMessage({ kind: 'progress.load', ask: { site: wanted } });
  }, site);
}

/** Tabs, and what our storages hold: the reasons why a page was not offered. */
async function whatIsKept(name: BrowserName, browser: Browser): Promise<string> {
  const own = await openOwnPage(name, browser, '/options.html');
  const kept = await own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    const { storage, tabs } = browser ?? chrome;
    const open = (await tabs.query({})).map(({ id, url }) => ({ id, url }));
    return JSON.stringify({ open, local: await storage.local.get(), session: await storage.session.get() });
  });
  await own.close();
  return kept;
}

async function setPublic(name: BrowserName, browser: Browser, inactivityMinutes = 10): Promise<void> {
  const own = await openOwnPage(name, browser, '/options.html');
  await keepOurs(own, { settings: { mode: 'public', inactivityMinutes } });
  await own.close();
}

/** An exercise that was put aside, as « S'entraîner » does. */
const NADIA = [{ nickname: 'Nadia' }];

/** Writes to our own storage, from one of our own pages. */
async function keepOurs(own: Page, values: object): Promise<void> {
  await own.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    await (browser ?? chrome).storage.local.set(wanted);
  }, values);
}

async function keptOurs(own: Page, key: string): Promise<unknown> {
  return await own.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    return ((await (browser ?? chrome).storage.local.get(wanted)) as Record<string, unknown>)[wanted];
  }, key);
}

/** As if nobody had opened any of the sites. */
async function forgetVisits(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    await (browser ?? chrome).storage.session.remove(['visits', 'sessionStart', 'visitedSites']);
  });
}

/** As if the session had begun at that time (epoch ms). */
async function beginVisits(own: Page, sessionStart: number): Promise<void> {
  await own.evaluate(async (start) => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    await (browser ?? chrome).storage.session.set({ sessionStart: start });
  }, sessionStart);
}

async function forgetUnsure(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    await (browser ?? chrome).storage.session.remove('unsureHosts');
  });
}

/** The browser refuses the first address that it is asked to take from the history. */
async function failOnce(own: Page): Promise<void> {
  await own.evaluate(() => {
    interface Api {
      history: { deleteUrl: (what: object) => Promise<void> };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { history } = browser ?? chrome;
    const really = history.deleteUrl.bind(history);
    history.deleteUrl = async () => {
      history.deleteUrl = really;
      throw new Error('pas maintenant');
    };
  });
}

interface WindowsApi {
  windows: {
    create: (what: object) => Promise<{ id: number; tabs: { id: number }[] }>;
    remove: (id: number) => Promise<void>;
  };
  tabs: { query: (what: object) => Promise<{ title: string }[]> };
  permissions: { request: (what: object) => Promise<boolean> };
  sessions: { getRecentlyClosed: () => Promise<{ window?: { tabs: { url?: string }[] } }[]> };
}

/** Opens a window on this address and closes it: Firefox remembers it, and can open it again. */
async function closeWindowOn(own: Page, address: string): Promise<void> {
  await own.evaluate(async (url) => {
    const { windows } = (globalThis as unknown as { browser: WindowsApi }).browser;
    const { id } = await windows.create({ url });
    await new Promise((resume) => setTimeout(resume, 4_000));
    await windows.remove(id);
  }, address);
}

/** @returns the addresses of the sites that a closed window would bring back. */
async function closedWindows(own: Page): Promise<string[]> {
  const urls = await own.evaluate(async () => {
    const { sessions } = (globalThis as unknown as { browser: WindowsApi }).browser;
    return (await sessions.getRecentlyClosed()).flatMap(({ window }) => window?.tabs.map(({ url = '' }) => url) ?? []);
  });
  return urls.filter((url) => OURS.includes(URL.parse(url)?.hostname ?? ''));
}

/** Waits until the background has noted so many of the tabs that are open. */
async function noted(name: BrowserName, browser: Browser, count: number): Promise<void> {
  const own = await openOwnPage(name, browser, '/options.html');
  await until(async () => {
    const open = await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
      const { storage, tabs } = browser ?? chrome;
      const { visits } = (await storage.session.get('visits')) as { visits?: object };
      return (await tabs.query({})).filter(({ id }) => String(id) in (visits ?? {})).length;
    });
    return open >= count;
  });
  await own.close();
}
