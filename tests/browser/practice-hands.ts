import type { Browser, Page } from 'puppeteer-core';
import { type BrowserName, openOwnPage } from './driver';

/** The extension's own storage, as its pages see it in both browsers. */
declare const chrome: {
  storage: { local: { get(): Promise<object>; set(items: object): Promise<void> } };
};

/** Clicks with the real mouse, after scrolling there as a person would. */
export async function tap(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  await page.click(selector);
}

/** Clicks the button, link, label or summary that says exactly this. */
export async function tapWords(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const found = [...document.querySelectorAll('button, summary, a, label, [tabindex="0"]')].find(
        (one) => one.textContent?.replace(/\s+/g, ' ').trim() === wanted && one.getClientRects().length > 0,
      );
      document.querySelector('[data-tapped]')?.removeAttribute('data-tapped');
      found?.setAttribute('data-tapped', '');
      return found !== undefined;
    },
    {},
    words,
  );
  await tap(page, '[data-tapped]');
}

/** @returns the words of an element, one space between them. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

/** Opens « S'entraîner » in a new tab and begins an exercise (`caf/rib`), with the person of this name if one is given. */
export async function beginExercise(
  name: BrowserName,
  browser: Browser,
  exercise: string,
  help = 'with',
  person?: string,
): Promise<Page> {
  const page = await openOwnPage(name, browser, `/practice.html#${exercise}`);
  await choose(page, help, person);
  return page;
}

/** Answers the questions of the first screen and begins. */
export async function choose(page: Page, help: string, person?: string): Promise<void> {
  if (person) {
    await page.waitForSelector('.begin');
    await page.evaluate((wanted) => {
      const labels = [...document.querySelectorAll<HTMLElement>('.choose label')];
      labels
        .find((one) => one.textContent?.trim().replace(/\s/g, ' ').startsWith(`${wanted} `))
        ?.setAttribute('data-person', '');
    }, person);
    await tap(page, '[data-person]');
  }
  await tap(page, `input[name=help][value=${help}]`);
  await tap(page, '.begin');
  await page.waitForSelector('#page h1');
}

/** Goes on to the page of the exercise with this title. */
export async function goOn(page: Page, words: string, title: string): Promise<void> {
  await tapWords(page, words);
  await onPage(page, title);
}

/** Waits for the page of the exercise with this title. */
export async function onPage(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('#page h1')?.textContent?.includes(wanted),
    { timeout: 8_000 },
    title,
  );
}

/** Writes in a field of the page, key by key. @returns what it then holds. */
export async function write(page: Page, field: string, words: string): Promise<string> {
  await tap(page, `[name="${field}"]`);
  await page.keyboard.type(words);
  return await heldBy(page, field);
}

/** @returns what a field of the page holds. */
export function heldBy(page: Page, field: string): Promise<string> {
  return page.$eval(`[name="${field}"]`, (input) => (input as HTMLInputElement).value);
}

/** @returns all that the extension has stored, as text. */
export function storedIn(page: Page): Promise<string> {
  return page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
}

/** Stores something as the extension would. */
export function store(page: Page, items: object): Promise<void> {
  return page.evaluate((all) => chrome.storage.local.set(all), items);
}

/** Waits until the banner says something. */
export async function untilSaid(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (said) => document.querySelector('.news')?.textContent?.replace(/\s/g, ' ').includes(said),
    { timeout: 8_000 },
    words,
  );
}
