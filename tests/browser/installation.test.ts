// @vitest-environment node
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FIREFOX_ID } from '../../src/modules/overlays/ids';
import { makePackages } from '../../src/packaging/make-packages';
import { type BrowserName, builtExtension } from './driver';
import { type Machine, newMachine, whyNoMachine } from './machine';
import { press, until } from './person';
import { startWorld, type World } from './world';

/** The built extension installed as the README says, in the real browsers, on a machine of its own. */
const WHY_NOT = process.env.INSTALLATION ? whyNoMachine() : 'they run alone, « npm run test:installation »';
if (WHY_NOT) console.log(`SKIPPED, installation tests: ${WHY_NOT}`);

const PAGE = 'https://wwwd.caf.fr/une-page';
/** A page that notes when our help is drawn in it: our host comes into the document then. */
const BODY = `<!doctype html><title>t</title><h1>Une page</h1><script>
  new MutationObserver((_, watch) => {
    if (!document.querySelector('cote-a-cote')) return;
    window.helpedAt = performance.now();
    watch.disconnect();
  }).observe(document.documentElement, { childList: true });
</script>`;
const FOLDER = '/opt/cote-a-cote';
const SETTINGS = { structureName: 'CCAS de Villeneuve', mode: 'public', inactivityMinutes: 5 } as const;
/**
 * ms; above this a person has begun alone. Measured against the same browser with nothing installed: where that alone takes
 * long, the machine is busy elsewhere and we with it.
 */
const soon = (alone: number): number => Math.max(3_000, alone / 2);
/** ms; a step that takes longer hangs, and is named. The browsers themselves wait for three minutes. */
const HANGS = 40_000;
/** Starts of browsers are slow on a busy machine, and each test has two or three: it is tried once more, not twice. */
const IN_ALL = { timeout: 120_000, retry: 1 };

describe.skipIf(WHY_NOT)('on a public machine', () => {
  let world: World;
  let dist: string;
  let machine: Machine;
  let open: Browser[] = [];

  beforeAll(async () => {
    world = await startWorld(() => ({ body: BODY }));
    dist = mkdtempSync(join(tmpdir(), 'cote-a-cote-dist-'));
    makePackages({
      root: resolve(import.meta.dirname, '../..'),
      builds: { chromium: builtExtension('chromium'), firefox: builtExtension('firefox') },
      out: dist,
      key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
      settings: SETTINGS,
      address: `file://${FOLDER}`,
      forgetAll: true,
      signedXpi: undefined,
    });
  });
  afterAll(async () => {
    await world?.close();
    if (dist) rmSync(dist, { recursive: true, force: true });
  });
  beforeEach(() => {
    machine = newMachine(world);
  });
  afterEach(async () => {
    for (const browser of open) await close(browser);
    machine.remove();
  });

  const start = async (name: BrowserName): Promise<{ page: Page; browser: Browser }> => {
    const browser = await step(`${name} starts`, machine.start(name, PAGE));
    open.push(browser);
    for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resume) => setTimeout(resume, 50))) {
      const page = (await step(`${name} names its pages`, browser.pages())).find((one) => one.url() === PAGE);
      if (page) return { page, browser };
    }
    throw new Error(`${name} never opened its first page`);
  };
  const close = async (browser: Browser): Promise<void> => {
    open = open.filter((one) => one !== browser);
    await step('the browser closes', browser.close()).catch((hung: unknown) => {
      browser.process()?.kill('SIGKILL');
      throw hung;
    });
  };
  /** Lays the files where the README says, as they were made: nothing of them is changed here. */
  const installByPolicy = (name: BrowserName, from = dist): void => {
    for (const file of readdirSync(from)) machine.put(`${FOLDER}/${file}`, readFileSync(join(from, file)));
    const [file, folder] =
      name === 'chromium'
        ? ['cote-a-cote.json', '/etc/chromium/policies/managed']
        : ['policies.json', '/etc/firefox/policies'];
    machine.put(`${folder}/${file}`, readFileSync(join(from, file)));
  };
  const installDeb = (from = dist): void =>
    machine.installDeb(join(from, readdirSync(from).find((file) => file.endsWith('.deb')) ?? ''));

  it.each<BrowserName>(['chromium', 'firefox'])(
    'policies install it in %s: the first page is helped, by the structure’s name; the next person finds nothing',
    IN_ALL,
    async (name) => {
      const alone = await timed(async () => {
        const { page, browser } = await start(name);
        await page.waitForSelector('h1');
        await close(browser);
      });
      machine.remove();
      machine = newMachine(world);
      installByPolicy(name);
      let first: { page: Page; browser: Browser } | undefined;
      const began = Date.now();
      const helped = await timed(async () => {
        first = await start(name);
        await until(first.page, 'our button', ({ dock }) => dock !== undefined, 30_000);
      });
      if (!first) throw new Error('not started');
      console.log(`${name}, first page: ${await shares(first.page, began)}`);
      console.log(`${name}: first page alone ${alone} ms after the start, helped ${helped} ms after the start`);
      await expectStructure(first.page);
      await leaveTraces(first.page);
      expect(await traces(first.page)).toBe('cookie, storage');
      await close(first.browser);
      const again = Date.now();
      const second = await start(name);
      await until(second.page, 'our button', ({ dock }) => dock !== undefined, 30_000);
      console.log(`${name}, second start: ${await shares(second.page, again)}`);
      await expectStructure(second.page);
      expect(await traces(second.page)).toBe('');
      expect(helped - alone).toBeLessThan(soon(alone));
    },
  );

  it.each<BrowserName>(['chromium', 'firefox'])(
    'the Debian package installs it in %s, with the structure’s settings; the next person finds nothing',
    IN_ALL,
    async (name) => {
      installDeb();
      const began = performance.now();
      const first = await start(name);
      await until(first.page, 'our button', ({ dock }) => dock !== undefined, 30_000);
      console.log(`${name}, Debian package: helped ${Math.round(performance.now() - began)} ms after the start`);
      await expectStructure(first.page);
      await leaveTraces(first.page);
      expect(await traces(first.page)).toBe('cookie, storage');
      await close(first.browser);
      const second = await start(name);
      await until(second.page, 'our button', ({ dock }) => dock !== undefined, 30_000);
      expect(await traces(second.page)).toBe('');
    },
  );

  it.each<[BrowserName, 'policies' | 'the Debian package']>([
    ['chromium', 'policies'],
    ['firefox', 'policies'],
    ['firefox', 'the Debian package'],
  ])('%s takes the newer version that comes by %s, with a profile that lasts', IN_ALL, async (name, way) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const version of ['1.0.0', '1.0.1']) {
      const from = packagesOf(version, privateKey);
      if (way === 'policies') installByPolicy(name, from);
      else installDeb(from);
      rmSync(dirname(from), { recursive: true, force: true });
      const { browser } = await start(name);
      await expect.poll(() => versionsIn(machine, name), { timeout: 20_000 }).toContain(version);
      await close(browser);
    }
  });
});

