import type { Browser, Page } from 'puppeteer-core';
import { builtExtension, openBrowser } from '../browser/driver.ts';
import { startWorld } from '../browser/world.ts';
import { type Task, traced } from './trace.ts';

/** What a page that never rests costs, and what one that rests costs: with us or without. */
export interface Living {
  /** ms of processor time of scripts in all tasks, while the page drew 200 rows a second and a word was clicked on. */
  script: number;
  /** ms of processor time of the longest task with a script of ours in it (of any script, without us), while nobody did anything: what runs because the page changes. */
  mutation: number;
  /** The same while somebody clicks, with the layout that an answer to a click needs. */
  longest: number;
  /** ms from a click to the next frame, the slowest of the run (as INP counts it). */
  click: number;
  /** kB of JavaScript heap of the page after collection. */
  heap: number;
  /** Tasks with scripts of ours in a page that has been read and where nothing changed. */
  idle: number;
}

const URL = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/tableaudebord';
/** `<li>` of four elements each. */
const ROWS = 5_000;
/** ms */
const DURATION = 8_000;
const REST = 4_000;
/** Rests that are looked at, until there is one without us: a busy machine still reads the page in the first. */
const RESTS = 5;
const SETTLE = 6_000;

/** Runs the same single-page application with the built extension and without it. */
export async function livingPages(): Promise<{ with: Living; without: Living; profile: string[] }> {
  const world = await startWorld(() => ({ body: application() }));
  const withUs = await openBrowser('chromium', { world, extension: builtExtension('chromium', 'real') });
  const ours = await measure(withUs);
  const profile = await profileOf(withUs);
  await withUs.close();
  const alone = await openBrowser('chromium', { world, extension: null });
  const without = await measure(alone);
  await alone.close();
  await world.close();
  return { with: ours, without, profile };
}

async function open(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(URL);
  await new Promise((resume) => setTimeout(resume, SETTLE));
  return page;
}

async function measure(browser: Browser): Promise<Living> {
  const page = await open(browser);
  const idle = await restOf(page);
  const alone = await traced(page, async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('live')));
    await new Promise((resume) => setTimeout(resume, DURATION));
  });
  const { tasks } = await traced(page, async () => {
    for (let end = Date.now() + DURATION; Date.now() < end; ) {
      await page.mouse.click(200, 20);
      await new Promise((resume) => setTimeout(resume, 500));
    }
    await page.evaluate(() => window.dispatchEvent(new Event('rest')));
  });
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const click = await page.evaluate(() => (window as unknown as { slowest: number }).slowest);
  await page.close();
  return {
    script: tasks.reduce((sum, { script }) => sum + script, 0),
    mutation: longestOf(alone.tasks),
    longest: longestOf(tasks),
    click,
    heap: usedSize / 1000,
    idle,
  };
}

function longestOf(tasks: readonly Task[]): number {
  const mine = tasks.filter(isOurs);
  return Math.max(0, ...(mine.length > 0 ? mine : tasks).map(({ script }) => script));
}

async function restOf(page: Page): Promise<number> {
  let idle = Number.POSITIVE_INFINITY;
  for (let left = RESTS; left > 0 && idle > 0; left--) {
    const { tasks } = await traced(page, () => new Promise((resume) => setTimeout(resume, REST)));
    idle = tasks.filter(isOurs).length;
  }
  return idle;
}

const isOurs = ({ urls }: Task): boolean => [...urls].some((url) => url.startsWith('chrome-extension:'));

/** Where the time of our scripts goes while the page lives: self times, most first. */
async function profileOf(browser: Browser): Promise<string[]> {
  const page = await open(browser);
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.start');
  await page.evaluate(() => window.dispatchEvent(new Event('live')));
  await new Promise((resume) => setTimeout(resume, DURATION));
  const { profile } = await session.send('Profiler.stop');
  await page.close();
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const self = new Map<string, number>();
  for (const [place, id] of (profile.samples ?? []).entries()) {
    const frame = names.get(id);
    const isNative = frame?.url === '' && !frame.functionName.startsWith('(');
    if (!frame || !(isNative || frame.url.startsWith('chrome-extension:'))) continue;
    const name = isNative
      ? `${frame.functionName} (browser)`
      : `${frame.functionName || 'anonymous'}:${frame.columnNumber}`;
    self.set(name, (self.get(name) ?? 0) + (profile.timeDeltas?.[place] ?? 0) / 1000);
  }
  return [...self]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([name, time]) => `${time.toFixed(0).padStart(6)} ms  ${name}`);
}

/** 20,000 elements; after the event `live`, 200 rows a second are drawn anew, ten at a time. */
function application(): string {
  return `<!doctype html><html lang="fr"><title>Tableau de bord</title><body><main><h1 id="t">Tableau de bord</h1><ul></ul></main><script>
    const list = document.querySelector('ul');
    const row = (n) => '<span>Votre quotient familial et le RSA du mois ' + n + '</span> <a href="#' + n + '">Lien</a><b>' + n + '</b>';
    list.innerHTML = Array.from({ length: ${ROWS} }, (_, n) => '<li>' + row(n) + '</li>').join('');
    let timer, n = 0;
    window.slowest = 0;
    addEventListener('live', () => { timer = setInterval(() => {
      for (let k = 0; k < 10; k++, n++) {
        const li = document.createElement('li');
        li.innerHTML = row(n);
        list.children[(n * 7) % ${ROWS}].replaceWith(li);
      }
    }, 50); });
    addEventListener('rest', () => clearInterval(timer));
    document.querySelector('#t').addEventListener('click', (event) => { event.target.textContent = 'Tableau de bord ' + n; });
    new PerformanceObserver((entries) => { for (const { duration } of entries.getEntries()) window.slowest = Math.max(window.slowest, duration); })
      .observe({ type: 'event', durationThreshold: 16 });
  </script></body></html>`;
}
