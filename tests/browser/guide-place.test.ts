import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openOwnPage } from './driver';
import { followGuide, type Plan } from './follow-guide';
import { openedAnewFor } from './opened';
import { look, press, until } from './person';
import { ALL_PRACTICE } from './sites';

const SHOTS = resolve(import.meta.dirname, '../screenshots');
const START = 'https://candidat.francetravail.fr/espacepersonnel/';
const GUIDE = 'Faire mon actualisation du mois';
const PLAN: Plan = {
  choices: [
    "Oui, j'ai travaillé",
    'Non, pas de formation',
    "Non, pas d'arrêt",
    'Non, pas de nouvelle pension',
    'Oui, je veux rester inscrit',
  ],
  typed: { heures: '42', montant: '612' },
};

/**
 * Looks at our panels many times a second, in the page. What lasts longer than two looks is told:
 * our bubble over its own target, over the field in use, over the help of a field, or out of the screen.
 */
function watchPanels(): void {
  let before = new Set<string>();
  const look = (): void => {
    const root = document.querySelector('cote-a-cote')?.shadowRoot;
    const boxOf = (selector: string): DOMRect | undefined => {
      const found = [...(root?.querySelectorAll(selector) ?? [])].find(
        (one) => getComputedStyle(one).visibility === 'visible',
      );
      return found?.getBoundingClientRect();
    };
    const meet = (a: DOMRect | undefined, b: DOMRect | undefined): boolean =>
      a !== undefined &&
      b !== undefined &&
      b.width > 0 &&
      a.left < b.right - 1 &&
      b.left < a.right - 1 &&
      a.top < b.bottom - 1 &&
      b.top < a.bottom - 1;
    const bubble = boxOf('[data-slot="bubble"] .bubble:not(.end)');
    const ring = boxOf('[data-slot="spotlight"] .ring');
    const hint = boxOf('[data-hint-card]');
    const active = document.activeElement;
    const field = active?.matches('input:not([type=radio], [type=checkbox]), select, textarea')
      ? active.getBoundingClientRect()
      : undefined;
    const title = root?.querySelector('.bubble .big')?.textContent?.trim() ?? '';
    const wrong = new Set<string>();
    // The ring stands 10 px outside its target.
    const target = ring && new DOMRect(ring.left + 10, ring.top + 10, ring.width - 20, ring.height - 20);
    const papers = document.querySelector('.papers')?.getBoundingClientRect();
    const beside = papers && papers.left > innerWidth / 2 ? papers : undefined;
    for (const [panel, what] of [
      [bubble, 'the bubble'],
      [hint, 'the help of a field'],
      [boxOf('.note'), 'the note'],
    ] as const)
      if (meet(panel, beside)) wrong.add(`${what} covers the papers: ${title}`);
    if (meet(bubble, target)) wrong.add(`the bubble covers its target: ${title}`);
    if (meet(bubble, field)) wrong.add(`the bubble covers the field in use: ${title}`);
    if (meet(bubble, hint)) wrong.add(`the bubble and the help of a field overlap: ${title}`);
    if (meet(hint, target)) wrong.add(`the help of a field covers the target: ${title}`);
    if (
      bubble &&
      (bubble.left < 0 || bubble.top < 0 || bubble.right > innerWidth + 1 || bubble.bottom > innerHeight + 1)
    )
      wrong.add(`the bubble leaves the screen: ${title}`);
    if (document.documentElement.scrollWidth > innerWidth + 1 && bubble && bubble.width > innerWidth)
      wrong.add('two-way scrolling');
    const edge = bubble && innerHeight > 600 ? bubble.bottom : Number.POSITIVE_INFINITY;
    for (const button of root?.querySelectorAll('.bubble .foot button') ?? [])
      if (button.checkVisibility() && button.getBoundingClientRect().bottom > edge)
        wrong.add(`« ${button.textContent?.trim()} » is below the edge of the bubble: ${title}`);
    for (const one of wrong)
      if (before.has(one)) void (window as unknown as { tell: (text: string) => void }).tell(one);
    before = wrong;
  };
  setInterval(look, 120);
}