/** The built extension under another number, packed for machines that keep what was done on them. @returns the folder of the packages, in one of its own */
function packagesOf(version: string, key: KeyObject): string {
  const root = mkdtempSync(join(tmpdir(), 'cote-a-cote-version-'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ version }));
  const numbered = (name: BrowserName): string => {
    const manifest = join(root, name, 'manifest.json');
    cpSync(builtExtension(name), join(root, name), { recursive: true });
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }));
    return join(root, name);
  };
  const out = join(root, 'dist');
  makePackages({
    root,
    builds: { chromium: numbered('chromium'), firefox: numbered('firefox') },
    out,
    key,
    settings: SETTINGS,
    address: `file://${FOLDER}`,
    forgetAll: false,
    signedXpi: undefined,
  });
  return out;
}

/** @returns the versions that the browser has in its profile. */
function versionsIn({ root }: Machine, name: BrowserName): string[] {
  const profile = join(root, 'profiles', name);
  if (name === 'chromium') {
    const extensions = join(profile, 'Default/Extensions');
    const folders = existsSync(extensions) ? readdirSync(extensions, { recursive: true, encoding: 'utf8' }) : [];
    return folders.flatMap((folder) => /\/([\d.]+)_0$/.exec(folder)?.[1] ?? []);
  }
  const list = join(profile, 'extensions.json');
  if (!existsSync(list)) return [];
  const { addons } = JSON.parse(readFileSync(list, 'utf8')) as { addons: { id: string; version: string }[] };
  return addons.filter(({ id }) => id === FIREFOX_ID).map(({ version }) => version);
}

/** @returns whose the time was until the first page was helped: the browser's until it opened it, the page's until it had loaded, ours. */
async function shares(page: Page, began: number): Promise<string> {
  const { opened, ready, loaded, helped } = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      opened: performance.timeOrigin,
      ready: entry?.domContentLoadedEventEnd ?? Number.NaN,
      loaded: entry?.loadEventEnd ?? Number.NaN,
      helped: (window as unknown as { helpedAt: number }).helpedAt,
    };
  });
  const [browser, parsed, whole, ours] = [opened - began, ready, loaded, helped - loaded].map(Math.round);
  return `opened after ${browser} ms, parsed at ${parsed} ms and loaded at ${whole} ms, helped ${ours} ms later`;
}

/** The settings of the policy have reached the page: they may take seconds, nothing waits for them. */
async function expectStructure(page: Page): Promise<void> {
  await press(page, 'Aide', 'dock');
  await press(page, 'Demander à une personne', 'dock');
  const { dock } = await until(
    page,
    'the structure',
    (seen) => seen.dock?.includes(SETTINGS.structureName) ?? false,
    20_000,
  );
  expect(dock).toContain(SETTINGS.structureName);
}

async function leaveTraces(page: Page): Promise<void> {
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: it is what sites do
    document.cookie = 'session=nadia; max-age=86400; secure';
    localStorage.setItem('session', 'nadia');
  });
}

async function traces(page: Page): Promise<string> {
  return await page.evaluate(() =>
    [document.cookie.includes('nadia') ? 'cookie' : '', localStorage.getItem('session') ? 'storage' : '']
      .filter((one) => one !== '')
      .join(', '),
  );
}

/** @throws with what it is that hangs, when it has not ended in time. */
async function step<T>(what: string, run: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing for ${HANGS / 1000} s`)), HANGS);
  });
  return await Promise.race([run, late]).finally(() => clearTimeout(timer));
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return Math.round(performance.now() - start);
}
