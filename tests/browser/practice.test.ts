import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openOwnPage } from './driver';
import { followGuide } from './follow-guide';
import { openedFor } from './opened';
import { look, press, until } from './person';
import * as hands from './practice-hands';

const SHOTS = resolve(import.meta.dirname, '../screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CAF = 'caf/declaration-trimestrielle';
const FT = 'francetravail/actualisation';

describe.each<BrowserName>(['chromium', 'firefox'])('« S’entraîner » in %s', (name) => {
  const here = openedFor(name);
  let page: Page;
  beforeAll(() => {
    mkdirSync(SHOTS, { recursive: true });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await page?.screenshot({ path: resolve(SHOTS, `failed-practice-${name}.png`) });
    await page?.close();
  });

  const tap = (selector: string): Promise<void> => hands.tap(page, selector);
  const tapWords = (words: string): Promise<void> => hands.tapWords(page, words);
  const text = (selector: string): Promise<string> => hands.textOf(page, selector);
  const begin = async (exercise: string, help = 'with'): Promise<void> => {
    page = await hands.beginExercise(name, here.browser, exercise, help);
  };
  const storage = (): Promise<string> => hands.storedIn(page);
  const typed = (field: string, words: string): Promise<string> => hands.write(page, field, words);

  it('leads through a whole errand with the same guide and warnings, and looks back kindly', async () => {
    await begin(CAF);
    await until(page, 'the first bubble', (seen) => seen.bubble !== undefined);
    const journey = await followGuide(page, {
      choices: ["Non, rien n'a changé"],
      typed: { nir: '9999999999999', motdepasse: 'exercice', code: '123456', 'salaire-1': '' },
    });
    expect(journey.ended).toBe(true);
    expect(journey.warnings).toHaveLength(1);
    expect(await text('.news')).toContain('Regardez le bilan');
    await press(page, "Fermer l'aide", 'bubble');
    await until(page, 'the last bubble closed', ({ bubble }) => bubble === undefined);
    await tap('#done');
    expect(await text('h1')).toBe('Ce que le vrai site aurait reçu');
    expect(await text('.review')).toContain('Une chose à changer.');
    expect(await text('.line.wrong')).toContain('La case est restée vide.');
    expect(await text('.line.wrong')).toContain("Sans déclaration, le RSA s'arrête.");
    await page.screenshot({ path: resolve(SHOTS, `practice-review-${name}.png`), fullPage: name === 'chromium' });
    await tap('.line.wrong .row .button');
    await page.waitForSelector('#page [name="salaire-3"]');
    expect(await page.$eval('#page h1', (heading) => heading.textContent)).toBe('Vos ressources');
    expect(here.world.requests.filter(({ url }) => url.host.endsWith('.fr'))).toEqual([]);
  }, 120_000);

  it('says the same thing with less help, and nothing before the end without help', async () => {
    await begin(FT, 'less');
    await new Promise((resume) => setTimeout(resume, 800));
    const { bubble, notice } = await look(page);
    expect(bubble).toBeUndefined();
    // A note stands over the corner of the page: a person reads it first.
    if (notice) await press(page, "J'ai lu", 'notice');
    await tapWords("Changer d'aide, garder pour plus tard");
    await tap('input[name=help][value=with]');
    await until(page, 'a bubble once help is wanted', (seen) => seen.bubble !== undefined);
    await tap('input[name=help][value=alone]');
    await until(page, 'no bubble any more', (seen) => seen.bubble === undefined);
    await tap('#done');
    expect(await text('h1')).toContain("Rien n'aurait été envoyé");
    expect(await text('.review')).toContain("Rien n'est parti");
  }, 60_000);

  it('refuses what looks real, and says why', async () => {
    await begin(CAF, 'alone');
    await tapWords('Se connecter');
    expect(await typed('nir', '1850578006084')).toBe('');
    expect(await text('#page .refus')).toContain('un vrai numéro de Sécurité sociale');
    expect(await typed('nir', '9999999999999')).toBe('9999999999999');
    expect(await page.$('#page .refus')).toBeNull();
    expect(await typed('motdepasse', '0612345678')).toBe('');
    expect(await text('#page .refus')).toContain('un vrai numéro de téléphone');
  }, 60_000);

  it('is kept under a nickname, resumed where it was, and forgotten at one click', async () => {
    await begin(CAF, 'alone');
    await tapWords('Se connecter');
    await typed('nir', '9999999999999');
    await typed('motdepasse', 'secret-secret');
    await tapWords("Changer d'aide, garder pour plus tard");
    await typed('nickname', 'jean@laposte.net');
    await tapWords('Garder sur cet ordinateur');
    expect(await text('.news')).toContain('une vraie adresse e-mail');
    await page.$eval('input[name=nickname]', (input) => ((input as HTMLInputElement).value = ''));
    await typed('nickname', 'Soleil');
    await tapWords('Garder sur cet ordinateur');
    await page.waitForFunction(() => document.querySelector('.news')?.textContent?.includes('Soleil'));
    const stored = await storage();
    expect(stored).toContain('9999999999999');
    expect(stored).not.toContain('secret-secret');
    await tapWords("Quitter l'exercice");
    await tap('.kept .button');
    await page.waitForSelector('#page [name=nir]');
    expect(await page.$eval('#page [name=nir]', (input) => (input as HTMLInputElement).value)).toBe('9999999999999');
    await tapWords("Quitter l'exercice");
    await tap('.kept .button:last-child');
    await page.waitForFunction(() => document.querySelectorAll('.kept li').length === 0);
    expect(await storage()).not.toContain('Soleil');
    await tap('#undo');
    await page.waitForFunction(() => document.querySelectorAll('.kept li').length === 1);
    expect(await storage()).toContain('Soleil');
    await tap('.kept .button:last-child');
    await page.waitForFunction(() => document.querySelectorAll('.kept li').length === 0);
  }, 60_000);

  it('refuses a file that holds no exercise, and says why', async () => {
    page = await openOwnPage(name, here.browser, '/practice.html');
    await tap('.choose summary');
    const file = resolve(tmpdir(), `cote-a-cote-${name}.json`);
    for (const [content, words] of [
      ['{"nickname":"Lune"', 'pas un exercice'],
      ['{"nickname":"Lune","exercise":{}}', 'abîmé'],
    ] as const) {
      writeFileSync(file, content);
      const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await page.waitForFunction(
        (said) => document.querySelector('.news')?.textContent?.replace(/\s/g, ' ').includes(said),
        {},
        words,
      );
    }
    rmSync(file);
  }, 60_000);

  it('can never be taken for the real site, at 1024 × 768 and at 400 %', async () => {
    for (const [width, height] of [
      [1024, 768],
      [320, 256],
    ] as const) {
      await begin(FT, 'alone');
      await page.setViewport({ width, height });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const banner = await page.$eval('.banner-words', (one) => one.getBoundingClientRect().toJSON());
      expect(banner.top).toBeLessThan(20);
      expect(banner.bottom).toBeGreaterThan(20);
      expect(await text('.banner-words')).toBe("Exercice : rien n'est envoyé");
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await page.$$eval('img', (images) => images.length)).toBe(0);
      await page.screenshot({ path: resolve(SHOTS, `practice-${name}-${width}.png`) });
      await page.close();
    }
    page = await here.browser.newPage();
  }, 60_000);

  it('has nothing for axe to say, on its three screens', async () => {
    const violations = async (): Promise<string[]> => {
      await page.evaluate(AXE);
      return await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations: found } = await axe.run({ exclude: [['#page']] });
        return found.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`);
      });
    };
    page = await openOwnPage(name, here.browser, `/practice.html#${CAF}`);
    await page.waitForSelector('.begin');
    expect(await violations()).toEqual([]);
    await tap('.begin');
    await page.waitForSelector('#page h1');
    expect(await violations()).toEqual([]);
    await tap('#done');
    await page.waitForSelector('.review h1');
    expect(await violations()).toEqual([]);
  }, 60_000);
});
