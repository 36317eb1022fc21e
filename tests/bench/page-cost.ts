import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { builtExtension, openBrowser } from '../browser/driver.ts';
import { startWorld } from '../browser/world.ts';
import { type Living, livingPages } from './living-page.ts';

/**
 * What the extension costs to a page: load of a page of 5,000 elements without it, with one of the same manifest whose scripts
 * are empty (what the browser itself asks for any extension), and with it, in turn, in one run;
 * a single-page application of 20,000 elements that draws 200 rows a second; and the size of each content script. Ratios, never a timed test. `-- --json` ends with one object.
 */
const LOADS = 15;
const ELEMENTS = 5_000;
const URL = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/tableaudebord';
/** bytes after gzip */
const LIMIT = 60_000;

const world = await startWorld(() => ({ body: bigPage() }));
const real = builtExtension('chromium', 'real');
const empty = emptied(real);
const CONTENDERS = { without: null, empty, with: real } as const;
type Contender = keyof typeof CONTENDERS;
const names = Object.keys(CONTENDERS) as Contender[];
const browsers = new Map<Contender, Browser>();
for (const name of names) browsers.set(name, await openBrowser('chromium', { world, extension: CONTENDERS[name] }));
const times: Record<Contender, Load[]> = { without: [], empty: [], with: [] };
for (let round = 0; round < LOADS + 2; round++)
  for (const [name, browser] of browsers) {
    const one = await load(browser);
    // The first two warm the caches of all.
    if (round >= 2) times[name].push(one);
  }
for (const browser of browsers.values()) await browser.close();
await world.close();
rmSync(empty, { recursive: true });

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const loadOf = (name: Contender): number => median(times[name].map(({ load }) => load));
const loadRatio = loadOf('with') / loadOf('without');
const emptyRatio = loadOf('empty') / loadOf('without');
const longest = Math.max(...times.with.map(({ longestTask }) => longestTask));
const longestWithout = Math.max(...times.without.map(({ longestTask }) => longestTask));
const bundles = bundleSizes();
console.log(`Page of ${ELEMENTS} elements, ${LOADS} loads each, medians:`);
console.log(
  `  load without ${loadOf('without').toFixed(1)} ms · with empty scripts ${loadOf('empty').toFixed(1)} ms, ratio ${emptyRatio.toFixed(3)} · with ${loadOf('with').toFixed(1)} ms, ratio ${loadRatio.toFixed(3)}`,
);
console.log(
  `  longest task in the 2 s after: without ${longestWithout.toFixed(0)} ms · with ${longest.toFixed(0)} ms (0: none over 50 ms)`,
);
for (const [name, bytes] of bundles)
  console.log(`  ${name}: ${(bytes / 1000).toFixed(1)} kB gzip${bytes > LIMIT ? ' (over the limit)' : ''}`);
const living = await livingPages();
const line = (one: Living): string =>
  `scripts ${one.script.toFixed(0)} ms · longest task ${one.mutation.toFixed(1)} ms, with clicks ${one.longest.toFixed(1)} ms · slowest click ${one.click.toFixed(0)} ms · heap ${one.heap.toFixed(0)} kB`;
console.log('Application of 20,000 elements, 200 rows a second for 8 s (processor time):');
console.log(`  without ${line(living.without)}`);
console.log(`  with    ${line(living.with)} (longest of ours)`);
console.log(`  where nothing changes: ${living.with.idle} tasks of ours in 4 s`);
console.log(`  where our time goes:\n${living.profile.join('\n')}`);
if (process.argv.includes('--json'))
  console.log(
    JSON.stringify({
      loadRatio,
      emptyRatio,
      longestTaskMs: longest,
      mutationTaskMs: living.with.mutation,
      idleTasks: living.with.idle,
      living: { with: living.with, without: living.without },
      bundles: Object.fromEntries(bundles),
    }),
  );

interface Load {
  /** ms from the start of the navigation to the end of the load event. */
  load: number;
  /** ms; tasks under 50 ms are not seen by the browser's own measure. */
  longestTask: number;
}

async function load(browser: Browser): Promise<Load> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
  await page.goto(URL, { waitUntil: 'load' });
  await new Promise((resume) => setTimeout(resume, 2_000));
  const result = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const { tasks } = window as unknown as { tasks: number[] };
    return { load: navigation?.loadEventEnd ?? 0, longestTask: Math.max(0, ...tasks) };
  });
  await page.close();
  return result;
}

/** @returns a copy of an extension whose scripts do nothing. */
function emptied(extension: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'empty-'));
  cpSync(extension, folder, { recursive: true });
  const contents = readdirSync(join(folder, 'content-scripts')).map((name) => join('content-scripts', name));
  for (const name of [...contents, 'background.js']) writeFileSync(join(folder, name), '');
  return folder;
}

function bigPage(): string {
  const row = (place: number): string =>
    `<li><a href="#${place}">Lien ${place}</a> <span>Votre quotient familial et le montant net social du mois ${place}</span> <button>Bouton ${place}</button><label>Champ ${place} <input name="c${place}"></label></li>`;
  return `<!doctype html><html lang="fr"><title>Tableau de bord</title><body><main><h1>Tableau de bord</h1><ul>${Array.from({ length: ELEMENTS / 6 }, (_, place) => row(place)).join('')}</ul></main></body></html>`;
}

function bundleSizes(): [string, number][] {
  const folder = resolve(builtExtension('chromium', 'real'), 'content-scripts');
  return readdirSync(folder).map((name) => [name, gzipSync(readFileSync(join(folder, name)), { level: 9 }).length]);
}
