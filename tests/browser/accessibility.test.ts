import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openOwnPage } from './driver';
import { openedFor } from './opened';
import { clickBox, look, press, until } from './person';
import { ALL_PRACTICE } from './sites';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const SHOTS = resolve(import.meta.dirname, '../screenshots');
const RESSOURCES = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources';
const RECAP = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/recapitulatif';
/** The small public screen, and the same at 400 % zoom. */
const SCREENS = [
  { name: '1024', width: 1024, height: 768 },
  { name: '400', width: 320, height: 256 },
] as const;

describe.each<BrowserName>(['chromium', 'firefox'])('our UI in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));
  beforeAll(() => {
    mkdirSync(SHOTS, { recursive: true });
  });

  describe.each(SCREENS)('at $width × $height', (screen) => {
    async function open(url: string): Promise<Page> {
      const page = await here.browser.newPage();
      await page.setViewport({ width: screen.width, height: screen.height });
      await page.goto(url);
      await new Promise((resume) => setTimeout(resume, 700));
      return page;
    }
    const shoot = (page: Page, what: string) =>
      page.screenshot({ path: resolve(SHOTS, `${what}-${name}${screen.name === '400' ? '-400' : ''}.png`) });

    it('a guide has no violation, nothing cut, and its bubble leaves the target in sight', async () => {
      const page = await open(RESSOURCES);
      await press(page, 'Aide', 'dock');
      expect(await violations(page)).toEqual([]);
      await press(page, /Faire ma déclaration trimestrielle/, 'dock');
      const { ring } = await until(page, 'the ring', (seen) => seen.ring !== undefined);
      await shoot(page, 'guide');
      expect(await halfHidden(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const bubble = await page.evaluate(() => {
        const box = document
          .querySelector('cote-a-cote')
          ?.shadowRoot?.querySelector('.bubble')
          ?.getBoundingClientRect();
        return box && { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
      });
      // On a whole screen nobody looks for a button of a short step by scrolling its bubble.
      if (screen.name !== '400') expect(await hiddenButtons(page)).toEqual([]);
      expect(bubble?.left).toBeGreaterThanOrEqual(0);
      expect(bubble?.top).toBeGreaterThanOrEqual(0);
      expect(bubble?.right).toBeLessThanOrEqual(screen.width);
      expect(bubble?.bottom).toBeLessThanOrEqual(screen.height);
      if (ring && bubble) {
        const isOver =
          bubble.left < ring.left + ring.width &&
          ring.left < bubble.right &&
          bubble.top < ring.top + ring.height &&
          ring.top < bubble.bottom;
        expect(isOver).toBe(false);
      }
      await page.close();
    });

    it('what is new in a bubble is read from its first line, and nothing of it stands aside', async () => {
      const page = await open(RESSOURCES);
      await press(page, 'Aide', 'dock');
      await press(page, /Faire ma déclaration trimestrielle/, 'dock');
      await until(page, 'the ring', ({ ring }) => ring !== undefined);
      for (const [words, news] of [
        ['Je ne trouve pas', 'Regardez le cadre jaune'],
        ['Demander à une personne', 'Prendre un rendez-vous'],
      ] as const) {
        await press(page, words, 'bubble');
        await until(page, news, ({ bubble }) => bubble?.includes(news) ?? false);
        expect(
          await page.evaluate(() => {
            const bubble = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.bubble');
            return bubble && { scrolled: bubble.scrollTop, aside: bubble.scrollWidth - bubble.clientWidth };
          }),
          words,
        ).toEqual({ scrolled: 0, aside: 0 });
      }
      await page.close();
    });

    it('the end of a guide has its buttons in sight, and no half of a text behind it', async () => {
      const page = await open(RESSOURCES);
      await press(page, 'Aide', 'dock');
      await press(page, /Faire ma déclaration trimestrielle/, 'dock');
      for (let steps = 0; steps < 12; steps++) {
        const { bubble, buttons } = await until(page, 'a step', (seen) => seen.bubble !== undefined);
        if (buttons.some(({ words }) => words === "Fermer l'aide")) break;
        await press(page, /^(Étape suivante|C'est fait)$/, 'bubble');
        await until(page, 'the next one', (seen) => seen.bubble !== bubble);
      }
      expect((await look(page)).bubble).toContain("C'est fini");
      await shoot(page, 'end');
      if (screen.name !== '400') expect(await hiddenButtons(page)).toEqual([]);
      expect(await halfHidden(page)).toEqual([]);
      await page.close();
    });

    it('a warning has no violation, takes the focus and gives it back', async () => {
      const page = await open(RECAP);
      const button = await page.waitForSelector('.btn-majeur-cnaf');
      await button?.focus();
      await page.keyboard.press('Enter');
      await until(page, 'the question', ({ dialog }) => dialog !== undefined);
      await shoot(page, 'warning');
      expect(await violations(page)).toEqual([]);
      expect(await focusIsIn(page, 'dialog')).toBe(true);
      for (let tabs = 0; tabs < 8; tabs++) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.matches('.page-exercice *') ?? false)).toBe(false);
      await page.keyboard.press('Escape');
      await until(page, 'the question closed', ({ dialog }) => dialog === undefined);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Valider ma déclaration');
      await page.close();
    });

    it('the list of words and a word have no violation, by keyboard alone', async () => {
      const page = await open(RESSOURCES);
      await until(page, 'the dock', ({ dock }) => dock !== undefined);
      await focusDock(page);
      await page.keyboard.press('Enter');
      await until(page, 'the menu', ({ dock }) => dock?.includes('Les mots de cette page') ?? false);
      await tabTo(page, 'Les mots de cette page');
      await page.keyboard.press('Enter');
      await until(page, 'the list', ({ word }) => word?.includes('Les mots de cette page') ?? false);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until(page, 'a word', ({ word }) => word !== undefined && !word.includes('Les mots de cette page'));
      await shoot(page, 'words');
      expect(await halfHidden(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await until(page, 'the word closed', ({ word }) => word === undefined);
      await page.close();
    });

    it('a hint has no violation', async () => {
      const page = await open(RESSOURCES);
      const field = await page.waitForSelector('.hidden-xs input[name="salaire-3"]');
      await field?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const box = await field?.boundingBox();
      if (box) await clickBox(page, { left: box.x, top: box.y, width: box.width, height: box.height });
      await page.keyboard.type('812,40');
      await until(page, 'the hint', ({ hint }) => hint?.includes('RSA') ?? false);
      await shoot(page, 'hint');
      expect(await halfHidden(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    it.each(['/popup.html', '/options.html', '/practice.html'])(
      '%s has no violation and scrolls one way only',
      async (path) => {
        const page = await openOwnPage(name, here.browser, path);
        await page.setViewport({ width: screen.width, height: screen.height });
        await new Promise((resume) => setTimeout(resume, 600));
        await shoot(page, path.slice(1).replace('.html', ''));
        await page.evaluate(AXE);
        expect(await ownViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await page.close();
      },
    );
  });

  it('the ring is a real border, and nothing moves for those who ask for no motion', async () => {
    const page = await here.browser.newPage();
    if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(RESSOURCES);
    await press(page, 'Aide', 'dock');
    await press(page, /Faire ma déclaration trimestrielle/, 'dock');
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
    const style = await page.evaluate(() => {
      const ring = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.ring');
      const { borderTopWidth, borderTopStyle, outlineStyle, animationName } = getComputedStyle(ring ?? document.body);
      return { borderTopWidth, borderTopStyle, outlineStyle, animationName };
    });
    expect(style).toMatchObject({ borderTopStyle: 'solid', outlineStyle: 'solid' });
    expect(Number.parseFloat(style.borderTopWidth)).toBeGreaterThanOrEqual(3);
    if (name === 'chromium') expect(style.animationName).toBe('none');
    await page.close();
  });
});

/** axe-core over the page, our host's part of it only (the test build's shadow root is open). */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await ownViolations(page);
  return found.filter((row) => row.includes('cote-a-cote'));
}

async function ownViolations(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    interface Result {
      violations: { id: string; help: string; nodes: { target: unknown }[] }[];
    }
    const { axe } = window as unknown as { axe: { run: (context: Document) => Promise<Result> } };
    const result = await axe.run(document);
    return result.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} (${help}): ${JSON.stringify(target)}`),
    );
  });
}

async function focusIsIn(page: Page, selector: string): Promise<boolean> {
  return await page.evaluate(
    (css) => document.querySelector('cote-a-cote')?.shadowRoot?.activeElement?.closest(css) != null,
    selector,
  );
}

/** Goes from the page to our button by Tab alone. */
async function focusDock(page: Page): Promise<void> {
  await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, a, input')].at(-1)?.focus());
  await tabTo(page, 'Aide');
}

async function tabTo(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    const text = await page.evaluate(
      () => document.querySelector('cote-a-cote')?.shadowRoot?.activeElement?.textContent?.trim() ?? '',
    );
    if (text.startsWith(words)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `« ${words} » cannot be reached by Tab: ${JSON.stringify((await look(page)).buttons.map((one) => one.words))}`,
  );
}

/** Our panels that lie over one another, each pair by its first words. */
async function halfHidden(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const panels = [...(document.querySelector('cote-a-cote')?.shadowRoot?.querySelectorAll('[data-panel]') ?? [])]
      .filter((panel) => panel.checkVisibility({ visibilityProperty: true }))
      .map((panel) => ({ box: panel.getBoundingClientRect(), words: panel.textContent?.trim().slice(0, 40) }));
    return panels.flatMap(({ box, words }, at) =>
      panels
        .slice(at + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        )
        .map((other) => `${words} / ${other.words}`),
    );
  });
}

/** The buttons of the bubble that are below its edge. */
async function hiddenButtons(page: Page): Promise<(string | undefined)[]> {
  return await page.evaluate(() => {
    const bubble = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.bubble');
    const end = bubble?.getBoundingClientRect().bottom ?? 0;
    return [...(bubble?.querySelectorAll('button') ?? [])]
      .filter((button) => button.checkVisibility() && button.getBoundingClientRect().bottom > end)
      .map((button) => button.textContent?.trim());
  });
}
