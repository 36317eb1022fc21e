import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../browser/driver.ts';
import { startWorld } from '../browser/world.ts';
import { bundleForPage } from '../pages/bundle.ts';
import { absentWords, frenchPage, wordList } from './french-pages.ts';
import type { Contender, Outcome } from './terms-page.ts';
import { traced } from './trace.ts';

/**
 * Finding and marking words: ours beside mark.js and beside one regular expression, in one run in Chromium,
 * on the same pages with the same words. `-- --json` ends with one object.
 */
const SIZES = [50_000, 500_000, 5_000_000];
/** Words in the list; `same`: those of the shortest list, and others that no page has, up to the longest. */
const LISTS = [100, 1_000, 10_000, 'same'] as const;
const [FEWEST, MANY, MOST] = LISTS;
const NAMES: Contender[] = ['ours', 'mark.js', 'mark.js across', 'regex'];
/** Times each is run; the best counts, for all alike: the rest is what the machine did beside it. */
const ROUNDS = 5;
/** ms; what would take longer is told, not waited for. */
const PATIENCE = Number(process.env.BENCH_PATIENCE ?? 60_000);

type List = (typeof LISTS)[number];

interface Row extends Outcome {
  name: Contender;
  size: number;
  list: List;
  longest: number;
  /** kB of JavaScript heap after collection, above the page alone. */
  memory: number;
  /** Nodes added to the document. */
  nodes: number;
}

const script = await bundleForPage('../bench/terms-page.ts');
const pages = new Map(SIZES.map((size) => [`/${size}`, frenchPage(size)]));
const world = await startWorld(({ url }) => ({ body: pages.get(url.pathname) ?? '' }));
const browser = await openBrowser('chromium', { world, extension: null });
const rows: Row[] = [];
for (const size of SIZES) for (const name of NAMES) await contest(name, size);
await browser.close();
await world.close();
report();

/** In each round every list has its turn, so that a busy moment of the machine is no list's own. */
async function contest(name: Contender, size: number): Promise<void> {
  const rounds = new Map<List, Row[]>();
  for (const list of LISTS) {
    const guess = expected(name, size, list);
    if (guess > PATIENCE)
      console.log(`${label(name, size, list)} not run: about ${(guess / 1000).toFixed(0)} s to expect`);
    else {
      const row = await runOnce(browser, name, size, list);
      rounds.set(list, [row]);
      rows.push(row);
    }
  }
  for (let round = 1; round < ROUNDS; round++)
    for (const [list, done] of rounds)
      if ((done[0]?.time ?? 0) <= PATIENCE / 6) done.push(await runOnce(browser, name, size, list));
  for (const done of rounds.values()) {
    const [first] = done;
    const best = done.reduce((one, other) => (other.time < one.time ? other : one));
    const longest = median(done.map((row) => row.longest));
    if (first) tell(Object.assign(first, best, { longest }));
  }
}

