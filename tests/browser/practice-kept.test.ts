import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BrowserName, goToOwn, openBrowser, openOwnPage } from './driver';
import { tabTo, use } from './keyboard';
import { look, press, until } from './person';
import {
  beginExercise,
  choose,
  goOn,
  heldBy,
  onPage,
  store,
  storedIn,
  tap,
  tapWords,
  textOf,
  untilSaid,
  write,
} from './practice-hands';
import { startWorld, type World } from './world';

const SHOTS = resolve(import.meta.dirname, '../screenshots');
const CAF = 'caf/declaration-trimestrielle';

describe.each<BrowserName>(['chromium', 'firefox'])('an exercise put aside, in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const downloads = mkdtempSync(join(tmpdir(), 'cac-exercice-'));
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    world = await startWorld(() => undefined);
    browser = await openBrowser(name, { world, downloads });
  });
  afterEach(async () => {
    await store(page, { exercises: [], settings: {}, managed: {} });
    await page.close();
    for (const file of readdirSync(downloads)) rmSync(join(downloads, file));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  const openKeeping = async (nickname: string): Promise<void> => {
    await tapWords(page, "Changer d'aide, garder pour plus tard");
    await write(page, 'nickname', nickname);
  };
  const keepHere = async (nickname: string): Promise<void> => {
    await openKeeping(nickname);
    await tapWords(page, 'Garder sur cet ordinateur');
  };
  const lines = (): Promise<(string | undefined)[]> =>
    page.$$eval('.kept:not(.lost) li span', (all) => all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim()));
  /** A browser makes the file before it writes it. */
  const takenFile = async (): Promise<string> => {
    const found = (): string | undefined =>
      readdirSync(downloads).find((one) => one.endsWith('.json') && statSync(join(downloads, one)).size > 0);
    await vi.waitUntil(found, { timeout: 10_000 });
    return join(downloads, found() ?? '');
  };

  it('with a long message is the same when it is taken up again', async () => {
    page = await beginExercise(name, browser, 'caf/contacter', 'alone');
    await goOn(page, 'Contacter ma Caf', 'Contacter');
    await goOn(page, 'Écrire un message', 'Écrire');
    const message = 'Bonjour, ceci est un message un peu long. '.repeat(9).trim();
    await write(page, 'message', message);
    expect(message.length).toBeGreaterThan(300);
    expect(await page.$eval('#page textarea', (area) => (area as HTMLTextAreaElement).maxLength)).toBe(3000);
    await keepHere('Soleil');
    await untilSaid(page, "C'est gardé");
    await tapWords(page, "Quitter l'exercice");
    await tap(page, '.kept .button');
    await onPage(page, 'Écrire');
    expect(await heldBy(page, 'message')).toBe(message);
  }, 60_000);

  it('that can no longer be read is listed with the reason, and erased from there', async () => {
    page = await beginExercise(name, browser, CAF, 'alone');
    await keepHere('Lune');
    await untilSaid(page, "C'est gardé");
    const { exercises } = JSON.parse(await storedIn(page)) as { exercises: { nickname: string; answers: object }[] };
    const long = exercises.map((one) => ({ ...one, nickname: 'Mars', answers: { message: 'x'.repeat(4000) } }));
    await store(page, {
      exercises: [...exercises, ...long.map((one) => ({ ...one, nickname: '06 12 34 56 78' })), ...long],
    });
    await tapWords(page, "Quitter l'exercice");
    await page.waitForSelector('.lost li');
    expect(await lines()).toHaveLength(1);
    const lost = await page.$$eval('.lost li span', (all) =>
      all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
    );
    expect(lost[0]).toContain('Sans nom');
    expect(lost[1]).toBe('Mars – Une réponse est trop longue.');
    await page.screenshot({ path: resolve(SHOTS, `practice-unread-${name}.png`) });
    await page.setViewport({ width: 320, height: 256 });
    await page.$eval('.lost', (list) => list.scrollIntoView());
    await page.screenshot({ path: resolve(SHOTS, `practice-unread-${name}-320.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewport({ width: 1024, height: 768 });
    await tap(page, '.lost li:last-child .button');
    await page.waitForFunction(() => document.querySelectorAll('.lost li').length === 1);
    expect(await storedIn(page)).not.toContain('Mars');
    expect(await lines()).toHaveLength(1);
  }, 60_000);

  it('stays when somebody else takes the same nickname, and both are told apart', async () => {
    page = await beginExercise(name, browser, CAF, 'alone', 'Nadia');
    await keepHere('Soleil');
    await untilSaid(page, "C'est gardé");
    await goToOwn(name, page, '/practice.html?encore#francetravail/actualisation');
    await choose(page, 'alone', 'Lucie');
    await keepHere('Soleil');
    await untilSaid(page, "C'est gardé sous le surnom « Soleil ».");
    await tapWords(page, 'Garder sur cet ordinateur');
    await untilSaid(page, "à la place de l'exercice d'avant");
    await tapWords(page, "Quitter l'exercice");
    await page.waitForFunction(() => document.querySelectorAll('.kept li').length === 2);
    expect(await lines()).toEqual([
      expect.stringMatching(/^Soleil – .*avec Lucie – gardé le \d\d\/\d\d\/\d{4}$/),
      expect.stringMatching(/^Soleil – .*avec Nadia – gardé le \d\d\/\d\d\/\d{4}$/),
    ]);
    // Who comes to the choice sees what was kept, not the middle of a list.
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.screenshot({ path: resolve(SHOTS, `practice-same-name-${name}.png`) });
    await tap(page, '.kept li:first-child .button:last-child');
    await page.waitForFunction(() => document.querySelectorAll('.kept li').length === 1);
    expect((await lines())[0]).toContain('avec Nadia');
  }, 60_000);

  it.each(['with', 'alone'])(
    'in a file goes on from that file, %s help',
    async (help) => {
      page = await beginExercise(name, browser, CAF, help, 'Nadia');
      if (help === 'with') {
        await until(page, 'the first bubble', ({ bubble }) => bubble !== undefined);
        await press(page, "Quitter l'aide", 'bubble');
      }
      await goOn(page, 'Se connecter', 'Connexion');
      await write(page, 'nir', '9999999999999');
      // By keyboard: with help a note may stand over the buttons.
      await use(page, "Changer d'aide, garder pour plus tard", 'back');
      await tabTo(page, 'the nickname', (one) => one.name === 'nickname');
      await page.keyboard.type('Étoile');
      await use(page, 'Prendre dans un fichier');
      await untilSaid(page, 'Le fichier est prêt');
      const file = await takenFile();
      expect(readFileSync(file, 'utf8')).toContain('9999999999999');
      expect(await storedIn(page)).not.toContain('9999999999999');
      await page.close();
      page = await openOwnPage(name, browser, '/practice.html');
      await tap(page, '.choose summary');
      const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await onPage(page, 'Connexion');
      expect(await heldBy(page, 'nir')).toBe('9999999999999');
      expect(await textOf(page, '.mission')).toContain('Nadia');
      if (help === 'with') await until(page, 'the bubble of this page', ({ bubble }) => bubble !== undefined);
      else {
        await new Promise((resume) => setTimeout(resume, 800));
        expect((await look(page)).bubble).toBeUndefined();
      }
    },
    60_000,
  );

  it('goes at once, « S’entraîner » closed, when the structure allows none; a file is still offered', async () => {
    page = await beginExercise(name, browser, CAF, 'alone');
    await keepHere('Soleil');
    await untilSaid(page, "C'est gardé");
    expect(await storedIn(page)).toContain('Soleil');
    await goToOwn(name, page, '/options.html');
    await store(page, { managed: { keepExercises: false } });
    await vi.waitUntil(async () => !(await storedIn(page)).includes('Soleil'), { timeout: 10_000 });
    await goToOwn(name, page, `/practice.html#${CAF}`);
    await page.waitForSelector('.begin');
    expect(await lines()).toEqual([]);
    await tap(page, '.choose summary');
    expect(await textOf(page, '.choose details')).toContain('Cet ordinateur ne garde pas les exercices.');
    expect(await page.$('input[type=file]')).not.toBeNull();
    await choose(page, 'alone');
    await openKeeping('Soleil');
    const offered = await page.$$eval('.keep button', (all) => all.map((one) => one.textContent?.trim()));
    expect(offered).toEqual(['Prendre dans un fichier']);
    await page.screenshot({ path: resolve(SHOTS, `practice-keep-off-${name}.png`) });
    await tapWords(page, 'Prendre dans un fichier');
    expect(readFileSync(await takenFile(), 'utf8')).toContain('Soleil');
    expect(await storedIn(page)).not.toContain('Soleil');
  }, 60_000);
});
