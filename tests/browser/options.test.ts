import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSettingsFile } from '../../src/installation/settings-file';
import { REFUSED_KEY } from '../../src/settings/follow-managed';
import { MANAGED_KEY, OWN_KEY } from '../../src/settings/live-settings';
import { readSettings } from '../../src/settings/schema';
import { axeRows } from './axe';
import { type BrowserName, openOwnPage } from './driver';
import { openedFor } from './opened';

/** The options page where a structure has set something, some of it wrongly. */
const SHOTS = resolve(import.meta.dirname, '../screenshots');
const { values, refused } = readSettings({
  structureName: 'CCAS de Villeneuve',
  mode: 'public',
  guides: false,
  language: 'fr',
  inactivityMinutes: 2.5,
  textSize: 'enorme',
  bienvenue: 'oui',
});

/** The settings of another machine. */
const files = mkdtempSync(join(tmpdir(), 'cote-a-cote-options-'));
const file = join(files, 'reglages.json');
writeFileSync(
  file,
  writeSettingsFile({ structureName: 'Médiathèque', structureHelp: 'Paul', structurePhone: '01 23 45 67 89' }),
);
afterAll(() => rmSync(files, { recursive: true, force: true }));

describe.each<BrowserName>(['chromium', 'firefox'])('settings of the structure in %s', (name) => {
  const here = openedFor(name);
  let page: Page;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    page = await openOwnPage(name, here.browser, '/options.html');
    await keep(page, { [MANAGED_KEY]: values, [REFUSED_KEY]: refused });
    await page.waitForFunction(() => document.body.innerText.includes('Réglé par votre structure'));
  });

  it('are shown and closed, and the others stay open', async () => {
    expect(await fields(page, ['own-structureName', 'own-structurePhone', 'own-inactivityMinutes'])).toEqual({
      'own-structureName': { value: 'CCAS de Villeneuve', isClosed: true },
      'own-structurePhone': { value: '', isClosed: false },
      'own-inactivityMinutes': { value: '10', isClosed: false },
    });
    expect(await drawn(page, 'own-structureName')).not.toEqual(await drawn(page, 'own-structurePhone'));
    expect(await page.$eval('label[for=own-structureName]', ({ textContent }) => textContent)).toContain(
      'Réglé par votre structure',
    );
    expect(await page.evaluate(() => document.body.innerText)).toContain('Langue (Réglé par votre structure)');
    const closed = await page.$$eval('#app label:has(input:disabled)', (labels) =>
      labels.map(({ textContent }) => textContent.trim().replace(/\s+/g, ' ')),
    );
    expect(closed).toEqual([
      'Les guides : où cliquer, étape par étape (Réglé par votre structure)',
      'À une personne, chez elle',
      'À tout le monde : un poste public',
      "À une personne qui accompagne. Montre aussi l'état des aides",
    ]);
  });

  it('that could not be taken are said one by one, with the reason', async () => {
    expect(
      await page.$$eval('#app ul.careful li', (rows) =>
        rows.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
      ),
    ).toEqual([
      'Minutes sans rien faire avant de demander « Terminer ma session ? » (inactivityMinutes) : Il faut un nombre entier de minutes.',
      'Taille du texte (textSize) : Il faut l’un de ces mots : normal, large, largest.',
      'bienvenue : Ce réglage n’existe pas.',
    ]);
    // Said at the top, too, where the person looks; the browsers that keep a value from us are named in them alone.
    await page.$eval('a[href="#refused"]', (link) => link.click());
    expect(
      await page.evaluate(() => (document.querySelector('#refused')?.getBoundingClientRect().top ?? -1) >= 0),
    ).toBe(true);
    expect(await page.evaluate(() => document.body.innerText.includes('chrome://policy'))).toBe(name === 'chromium');
  });

  it('go with what a person sets: what a file, another tab or a new start changes is shown, and what was before can be had back', async () => {
    const typed = async (id: string, text: string): Promise<void> => {
      await page.$eval(`#${id}`, (field) => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        (field as HTMLInputElement).focus();
      });
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    };
    const pressed = (words: string): Promise<void> =>
      page.$$eval(
        '#app button',
        (buttons, wanted) => buttons.find(({ textContent }) => textContent === wanted)?.click(),
        words,
      );
    const says = (place: string, words: string): Promise<unknown> =>
      page.waitForFunction(
        (at, wanted) => document.querySelector(`.news-${at}`)?.textContent.includes(wanted),
        {},
        place,
        words,
      );
    const places = async (): Promise<string[]> =>
      Object.values(await fields(page, ['own-structureHelp', 'own-structurePhone'])).map(({ value }) => value);

    await typed('own-structureHelp', 'Samira');
    await says('form', "C'est enregistré.");
    await typed('own-structurePhone', 'appelez');
    await says('form', "Rien n'a changé.");
    const input = (await page.$('#app input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await says('file', '(structureName) : Votre structure');
    expect(await places()).toEqual(['Paul', '01 23 45 67 89']);
    expect(await page.$$('#app [aria-invalid=true]')).toEqual([]);
    await pressed("Remettre les réglages d'avant");
    await says('file', "Les réglages d'avant sont revenus.");
    expect(await places()).toEqual(['Samira', '']);

    // As another tab does it.
    await keep(page, { [OWN_KEY]: { structureHelp: 'Samira', structurePhone: '3646' } });
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#own-structurePhone')?.value === '3646');
    await pressed('Remettre comme au début');
    await says('reset', 'Tout est comme au début.');
    expect(await places()).toEqual(['', '']);
    await pressed("Remettre les réglages d'avant");
    await says('reset', "Les réglages d'avant sont revenus.");
    expect(await places()).toEqual(['Samira', '3646']);
  });

  it.each([
    [1024, 768],
    [320, 256],
  ])('leave nothing for axe to say and nothing cut at %i × %i', async (width, height) => {
    await page.setViewport({ width, height });
    expect(await axeRows(page, true)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({
      path: resolve(SHOTS, `options-managed-${name}-${width}.png`),
      fullPage: name === 'chromium',
    });
  });
});

/** Puts the copy of a policy where the background keeps it. */
async function keep(page: Page, copy: Record<string, unknown>): Promise<void> {
  await page.waitForSelector('#own-structureName');
  await page.evaluate(async (stored) => {
    interface Api {
      storage: { local: { set(values: object): Promise<void> } };
    }
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    await (browser ?? chrome)?.storage.local.set(stored);
  }, copy);
}

async function fields(page: Page, ids: string[]): Promise<Record<string, { value: string; isClosed: boolean }>> {
  return await page.evaluate(
    (wanted) =>
      Object.fromEntries(
        wanted.map((id) => {
          const field = document.querySelector<HTMLInputElement>(`#${id}`);
          return [id, { value: field?.value ?? 'absent', isClosed: field?.disabled ?? false }];
        }),
      ),
    ids,
  );
}

/** What tells a closed field from an open one at sight. */
async function drawn(page: Page, id: string): Promise<string[]> {
  return await page.$eval(`#${id}`, (field) => {
    const { backgroundColor, borderTopStyle } = getComputedStyle(field);
    return [backgroundColor, borderTopStyle];
  });
}
