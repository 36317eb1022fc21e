import { TUNING, type Tuning } from '../../../src/page/tuning';
import { type Chance, chance } from './in-page/random';
import { type MutationJob, type Runner, runAll } from './runner';

/** Tunings thought of around the present one; those that lose a page made by hand (`tests/pages/locate-rows.ts`) are out. */
const THOUGHT_OF = 400;
/** Tunings tried on the training part. */
const TRIED = 60;
/** A wrong arrow costs as much as this many right ones bring. */
const COST_OF_WRONG = 20;
const SEED = 7;

/**
 * Tries tunings around the present one on changed pages of the training part alone.
 * @returns the best as it stands in `src/page/tuning.ts`, with its counts beside those of the present one.
 */
export async function learn(jobs: readonly MutationJob[], runners: readonly Runner[]): Promise<string> {
  const luck = chance(SEED);
  const thoughtOf = [TUNING, ...Array.from({ length: THOUGHT_OF }, () => varied(TUNING, luck))];
  const held = (await runners[0]?.holding(thoughtOf)) ?? [];
  const tunings = held.slice(0, TRIED);
  const counts = tunings.map(() => ({ right: 0, wrong: 0 }));
  await runAll(runners, jobs, async (runner, job) => {
    const found = await runner.learn(job, tunings);
    for (const [at, { right, wrong }] of found.entries()) {
      const sum = counts[at];
      if (!sum) continue;
      sum.right += right;
      sum.wrong += wrong;
    }
    return [];
  });
  const worth = (at: number): number => (counts[at]?.right ?? 0) - COST_OF_WRONG * (counts[at]?.wrong ?? 0);
  const best = tunings.map((_, at) => at).reduce((a, b) => (worth(b) > worth(a) ? b : a), 0);
  return [
    `${held.length} of ${thoughtOf.length} lose nothing of the pages made by hand; ${tunings.length} were tried`,
    `present: ${JSON.stringify(counts[0])}`,
    `best:    ${JSON.stringify(counts[best])}`,
    `export const TUNING: Tuning = ${JSON.stringify(tunings[best], null, 2)};`,
  ].join('\n');
}

function varied(from: Tuning, { next }: Chance): Tuning {
  const near = (value: number, most: number): number => Math.round(100 * (value + (2 * next() - 1) * most)) / 100;
  const weights = Object.fromEntries(
    Object.entries(from.weights).map(([clue, weight]) => [clue, near(weight, 0.4 * weight)]),
  ) as Record<keyof Tuning['weights'], number>;
  return {
    threshold: near(from.threshold, 0.1),
    margin: Math.max(0.02, near(from.margin, 0.05)),
    nameSure: near(from.nameSure, 0.12),
    elsewhere: near(from.elsewhere, 0.15),
    weights,
  };
}
