import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { beginExercise, goOn, heldBy, tap, textOf, write } from './practice-hands';

const SHOTS = resolve(import.meta.dirname, '../screenshots');
/** What people have on their cards and papers, and what is said of it. */
const REAL: [text: string, reason: string][] = [
  ['185057800608436', 'un vrai numéro de Sécurité sociale'],
  ['1 85 05 78 006 084 36', 'un vrai numéro de Sécurité sociale'],
  ['jeanne.martin@laposte.net', 'une vraie adresse e-mail'],
  ['BE68539007547034', 'un vrai numéro de compte'],
  ['FR1420041010050500013M02606', 'un vrai numéro de compte'],
  ['FR76 3000 6000 0112 3456 7890 189', 'un vrai numéro de compte'],
  ['FR76  -  3000 - 6000 - 0112 - 3456 - 7890 - 189', 'un vrai numéro de compte'],
  ['06 12 34 56 78', 'un vrai numéro de téléphone'],
];
/** ms between two keys of somebody who looks for each on the keyboard, and at the card in between. */
const SLOW = 3_500;
const MESSAGE = 'Bonjour, vous pouvez me joindre au 06 12 34 56 78 le matin. Merci.';

describe.each<BrowserName>(['chromium', 'firefox'])('what is real, in an exercise in %s', (name) => {
  const here = openedFor(name);
  let page: Page;
  beforeAll(() => {
    mkdirSync(SHOTS, { recursive: true });
  });
  afterEach(async () => page?.close());
  const atLogin = async (): Promise<void> => {
    page = await beginExercise(name, here.browser, 'caf/declaration-trimestrielle', 'alone');
    await goOn(page, 'Se connecter', 'Connexion');
  };
  const paste = async (field: string, words: string): Promise<string> => {
    await tap(page, `#page [name="${field}"]`);
    // As the browser's own « Coller » does: inserted at once, where the caret is.
    await page.evaluate((text) => document.execCommand('insertText', false, text), words);
    return await heldBy(page, field);
  };

  it('is taken out whole while it is typed key by key, and the reason stays', async () => {
    await atLogin();
    for (const [text, reason] of REAL) {
      expect([text, (await write(page, 'nir', text)).trim()]).toEqual([text, '']);
      expect(await textOf(page, '#page .refus')).toContain(reason);
      expect(await page.$$eval('#page .refus', (all) => all.length)).toBe(1);
    }
    await page.screenshot({ path: resolve(SHOTS, `practice-refused-${name}.png`) });
    expect(await write(page, 'nir', '9 99 99 99 999 999')).toBe('9 99 99 99 999 999');
    expect(await page.$('#page .refus')).toBeNull();
  }, 90_000);

  it('leaves nothing of its end, however slowly it is typed; the invented one can be typed at once', async () => {
    await atLogin();
    for (const [first, last, invented] of [
      ['1 85 05 78 006 084', ' 36', '9 99 99 99 999 999'],
      ['FR76 3000 6000 01', '12 3456 7890 189', 'FR00 1111 2222 3333 4444 5555 666'],
    ] as const) {
      await write(page, 'nir', first);
      await new Promise((resume) => setTimeout(resume, SLOW));
      await page.keyboard.type(last);
      expect((await heldBy(page, 'nir')).trim()).toBe('');
      await page.keyboard.type(invented);
      expect((await heldBy(page, 'nir')).trim()).toBe(invented);
      expect(await page.$('#page .refus')).toBeNull();
      await page.$eval('#page [name="nir"]', (field) => (field as HTMLInputElement).select());
      await page.keyboard.press('Backspace');
    }
  }, 60_000);

  it('is taken out whole when it is pasted', async () => {
    await atLogin();
    for (const [text, reason] of REAL) {
      expect([text, await paste('nir', text)]).toEqual([text, '']);
      expect(await textOf(page, '#page .refus')).toContain(reason);
    }
  }, 60_000);

  it('is all that a message loses', async () => {
    page = await beginExercise(name, here.browser, 'caf/contacter', 'alone');
    await goOn(page, 'Contacter ma Caf', 'Contacter');
    await goOn(page, 'Écrire un message', 'Écrire');
    const left = 'Bonjour, vous pouvez me joindre au  le matin. Merci.';
    expect(await write(page, 'message', MESSAGE)).toBe(left);
    expect(await textOf(page, '#page .refus')).toContain('un vrai numéro de téléphone');
    await page.screenshot({ path: resolve(SHOTS, `practice-message-${name}.png`) });
    await page.$eval('#page textarea', (area) => (area as HTMLTextAreaElement).select());
    await page.keyboard.press('Backspace');
    expect(await paste('message', MESSAGE)).toBe(left);
    expect(await textOf(page, '#page .refus')).toContain('un vrai numéro de téléphone');
  }, 60_000);

  it('is not what stands on the invented papers: an invented address can be typed', async () => {
    await atLogin();
    expect(await write(page, 'nir', 'nadia@courrier.example')).toBe('nadia@courrier.example');
    expect(await page.$('#page .refus')).toBeNull();
  }, 60_000);
});
