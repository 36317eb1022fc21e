import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openOwnPage } from './driver';
import { type Focused, focused, tabTo, use } from './keyboard';
import { openedFor } from './opened';
import { look, until } from './person';

const SHOTS = resolve(import.meta.dirname, '../screenshots');

/** What Lucie answers, question by question; she was ill from the 9th to the 13th. */
const ANSWERS: [field: string, answer: 'oui' | 'non' | string][][] = [
  [['activite', 'non']],
  [
    ['formation', 'non'],
    ['pam', 'oui'],
    ['pam-debut', '09/11/2026'],
    ['pam-fin', '13/11/2026'],
    ['pension', 'non'],
  ],
  [['maintien', 'oui']],
];

describe.each<BrowserName>(['chromium', 'firefox'])('an exercise without a mouse in %s', (name) => {
  const here = openedFor(name);
  let page: Page;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    page = await openOwnPage(name, here.browser, '/practice.html#francetravail/actualisation');
    await page.waitForSelector('.begin');
  });

  const choose = async (field: string, answer: string): Promise<void> => {
    const at = await tabTo(page, field, (one) => one.name === field);
    if (at.kind !== 'input:radio') return page.keyboard.type(answer);
    await page.keyboard.press(at.value === answer ? ' ' : 'ArrowDown');
    expect((await focused(page)).value).toBe(answer);
  };

  it('is done from the choice of it to its end, every stop seen, warning and last question included', async () => {
    await tabTo(page, 'the people', ({ words }) => /^(Lucie|Mehdi)/.test(words));
    if (!(await focused(page)).words.startsWith('Lucie')) await page.keyboard.press('ArrowUp');
    expect((await focused(page)).words).toMatch(/^Lucie/);
    await use(page, "Commencer l'exercice");
    await page.waitForSelector('#page h1');
    const unseen: Focused[] = [];
    const watched = async (words: string): Promise<void> => {
      const at = await use(page, words);
      if (!at.isShown) unseen.push(at);
    };
    await watched("M'actualiser");
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent?.startsWith('Actualiser'));
    await watched('Déclarer ma situation');
    for (const [index, answers] of ANSWERS.entries()) {
      await page.waitForSelector(`#page [name="${answers[0]?.[0]}"]`);
      for (const [field, answer] of answers) await choose(field, answer);
      await watched(index < 2 ? "Passer à l'étape suivante" : 'Valider mon actualisation');
    }
    const { question } = await until(page, 'the warning', ({ dialog }) => dialog !== undefined);
    expect(question).toBe('Avez-vous tout relu ?');
    // Our dialog is deaf for a moment, so that a double press answers nothing.
    await new Promise((resume) => setTimeout(resume, 600));
    await use(page, 'Envoyer mon actualisation');
    await until(page, 'the button lit', ({ litRing }) => litRing !== undefined);
    await watched('Valider mon actualisation');
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent?.includes('enregistrée'));
    expect(unseen).toEqual([]);
    while (!(await look(page)).buttons.some(({ words }) => words === "Fermer l'aide")) {
      await use(page, /^(C'est fait|Étape suivante|Pas maintenant|Non|Plus tard)/);
      await new Promise((resume) => setTimeout(resume, 150));
    }
  }, 90_000);

  it('leaves the button that ends it free of the last bubble, at 1024 × 768', async () => {
    const { buttons } = await look(page);
    expect(buttons.some(({ words }) => words === "Fermer l'aide")).toBe(true);
    const boxes = await page.evaluate(() => {
      const bubble = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.bubble');
      return {
        bubble: bubble?.getBoundingClientRect().top,
        done: document.querySelector('#done')?.getBoundingClientRect().bottom,
      };
    });
    await page.screenshot({ path: resolve(SHOTS, `practice-end-${name}.png`) });
    expect(boxes.bubble).toBeGreaterThanOrEqual(boxes.done ?? Number.POSITIVE_INFINITY);
  });

  it('ends by keyboard: the help closed, the look back read from its title, started again', async () => {
    await use(page, "Fermer l'aide");
    await until(page, 'no bubble', ({ bubble }) => bubble === undefined);
    // Backwards: Firefox without a window has nothing after the last stop, and its keyboard stays there.
    await use(page, "J'ai fini, voir le bilan", 'back');
    await page.waitForSelector('.review h1');
    expect((await focused(page)).words).toBe('Ce que le vrai site aurait reçu');
    expect(await page.$eval('.review', (review) => review.textContent)).toContain("Il n'y a rien à changer.");
    await use(page, "Recommencer l'exercice");
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent?.includes('espace personnel'));
  }, 30_000);
});
