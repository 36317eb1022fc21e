import { type Browser, chromium, type Page } from 'playwright-core';
import type { Tuning } from '../../../src/page/tuning';
import { bundleForPage } from '../../pages/bundle';
import { ROWS, showRow } from '../../pages/locate-rows';
import type { CaseResult } from './in-page/bench-page';
import type { Given } from './in-page/contenders';
import type { Verdict } from './in-page/truth';
import { align, type Truth } from './redesigns';
import type { BenchServer } from './server';
import type { Half, Source } from './sources';

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** One old page changed by a seed: several cases at once. */
export interface MutationJob {
  source: Source;
  seed: number;
  count: number;
}

/** One old page and what its maintainers made of it in a later version. */
export interface RedesignJob {
  old: Source;
  now: Source;
  count: number;
}

/** ms; other work may hold the machine. */
const LOAD = 180_000;

export interface Runner {
  mutation(job: MutationJob, half: Half): Promise<CaseResult[]>;
  /** Changes a page and counts what each tuning makes of it. */
  learn(job: MutationJob, tunings: readonly Tuning[]): Promise<{ right: number; wrong: number }[]>;
  /** @returns those of the tunings that lose nothing of the pages made by hand. */
  holding(tunings: readonly Tuning[]): Promise<Tuning[]>;
  redesign(job: RedesignJob): Promise<CaseResult[]>;
  readonly page: Page;
}

export async function openBench(): Promise<Browser> {
  return await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--lang=fr-FR', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

let script: Promise<string> | undefined;

/**
 * @param isAlone leaves the peers out, who take most of the time
 * @returns a page of its own that runs cases one after the other
 */
export async function startRunner(
  browser: Browser,
  { origin }: BenchServer,
  synonyms: readonly (readonly string[])[],
  isAlone: boolean,
): Promise<Runner> {
  script ??= bundleForPage('../bench/locate/in-page/bench-page.ts');
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'fr-FR' });
  await context.addInitScript(await script);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`In the page: ${error.stack ?? error.message}`));
  const open = async ({ path }: Source): Promise<void> => {
    await page.goto(origin + path, { waitUntil: 'load', timeout: LOAD });
    await page.evaluate((groups) => window.bench.useSynonyms(groups), synonyms);
  };
  const change = async ({ source, seed, count }: MutationJob, half: Half): Promise<void> => {
    await open(source);
    await page.evaluate(
      async ([from, many, side]) => {
        const picked = window.bench.describe(from, many, false);
        await window.bench.mutate(picked, from, side);
      },
      [seed, count, half] as const,
    );
  };
  const finish = async (): Promise<CaseResult[]> => {
    const results = await page.evaluate((alone) => window.bench.run(alone), isAlone);
    if (isAlone) return results;
    for (const [at, result] of results.entries()) await askRoleName(page, result, at);
    return results;
  };
  return {
    page,
    async mutation(job, half) {
      await change(job, half);
      return await finish();
    },
    async learn(job, tunings) {
      await change(job, 'training');
      return await page.evaluate((list) => window.bench.tryTunings(list), tunings);
    },
    async holding(tunings) {
      let held = [...tunings];
      for (const [, html, target, expected] of ROWS) {
        await showRow(page, html);
        const verdicts = await page.evaluate(
          ([wanted, selector, list]) => list.map((tuning) => window.bench.locate(wanted, selector, tuning).verdict),
          [target, expected, held] as const,
        );
        held = held.filter((_, at) => verdicts[at] === 'right');
      }
      return held;
    },
    async redesign({ old, now, count }) {
      await open(old);
      const before = await page.evaluate(() => window.bench.controls());
      const picked = await page.evaluate((many) => window.bench.describe(1, many, true), 10_000);
      await open(now);
      const truth: Truth = align(before, await page.evaluate(() => window.bench.controls()), old.family);
      const cases = picked
        .flatMap(({ place, given }) => {
          const there = truth.get(place);
          return there === undefined ? [] : [{ given, place: there }];
        })
        .slice(0, count);
      await page.evaluate((list) => window.bench.expect(list, 'redesign'), cases);
      return await finish();
    },
  };
}

/** Playwright's own engine for role and name; several found is none found, as in its strict mode. */
async function askRoleName(page: Page, result: CaseResult, at: number): Promise<void> {
  const { role, name } = result.given.roleName satisfies Given['roleName'];
  const start = performance.now();
  const locator = page.getByRole(role as Parameters<Page['getByRole']>[0], { name, exact: true });
  const verdict: Verdict = await locator.evaluateAll((found, place) => window.bench.judgeAt(found, place), at);
  result.verdicts.roleName = verdict;
  result.ms.roleName = performance.now() - start;
}

/** Runs jobs on a few pages at once; the results come in the order of the jobs. */
export async function runAll<Job, Result>(
  runners: readonly Runner[],
  jobs: readonly Job[],
  run: (runner: Runner, job: Job) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[][] = [];
  let next = 0;
  const work = async (runner: Runner): Promise<void> => {
    while (next < jobs.length) {
      const at = next++;
      const job = jobs[at];
      if (job !== undefined) results[at] = await run(runner, job);
      if (at % 50 === 49) console.error(`  ${at + 1} of ${jobs.length} pages`);
    }
  };
  await Promise.all(runners.map(work));
  return results.flat();
}
