import type { Page } from 'puppeteer-core';
import type { World } from '../browser/world.ts';
import { addressOf, type Effect, effectsOf, HOST } from './bench.ts';
import { type Hands, handsOn, partOf } from './hands.ts';
import type { PageKind } from './pages/page-kind.ts';
import { tapAt } from './pointers.ts';
import { isLit, type Question, questionOn } from './question.ts';
import type { Hand } from './ways/way.ts';

/** ms between two looks. */
const LOOK = 30;
/** ms without anything new, after which what happened is complete (the slowest page waits 250). */
const QUIET = 400;

/** @returns the first truthy answer, or the last one when the time is up. */
export async function waitFor<T>(timeout: number, ask: () => Promise<T> | T): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer || Date.now() > end) return answer;
    await new Promise((resume) => setTimeout(resume, LOOK));
  }
}

/** Comes to a page as its kind says. @returns false when the browser does not offer that way (no prerender, no back/forward cache). */
export async function arrive(hands: Hands, kind: PageKind, run: string): Promise<boolean> {
  const { page } = hands;
  const address = addressOf(run, kind.id);
  if (kind.arrival === 'prerendered') return await arrivePrerendered(page, address);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  if (kind.arrival === 'back') {
    await page.goto(`${HOST}/${run}/${kind.id}/x/other`);
    await page.goBack({ waitUntil: 'domcontentloaded', timeout: 3_000 }).catch(() => undefined);
    if (!(await page.evaluate(() => window.__persisted === true).catch(() => false))) return false;
  }
  return (
    (await waitFor(5_000, async () => (await hands.spot('#control')) ?? (await hands.spot('#opener')))) !== undefined
  );
}

async function arrivePrerendered(page: Page, address: string): Promise<boolean> {
  await page.goto(address.replace(/page$/, 'before'));
  const isSupported = await page.evaluate(() => HTMLScriptElement.supports?.('speculationrules') ?? false);
  if (!isSupported) return false;
  await new Promise((resume) => setTimeout(resume, 900));
  await page.click('#next').catch(() => undefined);
  return await waitFor(4_000, () =>
    page
      .evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
          activationStart?: number;
        })[];
        return location.pathname.endsWith('/page') && (entry?.activationStart ?? 0) > 0;
      })
      .catch(() => false),
  );
}

/**
 * @returns what happened from now on, once nothing new comes; waits at most `patience` ms for the first `expected` effects,
 * and as long for those that the page has set off and that the world has not heard of yet.
 */
export async function settle(
  { page }: Hands,
  world: World,
  run: string,
  expected: number,
  patience: number,
): Promise<Effect[]> {
  await waitFor(patience, () => effectsOf(world, run).length >= expected);
  await waitFor(patience, async () => effectsOf(world, run).length >= (await dueOn(page)));
  let known = effectsOf(world, run).length;
  for (;;) {
    const more = await waitFor(QUIET, () => effectsOf(world, run).length > known);
    if (!more) return effectsOf(world, run);
    known = effectsOf(world, run).length;
  }
}

/** @returns how many requests the page says it has made; a page that has gone says nothing. */
async function dueOn(page: Page): Promise<number> {
  const part = await partOf(page);
  return await part.evaluate(() => window.__due ?? 0).catch(() => 0);
}

/** What is ticked, chosen and written on the page, and where it is. */
export async function stateOf(page: Page): Promise<string> {
  const part = await partOf(page);
  const state = await part.evaluate(() => window.__state?.() ?? ['gone']).catch(() => ['gone']);
  return `${page.url()} ${state.join(' ')}`;
}

/** Waits for our question or for an effect, whichever comes first. */
export async function questionOrEffect(
  hands: Hands,
  world: World,
  run: string,
  already: number,
  patience: number,
): Promise<Question | undefined> {
  let question: Question | undefined;
  await waitFor(patience, async () => {
    question = await questionOn(hands.page);
    return question !== undefined || effectsOf(world, run).length > already;
  });
  return question;
}

/** ms; nobody presses a control sooner than they have seen it lit, and a drag needs the page drawn. */
const SIGHT = 200;

/** ms; our dialog takes an answer only after a calm of 450. */
const CALM = 550;

/** Answers our question with « continue », by the same hand as the choice, until it has closed. */
export async function goOn(hands: Hands, hand: Hand): Promise<boolean> {
  await new Promise((resume) => setTimeout(resume, CALM));
  const closed = await waitFor(10_000, async () => {
    const question = await questionOn(hands.page);
    if (!question) return true;
    await answerOnce(hands, hand, question);
    const patience = hand === 'keys' && !question.goOnFocused ? 0 : CALM;
    return await waitFor(patience, async () => (await questionOn(hands.page)) === undefined);
  });
  const isShown = closed && (await waitFor(3_000, () => isLit(hands.page)));
  await new Promise((resume) => setTimeout(resume, SIGHT));
  return isShown;
}

async function answerOnce(
  { name, page, keys }: Hands,
  hand: Hand,
  { goOn: box, goOnFocused }: Question,
): Promise<void> {
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  if (hand === 'mouse') await page.mouse.click(x, y);
  else if (hand === 'touch') await tapAt(name, page, { x, y });
  else if (goOnFocused) await keys('Enter');
  else await keys('Tab');
}

export { handsOn };
