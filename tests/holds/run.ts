import type { BrowserName } from '../browser/driver.ts';
import { buildOther } from '../browser/other-overlays.ts';
import { startWorld } from '../browser/world.ts';
import { benchHandler } from './bench.ts';
import { tryBrowser } from './lanes.ts';
import { PAGE_KINDS } from './pages/all.ts';
import { printTable, totals } from './report.ts';
import { chosenCells } from './sample.ts';
import { WAYS } from './ways/all.ts';

/**
 * The table of ways in × kinds of page, each cell a real run with the built extension.
 * `--json` ends with one object; `--part 40 --seed 7` a bounded part, the same for the same seed;
 * `--browser firefox`, `--only button-` and `--way mouse` to look into one corner; `--built` trusts the last build.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const browsers = (['chromium', 'firefox'] as const).filter((name) => (option('browser') ?? name) === name);
const cells = chosenCells(PAGE_KINDS, WAYS, {
  only: option('only'),
  way: option('way'),
  part: option('part') === undefined ? undefined : Number(option('part')),
  seed: Number(option('seed') ?? 1),
});
const wanted = option('part') === undefined ? undefined : Number(option('part'));
const extensions = new Map<BrowserName, string>();
for (const name of browsers)
  extensions.set(name, buildOther(name, 'tests/holds/overlays', 'holds', process.argv.includes('--built')));

const world = await startWorld(benchHandler);
const results = await Promise.all(
  browsers.map(async (name) => ({
    name,
    results: await tryBrowser({ name, world, extension: extensions.get(name) ?? '', cells, wanted }),
  })),
);
await world.close();
for (const { name, results: found } of results) printTable(name, found);
const sum = totals(results.flatMap(({ results: found }) => found));
console.log(
  `\n${sum.cells} cells: ${sum.held} held, ${sum.slipped} slipped, ${sum.twice} twice, ${sum.blocked} blocked`,
);
if (process.argv.includes('--json')) console.log(JSON.stringify(sum));
process.exitCode = sum.held === sum.cells && sum.cells > 0 ? 0 : 1;
