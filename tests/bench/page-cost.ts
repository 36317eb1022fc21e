import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { builtExtension, openBrowser } from '../browser/driver.ts';
import { startWorld } from '../browser/world.ts';
import { type Living, livingPages } from './living-page.ts';

/**
 * What the extension costs to a page: load of a page of 5,000 elements with and without it, in turn, in one run;
 * a single-page application of 20,000 elements that draws 200 rows a second; and the size of each content script. Ratios, never a timed test. `-- --json` ends with one object.
 */
const LOADS = 15;
const ELEMENTS = 5_000;
const URL = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/tableaudebord';
/** bytes after gzip */
const LIMIT = 60_000;

const world = await startWorld(() => ({ body: bigPage() }));
const withUs = await openBrowser('chromium', { world, extension: builtExtension('chromium', 'real') });
const without = await openBrowser('chromium', { world, extension: null });
const times = { with: [] as Load[], without: [] as Load[] };
for (let round = 0; round < LOADS + 2; round++) {
  const [a, b] = [await load(withUs), await load(without)];
  // The first two warm the caches of both.
  if (round < 2) continue;
  times.with.push(a);
  times.without.push(b);
}
await withUs.close();
await without.close();
await world.close();

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const loadRatio = median(times.with.map(({ load }) => load)) / median(times.without.map(({ load }) => load));
const longest = Math.max(...times.with.map(({ longestTask }) => longestTask));
const longestWithout = Math.max(...times.without.map(({ longestTask }) => longestTask));
const bundles = bundleSizes();
console.log(`Page of ${ELEMENTS} elements, ${LOADS} loads each, medians:`);
console.log(
  `  load without ${median(times.without.map(({ load }) => load)).toFixed(1)} ms · with ${median(times.with.map(({ load }) => load)).toFixed(1)} ms · ratio ${loadRatio.toFixed(3)}`,
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

function bigPage(): string {
  const row = (place: number): string =>
    `<li><a href="#${place}">Lien ${place}</a> <span>Votre quotient familial et le montant net social du mois ${place}</span> <button>Bouton ${place}</button><label>Champ ${place} <input name="c${place}"></label></li>`;
  return `<!doctype html><html lang="fr"><title>Tableau de bord</title><body><main><h1>Tableau de bord</h1><ul>${Array.from({ length: ELEMENTS / 6 }, (_, place) => row(place)).join('')}</ul></main></body></html>`;
}

function bundleSizes(): [string, number][] {
  const folder = resolve(builtExtension('chromium', 'real'), 'content-scripts');
  return readdirSync(folder).map((name) => [name, gzipSync(readFileSync(join(folder, name)), { level: 9 }).length]);
}