function tell({ name, size, list, time, longest, found, marked, memory, nodes }: Row): void {
  // A task of half a minute fills the browser's record before its end.
  const task = longest > 0 ? `${longest.toFixed(1).padStart(7)} ms` : ' no record';
  console.log(
    `${label(name, size, list)} ${time.toFixed(0).padStart(7)} ms · longest task ${task} · found ${String(found).padStart(6)} · marked ${String(marked).padStart(6)} · heap ${memory >= 0 ? '+' : ''}${memory.toFixed(0)} kB · nodes +${nodes}`,
  );
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

function lengthOf(list: List): number {
  return list === 'same' ? MOST : list;
}

function wordsOf(list: List): string[] {
  return list === 'same' ? [...wordList(FEWEST), ...absentWords(MOST - FEWEST)] : wordList(list);
}

/** From the nearest smaller runs: each contender grows with the text, mark.js and the pattern with the words too. */
function expected(name: Contender, size: number, list: List): number {
  const count = lengthOf(list);
  const smaller = rows.filter((row) => row.name === name && row.size <= size && lengthOf(row.list) <= count).at(-1);
  if (!smaller) return 0;
  return smaller.time * (size / smaller.size) * (name === 'ours' ? 1 : count / lengthOf(smaller.list));
}

async function runOnce(browserNow: Browser, name: Contender, size: number, list: List): Promise<Row> {
  const page = await browserNow.newPage();
  // A page of megabytes takes a busy machine long to draw.
  await page.goto(`https://mots.example/${size}`, { timeout: 300_000 });
  await page.addScriptTag({ content: script });
  const html = await fingerprint(page);
  let outcome: Outcome | undefined;
  await page.evaluate((who, words) => window.prepare(who, words), name, wordsOf(list));
  const before = await weigh(page);
  const { tasks } = await traced(page, async () => {
    outcome = await page.evaluate((who) => window.contend(who), name);
  });
  if (!outcome) throw new Error('no outcome');
  const after = await weigh(page);
  if (name === 'ours' && (await fingerprint(page)) !== html) throw new Error('our marks touched the page');
  await page.close();
  return {
    name,
    size,
    list,
    ...outcome,
    longest: Math.max(0, ...tasks.map((task) => task.script)),
    memory: (after.heap - before.heap) / 1000,
    nodes: after.nodes - before.nodes,
  };
}

async function weigh(page: Page): Promise<{ heap: number; nodes: number }> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { heap: usedSize, nodes: await page.evaluate(() => document.querySelectorAll('*').length) };
}

async function fingerprint(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const bytes = new TextEncoder().encode(document.documentElement.outerHTML);
    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
  });
}

function label(name: Contender, size: number, list: List): string {
  const words = list === 'same' ? `${FEWEST} of ${MOST}` : String(list);
  return `${name.padEnd(14)} ${String(size / 1000).padStart(5)} kB ${words.padStart(12)} words:`;
}

function timeOf(name: Contender, size: number, list: List): number | undefined {
  return rows.find((row) => row.name === name && row.size === size && row.list === list)?.time;
}

/** At each size that both were run at, how many times the one takes the time of the other. */
function ratios(one: readonly [Contender, List], other: readonly [Contender, List]): number[] {
  return SIZES.flatMap((size) => {
    const [above, below] = [timeOf(one[0], size, one[1]), timeOf(other[0], size, other[1])];
    return above && below ? [above / below] : [];
  });
}

function report(): void {
  for (const { size, found } of rows.filter(({ name, list }) => name === 'ours' && list === 'same'))
    if (rows.some((row) => row.name === 'ours' && row.size === size && row.list === FEWEST && row.found !== found))
      throw new Error('the page has words that no page was to have');
  const overMarkjs = ratios(['mark.js', MANY], ['ours', MANY]);
  const growth = ratios(['ours', MOST], ['ours', FEWEST]);
  const sameMarks = ratios(['ours', 'same'], ['ours', FEWEST]);
  const ratioVsMarkjs = Math.min(...overMarkjs);
  const ratio10000Vs100 = Math.max(...growth);
  const longestTaskMs = Math.max(...rows.filter(({ name }) => name === 'ours').map(({ longest }) => longest));
  console.log(
    `\nmark.js takes at least ${ratioVsMarkjs.toFixed(1)} × our time at 1,000 words (each size: ${overMarkjs.map((one) => one.toFixed(1)).join(', ')})`,
  );
  console.log(
    `10,000 words take at most ${ratio10000Vs100.toFixed(2)} × the time of 100 (each size: ${growth.map((one) => one.toFixed(2)).join(', ')})`,
  );
  console.log(
    `10,000 words of which the page has the same take at most ${Math.max(...sameMarks).toFixed(2)} × the time of 100 (each size: ${sameMarks.map((one) => one.toFixed(2)).join(', ')})`,
  );
  console.log(`our longest task: ${longestTaskMs.toFixed(1)} ms of processor time`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ratioVsMarkjs, ratio10000Vs100, longestTaskMs }));
}
