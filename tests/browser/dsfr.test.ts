import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dsfrFolder, dsfrHandler } from '../pages/dsfr';
import { type BrowserName, openBrowser } from './driver';
import { buildOther } from './other-overlays';
import { clickBox, press, until } from './person';
import { startWorld, type World } from './world';

/** Pages of the State's design system that nobody here wrote. */
const LOGIN = 'https://dsfr.exemple.fr/1.15.3/example/layout/page/login/1-default/';
const PAGES = [
  'layout/page/login',
  'layout/page/register',
  'layout/pattern',
  'component/form',
  'component/accordion',
].map((path) => `https://dsfr.exemple.fr/1.15.3/example/${path}/`);

describe.each<BrowserName>(['chromium', 'firefox'])('on pages nobody here wrote, in %s', (name) => {
  let world: World;
  let browser: Browser;
  let bare: Browser;
  beforeAll(async () => {
    dsfrFolder('1.15.3');
    const extension = buildOther(name, 'tests/browser/overlays', 'dsfr');
    world = await startWorld(dsfrHandler);
    browser = await openBrowser(name, { world, extension });
    bare = await openBrowser(name, { world, extension: null });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await bare?.close();
    await world?.close();
  });

  it('the build has only the hosts of its own overlays', () => {
    const folder = name === 'chromium' ? 'chrome-mv3-test-dsfr' : 'firefox-mv3-test-dsfr';
    const manifest = readFileSync(resolve(import.meta.dirname, '../../.output', folder, 'manifest.json'), 'utf8');
    const { content_scripts } = JSON.parse(manifest) as { content_scripts: { matches: string[] }[] };
    expect(content_scripts.flatMap(({ matches }) => matches)).toEqual(['https://dsfr.exemple.fr/*']);
  });

  it('a person is led to elements described by role and name', async () => {
    const page = await browser.newPage();
    await page.goto(LOGIN);
    await press(page, 'Aide', 'dock');
    await press(page, "Se connecter à l'exemple", 'dock');
    const first = await until(page, 'the ring on the first field', ({ ring }) => ring !== undefined);
    if (first.ring) await clickBox(page, first.ring);
    await page.keyboard.type('moi');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('moi');
    await press(page, "C'est fait", 'bubble');
    const last = await until(
      page,
      'the ring on the button',
      ({ bubble, ring }) => ring !== undefined && (bubble?.includes('« Se connecter »') ?? false),
    );
    const under =
      last.ring &&
      (await page.evaluate(
        ({ left, top, width, height }) =>
          document
            .elementsFromPoint(left + width / 2, top + height / 2)
            .find((one) => one.localName === 'button')
            ?.textContent?.trim(),
        last.ring,
      ));
    expect(under).toBe('Se connecter');
    await page.close();
  });

  it('a guide whose page is never recognised goes on in words and points at nothing', async () => {
    const page = await browser.newPage();
    await page.goto(LOGIN);
    await press(page, 'Aide', 'dock');
    await press(page, 'Un guide perdu', 'dock');
    const seen = await until(
      page,
      'honest words',
      ({ bubble }) => bubble?.includes('Je préfère ne rien montrer') ?? false,
    );
    expect(seen.ring).toBeUndefined();
    await page.close();
  });

  it('words are marked and explained at a click', async () => {
    const page = await browser.newPage();
    await page.goto(LOGIN);
    const box = await markedWord(page, 'FranceConnect');
    await clickBox(page, box);
    const seen = await until(page, 'the explanation', ({ word }) => word !== undefined);
    expect(seen.word).toContain('un code que vous avez déjà');
    await page.close();
  });

  it.each(PAGES)(
    '%s keeps its own DOM and its layout: our host is the only difference',
    async (url) => {
      const [withUs, without] = await Promise.all([snapshot(browser, url), snapshot(bare, url)]);
      expect(withUs.html).toBe(without.html);
      expect(withUs.places).toEqual(without.places);
      expect(withUs.html.length).toBeGreaterThan(2_000);
    },
    60_000,
  );
});

/** Where a marked word stands: the highlight is in the extension's world, so its place is found by the text. */
async function markedWord(
  page: Page,
  word: string,
): Promise<{ left: number; top: number; width: number; height: number }> {
  await new Promise((resume) => setTimeout(resume, 1_200));
  const box = await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at < 0 || node.parentElement?.closest('a, button, script, style')) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = range.getBoundingClientRect();
      if (width > 0) return { left, top, width, height };
    }
    return undefined;
  }, word);
  if (!box) throw new Error(`« ${word} » is not on the page`);
  return box;
}

/** The page's DOM and where everything seen in it is, in px, after its scripts have run, our host aside. */
async function snapshot(browser: Browser, url: string): Promise<{ html: string; places: string[] }> {
  const page = await browser.newPage();
  await page.goto(url);
  await new Promise((resume) => setTimeout(resume, 1_500));
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const shown = [...document.body.querySelectorAll('*:not(cote-a-cote)')].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    const places = shown.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.localName, ...[x, y, width, height].map(Math.round)].join(' ');
    });
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('cote-a-cote')) host.remove();
    // The design system notes how high it found its folds, before or after its font came: one browser is earlier than the other.
    for (const fold of copy.querySelectorAll<HTMLElement>('[data-fr-js-collapse]')) {
      fold.style.removeProperty('--collapse');
      if (fold.style.length === 0) fold.removeAttribute('style');
    }
    return { html: copy.outerHTML, places };
  });
  await page.close();
  return seen;
}
