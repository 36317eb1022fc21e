import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../browser/driver.ts';
import { startWorld } from '../browser/world.ts';
import { bundleForPage } from '../pages/bundle.ts';
import { frenchPage, wordList } from './french-pages.ts';
import type { Contender, Outcome } from './terms-page.ts';
import { traced } from './trace.ts';

/**
 * Finding and marking words: ours beside mark.js and beside one regular expression, in one run in Chromium,
 * on the same pages with the same words. `-- --json` ends with one object.
 */
const SIZES = [50_000, 500_000, 5_000_000];
const COUNTS = [100, 1_000, 10_000];
const NAMES: Contender[] = ['ours', 'mark.js', 'mark.js across', 'regex'];
/** Times each is run; the best counts, for all alike: the rest is what the machine did beside it. */
const ROUNDS = 5;
/** ms; what would take longer is told, not waited for. */
const PATIENCE = Number(process.env.BENCH_PATIENCE ?? 60_000);

interface Row extends Outcome {
  name: Contender;
  size: number;
  count: number;
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
for (const size of SIZES)
  for (const name of NAMES) for (const count of COUNTS) await contest(browser, name, size, count);
await browser.close();
await world.close();
report();

async function contest(browserNow: Browser, name: Contender, size: number, count: number): Promise<void> {
  const guess = expected(name, size, count);
  if (guess > PATIENCE) {
    console.log(`${label(name, size, count)} not run: about ${(guess / 1000).toFixed(0)} s to expect`);
    return;
  }
  const rounds: Row[] = [];
  for (let round = 0; round < (guess > PATIENCE / 6 ? 1 : ROUNDS); round++) {
    rounds.push(await runOnce(browserNow, name, size, count));
    if ((rounds[0]?.time ?? 0) > PATIENCE / 6) break;
  }
  const best = rounds.reduce((one, other) => (other.time < one.time ? other : one));
  const row = { ...best, longest: Math.min(...rounds.map(({ longest }) => longest)) };
  rows.push(row);
  console.log(
    `${label(name, size, count)} ${row.time.toFixed(0).padStart(7)} ms · longest task ${row.longest.toFixed(1).padStart(7)} ms · found ${String(row.found).padStart(6)} · marked ${String(row.marked).padStart(6)} · heap ${row.memory >= 0 ? '+' : ''}${row.memory.toFixed(0)} kB · nodes +${row.nodes}`,
  );
}

/** From the nearest smaller runs: each contender grows with the text, mark.js and the pattern with the words too. */
function expected(name: Contender, size: number, count: number): number {
  const smaller = rows.filter((row) => row.name === name && row.size <= size && row.count <= count).at(-1);
  if (!smaller) return 0;
  return smaller.time * (size / smaller.size) * (name === 'ours' ? 1 : count / smaller.count);
}

async function runOnce(browserNow: Browser, name: Contender, size: number, count: number): Promise<Row> {
  const page = await browserNow.newPage();
  await page.goto(`https://mots.example/${size}`);
  await page.addScriptTag({ content: script });
  const before = await weigh(page);
  const html = await fingerprint(page);
  let outcome: Outcome | undefined;
  const { tasks } = await traced(page, async () => {
    outcome = await page.evaluate((who, words) => window.contend(who, words), name, wordList(count));
  });
  if (!outcome) throw new Error('no outcome');
  const after = await weigh(page);
  if (name === 'ours' && (await fingerprint(page)) !== html) throw new Error('our marks touched the page');
  await page.close();
  return {
    name,
    size,
    count,
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

function label(name: Contender, size: number, count: number): string {
  return `${name.padEnd(14)} ${String(size / 1000).padStart(5)} kB ${String(count).padStart(6)} words:`;
}

function timeOf(name: Contender, size: number, count: number): number | undefined {
  return rows.find((row) => row.name === name && row.size === size && row.count === count)?.time;
}

function report(): void {
  const overMarkjs = SIZES.flatMap((size) => {
    const [ours, theirs] = [timeOf('ours', size, 1_000), timeOf('mark.js', size, 1_000)];
    return ours && theirs ? [theirs / ours] : [];
  });
  const growth = SIZES.flatMap((size) => {
    const [few, many] = [timeOf('ours', size, 100), timeOf('ours', size, 10_000)];
    return few && many ? [many / few] : [];
  });
  const ratioVsMarkjs = Math.min(...overMarkjs);
  const ratio10000Vs100 = Math.max(...growth);
  const longestTaskMs = Math.max(...rows.filter(({ name }) => name === 'ours').map(({ longest }) => longest));
  console.log(
    `\nmark.js takes at least ${ratioVsMarkjs.toFixed(1)} × our time at 1,000 words (each size: ${overMarkjs.map((one) => one.toFixed(1)).join(', ')})`,
  );
  console.log(
    `10,000 words take at most ${ratio10000Vs100.toFixed(2)} × the time of 100 (each size: ${growth.map((one) => one.toFixed(2)).join(', ')})`,
  );
  console.log(`our longest task: ${longestTaskMs.toFixed(1)} ms of processor time`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ratioVsMarkjs, ratio10000Vs100, longestTaskMs }));
}
