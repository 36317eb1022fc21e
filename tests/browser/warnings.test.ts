import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Warning } from '../../src/schema';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openBrowser } from './driver';
import { findControl } from './find-control';
import { type Box, clickBox, look, press, until } from './person';
import { ALL_PRACTICE, cluesOf, practiceFor, SITES, showingAtOnce } from './sites';
import { startWorld, type World } from './world';

/** ms; our dialog is deaf for a moment, so that a double click answers nothing. */
const DEAF = 600;

/** Every warning that holds and whose choice a practice page shows at once, not behind another answer. */
const HELD = SITES.flatMap((site) =>
  site.pack.warnings
    .filter(({ severity }) => severity !== 'inform')
    .map((warning) => ({
      name: `${site.pack.site.id}/${warning.id}`,
      warning,
      pages: showingAtOnce(practiceFor(site, warning.pages), cluesOf(warning.targets)),
    }))
    .filter(({ pages }) => pages.length > 0),
);

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld(await practiceHandler(ALL_PRACTICE));
    browser = await openBrowser(name, { world });
  });
  // A page of its own for each: on pages that differ after # only, going there would not load anything.
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each(HELD)(
    '$name is met, cancelled once and confirmed once',
    async ({ warning, pages }) => {
      const control = await openWhereItIs(
        page,
        warning,
        pages.map(({ url }) => url),
      );
      expect(control, `no practice page shows the choice of ${warning.id}`).toBeDefined();
      if (!control) return;
      const before = await effects(page, world);

      await setOff(page, warning, control);
      const asked = await until(page, 'the question', ({ question }) => question === warning.title);
      expect(asked.dialog).toContain(warning.goOn);
      await new Promise((resume) => setTimeout(resume, DEAF));
      await press(page, warning.safer.label, 'dialog');
      await until(page, 'the question closed', ({ dialog }) => !dialog);
      expect(await effects(page, world)).toEqual(before);

      if (warning.safer.target) {
        const safer = await until(page, 'the safer choice lit', ({ lit }) => lit !== undefined, 700).catch(
          () => undefined,
        );
        if (safer) await press(page, 'Fermer', 'lit');
      }
      await setOff(page, warning, control);
      await until(page, 'the question again', ({ question }) => question === warning.title);
      await new Promise((resume) => setTimeout(resume, DEAF));
      await press(page, warning.goOn, 'dialog');
      const lit = await until(page, 'the control lit', ({ litRing }) => litRing !== undefined);
      expect(await effects(page, world)).toEqual(before);
      if (lit.litRing) await setOff(page, warning, lit.litRing);
      await tookEffect(page, world, before);
      expect((await look(page)).dialog).toBeUndefined();
    },
    40_000,
  );
});

/** Opens practice pages until one shows the choice; makes the conditions true as a person would. */
async function openWhereItIs(page: Page, warning: Warning, urls: readonly string[]): Promise<Box | undefined> {
  for (const url of urls) {
    await page.goto(url);
    await new Promise((resume) => setTimeout(resume, 150));
    await closeWindows(page);
    const box =
      (await findControl(page, warning.targets, warning.trigger === 'edit')) ??
      (await answerEverything(page).then(() => findControl(page, warning.targets, warning.trigger === 'edit'))) ??
      (await answerInTurn(page, warning));
    if (!box) continue;
    await copyShownAmount(page, warning);
    await new Promise((resume) => setTimeout(resume, 400));
    return await findControl(page, warning.targets, warning.trigger === 'edit');
  }
  return undefined;
}

/** For a warning that holds only a copied amount: types it, as a person would, into a field that is still empty. */
async function copyShownAmount(page: Page, { whenAny = [] }: Warning): Promise<void> {
  const condition = whenAny.find(({ is }) => is === 'amountShownNear');
  if (condition?.is !== 'amountShownNear') return;
  const shown = await page.evaluate(
    (words) =>
      [...document.querySelectorAll('p, td')]
        .map(({ textContent }) => textContent)
        .filter((text) => words.some((word) => text.includes(word)))
        .map((text) => /\d+,\d{2}/.exec(text)?.[0])
        .find((amount) => amount !== undefined),
    condition.words,
  );
  const field = await page.evaluateHandle(
    (names) =>
      [...document.querySelectorAll<HTMLInputElement>('input')].find(
        (input) =>
          input.value === '' &&
          input.getBoundingClientRect().width > 2 &&
          names.includes(input.labels?.[0]?.textContent.trim() ?? ''),
      ),
    [condition.target.name ?? []].flat(),
  );
  const input = field.asElement();
  if (!shown || !input) throw new Error(`The page shows no amount near ${condition.words[0]}, or no empty field`);
  await (input as ElementHandle<HTMLInputElement>).click();
  await page.keyboard.type(shown);
}

/** Banners and windows that the page opens by itself; the same banner may be there twice. */
async function closeWindows(page: Page): Promise<void> {
  for (const selector of ['dialog[open] button', '>>> #pecookies-continue-btn']) {
    for (const button of await page.$$(selector)) {
      if (await button.isVisible()) await button.click().catch(() => undefined);
    }
  }
}

/** Controls that stay grey until the form is filled: the page's own script fills it, no gesture of a person. */
async function answerEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('.hidden-xs fieldset, .page-exercice fieldset'))
      group.querySelector<HTMLInputElement>('input[type=radio]')?.click();
    for (const input of document.querySelectorAll<HTMLInputElement>(
      'input:not([type=radio], [type=checkbox], [type=button], [type=submit])',
    )) {
      if (input.value === '') input.value = '1';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
}

/** Choices that show only after another answer: each radio in turn, until the control is there. */
async function answerInTurn(page: Page, warning: Warning): Promise<Box | undefined> {
  const radios = await page.$$('.page-exercice input[type=radio]');
  for (const radio of radios) {
    await radio.evaluate((input) => (input as HTMLInputElement).click());
    const box = await findControl(page, warning.targets, warning.trigger === 'edit');
    if (box) return box;
  }
  return undefined;
}

async function setOff(page: Page, warning: Warning, control: Box): Promise<void> {
  await clickBox(page, control);
  if (warning.trigger === 'edit') await page.keyboard.type('9');
}

/** What has taken effect: the page's own log, its address, what is ticked or written, what was sent. */
async function effects(page: Page, world: World): Promise<unknown> {
  const inPage = await page.evaluate(() => ({
    log: [...window.__log],
    url: location.href,
    checked: [...document.querySelectorAll('input:checked')].map((input) => input.id),
    values: [...document.querySelectorAll('input:not([type=radio], [type=checkbox])')].map(
      (input) => (input as HTMLInputElement).value,
    ),
  }));
  return { ...inPage, sent: world.requests.filter(({ url }) => url.pathname === '/__sent').length };
}

async function tookEffect(page: Page, world: World, before: unknown): Promise<void> {
  const end = Date.now() + 5_000;
  while (Date.now() < end) {
    const now = await effects(page, world).catch(() => undefined);
    if (now && JSON.stringify(now) !== JSON.stringify(before)) return;
    await new Promise((resume) => setTimeout(resume, 80));
  }
  throw new Error('The choice was confirmed but nothing took effect on the page');
}