describe.each<BrowserName>(['chromium', 'firefox'])('the bubble of a guide in %s', (name) => {
  const here = openedAnewFor(name, () => practiceHandler(ALL_PRACTICE));
  let page: Page;
  beforeAll(() => void mkdirSync(SHOTS, { recursive: true }));
  beforeEach(async () => {
    page = await here.browser.newPage();
  });

  const open = async (): Promise<void> => {
    await page.goto(START);
    await press(page, 'Aide', 'dock');
    await press(page, GUIDE, 'dock');
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
  };

  it('stays where the person has scrolled it, whatever the page does while they press', async () => {
    await page.setViewport({ width: 320, height: 480 });
    await open();
    // As low as its target leaves it.
    await page.evaluate(() => {
      const ring = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.ring')?.getBoundingClientRect();
      window.scrollBy(0, (ring?.top ?? 0) - 220);
    });
    const isLow = (): boolean =>
      document.querySelector('cote-a-cote')?.shadowRoot?.querySelector<HTMLElement>('.bubble')?.style.maxHeight !== '';
    await page.waitForFunction(isLow);
    await press(page, 'Demander à une personne', 'bubble');
    const back = await page.waitForSelector('cote-a-cote >>> .bubble .actions button:last-child');
    await back?.evaluate((button) => button.scrollIntoView({ block: 'nearest' }));
    const box = await back?.boundingBox();
    const changePage = (): Promise<void> =>
      page.evaluate(async () => {
        window.dispatchEvent(new Event('resize'));
        for (let frames = 0; frames < 4; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
      });
    await changePage();
    expect(await back?.boundingBox()).toEqual(box);
    if (!box) throw new Error('no button');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await changePage();
    expect(await back?.boundingBox()).toEqual(box);
    await page.mouse.up();
    await until(page, 'the step', ({ buttons }) => buttons.some(({ words }) => words === 'Demander à une personne'));
  });

  it.each([
    [1024, 768],
    [320, 256],
  ])(
    'never covers its target nor the field in use, at %i × %i',
    async (width, height) => {
      const told = new Set<string>();
      await page.setViewport({ width, height });
      await page.exposeFunction('tell', (text: string) => told.add(text));
      await page.evaluateOnNewDocument(watchPanels);
      await open();
      const journey = await followGuide(page, PLAN).catch((error: Error) => ({ ended: error.message }));
      expect([...told]).toEqual([]);
      expect(journey.ended).toBe(true);
    },
    120_000,
  );

  it('leaves the papers of an exercise free to be read, as it leaves the page', async () => {
    const exercise = await openOwnPage(name, here.browser, '/practice.html#caf/declaration-trimestrielle');
    await (await exercise.waitForSelector('.begin'))?.click();
    await exercise.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told, tell: (text: string) => told.push(text) });
    });
    await exercise.evaluate(watchPanels);
    await until(exercise, 'the bubble', ({ bubble }) => bubble !== undefined);
    const journey = await followGuide(exercise, {
      choices: ["Non, rien n'a changé"],
      typed: { nir: '9999999999999', motdepasse: 'exercice', code: '123456', 'salaire-1': '' },
    });
    expect(journey.ended).toBe(true);
    const told = await exercise.evaluate(() => (window as unknown as { told: string[] }).told);
    expect([...new Set(told)]).toEqual([]);
    const net = await exercise.evaluate(() => {
      const cell = [...document.querySelectorAll('.papers td, .papers th')].find((one) =>
        one.textContent?.includes('Montant net social'),
      );
      cell?.scrollIntoView({ block: 'center' });
      const { left = 0, top = 0, width = 0, height = 0 } = cell?.getBoundingClientRect() ?? {};
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.papers') !== null;
    });
    await exercise.screenshot({ path: resolve(SHOTS, `practice-papers-${name}.png`) });
    expect(net).toBe(true);
  }, 90_000);

  it('is reached from the page and left again by keyboard alone', async () => {
    await open();
    const where = async (): Promise<string> =>
      await page.evaluate(() => {
        const active = document.activeElement;
        const inner = active?.shadowRoot?.activeElement;
        return (inner?.closest('[data-slot]')?.getAttribute('data-slot') ?? active?.localName ?? '') as string;
      });
    const visited: string[] = [];
    for (let key = 0; key < 60; key++) {
      await page.keyboard.press('Tab');
      visited.push(await where());
      if (visited.at(-1) === 'bubble') break;
    }
    expect(visited.at(-1)).toBe('bubble');
    await page.keyboard.down('Shift');
    const back: string[] = [];
    for (let key = 0; key < 30 && !back.includes('a'); key++) {
      await page.keyboard.press('Tab');
      back.push(await where());
    }
    await page.keyboard.up('Shift');
    expect(back.some((one) => !['bubble', 'dock'].includes(one))).toBe(true);
  });

  it('goes into the dock with Escape, and comes back where it was', async () => {
    await open();
    const before = (await look(page)).bubble;
    const button = await page.waitForSelector('cote-a-cote >>> .bubble .button-plain');
    await button?.focus();
    await page.keyboard.press('Escape');
    const left = await until(page, 'no bubble', ({ bubble }) => bubble === undefined);
    expect(left.ring).toBeUndefined();
    await press(page, 'Aide', 'dock');
    await press(page, /^Reprendre/, 'dock');
    expect((await until(page, 'the bubble', ({ ring }) => ring !== undefined)).bubble).toBe(before);
  });

  it('gives way to the menu while that is open, and comes back when the person goes on with the page', async () => {
    await page.goto('https://ameliconnect.ameli.fr/oauth2/authorize?client_id=compte_AS');
    await press(page, 'Aide', 'dock');
    await press(page, 'Prendre un rendez-vous à la Sécu', 'dock');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    await press(page, 'Aide', 'dock');
    await press(page, 'Relire ensemble', 'dock');
    await until(page, 'the sheet', ({ question }) => question === 'Relire ensemble');
    await press(page, 'Fermer', 'dialog');
    await press(page, 'Aide', 'dock');
    const menu = (): Promise<boolean | undefined> =>
      page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.menu')?.checkVisibility());
    const bubble = (): Promise<boolean | undefined> =>
      page.evaluate(() =>
        document
          .querySelector('cote-a-cote')
          ?.shadowRoot?.querySelector('.bubble')
          ?.checkVisibility({ visibilityProperty: true }),
      );
    expect([await menu(), await bubble()]).toEqual([true, false]);
    await page.click('h1');
    await expect.poll(async () => [await menu(), await bubble()]).toEqual([undefined, true]);
    await press(page, 'Aide', 'dock');
    await page.focus('input');
    await expect.poll(async () => [await menu(), await bubble()]).toEqual([undefined, true]);
  });

  it('asks the person when the target is not surely found, and claims nothing', async () => {
    await open();
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('a, button')) {
        if (/actualis|déclarer ma situation/i.test(link.textContent ?? '')) {
          link.textContent = 'Ma situation du mois';
          for (const attribute of ['id', 'href', 'class']) link.removeAttribute(attribute);
          link.setAttribute('role', 'button');
          link.setAttribute('tabindex', '0');
        }
      }
    });
    const seen = await until(page, 'no ring', ({ ring, bubble }) => ring === undefined && bubble !== undefined);
    await until(page, 'the words', ({ bubble }) => /Je ne (trouve|reconnais) pas/.test(bubble ?? ''));
    expect(seen.ring).toBeUndefined();
    await press(page, 'Je ne trouve pas', 'bubble');
    const lost = await look(page);
    if (lost.ring) expect(lost.bubble).toContain('Est-ce ceci ?');
    else expect(lost.bubble).toContain('Prenez votre temps');
  });
});
