import { writeFileSync } from 'node:fs';
import { runCaseFile } from './case-file';
import type { CaseResult } from './in-page/bench-page';
import { hash } from './in-page/random';
import { learn } from './learn';
import { type MutationJob, openBench, type RedesignJob, type Runner, runAll, startRunner } from './runner';
import { startServer } from './server';
import { dsfrSources, type Half, type OwnPages, ownPages, type Source } from './sources';
import { kindsOf, NAMES, tableOf, tally } from './table';

/** Pages open at once; the machines that run this have few cores. */
const RUNNERS = 2;
/** Controls asked about on one changed page. */
const PER_PAGE = 12;
/** Seeds a page is changed with. */
const SEEDS: Record<Half, readonly number[]> = { training: [1, 2], 'held-out': [1001, 1002, 1003] };
/** Controls asked about in one pair of versions. */
const PER_PAIR = 8;

/** Runs the benchmark as its command line asks. */
export async function main(args: readonly string[]): Promise<void> {
  const value = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const file = value('--cases');
  const own = await ownPages();
  const server = await startServer(own);
  const browser = await openBench();
  try {
    const runners: Runner[] = [];
    for (let at = 0; at < RUNNERS; at++)
      runners.push(await startRunner(browser, server, own.synonyms, args.includes('--alone')));
    if (file) {
      const summary = await runCaseFile(file, runners[0] as Runner, own.synonyms);
      if (args.includes('--json')) console.log(JSON.stringify(summary));
      return;
    }
    if (args.includes('--learn')) {
      const jobs = mutationsOf('training', own, Number(value('--share') ?? 0.2));
      console.log(await learn(jobs, runners));
      return;
    }
    const half: Half = args.includes('--training') ? 'training' : 'held-out';
    const results = await runHalf(half, own, runners, Number(value('--share') ?? 1));
    print(results, half);
    const cost = await runners[0]?.page.evaluate(() => window.bench.cost());
    if (cost)
      console.log(
        `\nA page of ${cost.elements} elements: first index ${cost.first.toFixed(1)} ms, 50 targets after it ${cost.fifty.toFixed(1)} ms, again ${cost.again.toFixed(1)} ms; a row replaced ${cost.changed.toFixed(1)} ms, the 50 after it ${cost.fiftyAfter.toFixed(1)} ms`,
      );
    const dump = value('--dump');
    if (dump) writeFileSync(dump, JSON.stringify(results));
    if (args.includes('--json')) {
      const { cases, right, wrong, none, ms } = tally(results, 'ours');
      console.log(JSON.stringify({ cases, right, wrong, none, ms: Math.round(ms) }));
    }
  } finally {
    await browser.close();
    server.close();
  }
}

/** @returns the results of all the cases of a half, or of a share of its pages. */
export async function runHalf(
  half: Half,
  own: OwnPages,
  runners: readonly Runner[],
  share: number,
): Promise<CaseResult[]> {
  const mutations = mutationsOf(half, own, share);
  const redesigns = pairsOf(dsfrSources(half)).filter(({ old }) => isInShare(old, share));
  console.error(`${half}: ${mutations.length} changed pages, ${redesigns.length} pairs of versions`);
  const changed = await runAll(runners, mutations, (runner, job) => runner.mutation(job, half));
  const redesigned = await runAll(runners, redesigns, (runner, job) => runner.redesign(job));
  return [...changed, ...redesigned];
}

function isInShare({ path }: Source, share: number): boolean {
  return (hash(path) % 1000) / 1000 < share;
}

function mutationsOf(half: Half, own: OwnPages, share: number): MutationJob[] {
  return [...dsfrSources(half), ...own.sources[half]]
    .filter((source) => isInShare(source, share))
    .flatMap((source) =>
      SEEDS[half].map((seed) => ({ source, seed: seed + (hash(source.path) % 9_973) * 7, count: PER_PAGE })),
    );
}

/** Each version of a page with the next one of the half, and the first with the last. */
function pairsOf(sources: readonly Source[]): RedesignJob[] {
  const families = Map.groupBy(sources, ({ family }) => family);
  return [...families.values()].flatMap((versions) => {
    const pairs = versions.slice(1).map((now, at) => [versions[at], now] as const);
    const ends = versions.length > 2 ? [[versions[0], versions.at(-1)] as const] : [];
    return [...pairs, ...ends].flatMap(([old, now]) => (old && now ? [{ old, now, count: PER_PAIR }] : []));
  });
}

function print(results: readonly CaseResult[], half: Half): void {
  console.log(`\nWhat each contender is given, read from the old page before the new one is opened:`);
  for (const [, name, given] of NAMES) console.log(`  ${name}: ${given}`);
  const [redesigned, changed] = [
    results.filter(({ kind }) => kind === 'redesign'),
    results.filter(({ kind }) => kind !== 'redesign'),
  ];
  console.log(`\n${half}, ${results.length} cases in all\n\n${tableOf(results)}`);
  console.log(`\nReal redesigns, ${redesigned.length} cases\n\n${tableOf(redesigned)}`);
  console.log(`\nMutations, ${changed.length} cases\n\n${tableOf(changed)}`);
  const told = results.filter((one) => one.told).length;
  console.log(
    `\nOf what Côte à Côte did not point at, ${told} were recognised, and said to be greyed or behind something.`,
  );
  console.log(`\nCôte à Côte, by kind of change\n\n${kindsOf(results)}`);
}
