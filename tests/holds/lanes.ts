import type { Browser, Page } from 'puppeteer-core';
import { type BrowserName, openBrowser } from '../browser/driver.ts';
import type { World } from '../browser/world.ts';
import { HOST } from './bench.ts';
import { type Cell, controlRun, type Result, tryCell } from './cell.ts';

interface Job {
  name: BrowserName;
  world: World;
  extension: string;
  cells: readonly Cell[];
  /** How many real cells are enough. */
  wanted: number | undefined;
}

/**
 * Tries cells in one browser without the extension (what is a way in at all) and one with it.
 * A fault of the run itself (a tab that hangs) is tried once more; a choice that slipped or went twice never is.
 */
export async function tryBrowser({
  name,
  world,
  extension,
  cells,
  wanted = Number.POSITIVE_INFINITY,
}: Job): Promise<Result[]> {
  const bare = await openBrowser(name, { world, extension: null });
  const ours = await openBrowser(name, { world, extension });
  try {
    const [without, withUs] = [laneOf(bare), laneOf(ours)];
    const results: Result[] = [];
    let real = await without(async (page) => await realEffects(cells[0], page));
    for (const [place, cell] of cells.entries()) {
      if (results.filter(({ verdict }) => verdict !== 'none').length >= wanted) break;
      const effects = real;
      const next = cells[place + 1];
      // The control run of the next cell goes on while this one waits for the person.
      const [result, following] = await Promise.all([
        effects.length === 0 ? { cell, verdict: 'none' as const } : withUs((page) => tryTwice(page, cell, effects)),
        without((page) => realEffects(next, page)),
      ]);
      real = following;
      results.push(result);
      if (result.verdict !== 'none') console.log(line(name, result));
    }
    return results;
  } finally {
    await bare.close();
    await ours.close();
  }

  async function realEffects(cell: Cell | undefined, page: Page) {
    return cell ? await controlRun({ name, world, page }, cell).catch(() => []) : [];
  }
  async function tryTwice(page: Page, cell: Cell, effects: Awaited<ReturnType<typeof controlRun>>): Promise<Result> {
    const attempt = (): Promise<Result> =>
      tryCell({ name, world, page }, cell, effects).catch((error: unknown) => ({
        cell,
        verdict: 'blocked' as const,
        why: `the run broke: ${error instanceof Error ? error.message : String(error)}`,
      }));
    const first = await attempt();
    return first.verdict === 'blocked' ? await attempt() : first;
  }
}

/** One tab of a browser that cells use in turn; what a cell opened is closed after it. */
function laneOf(browser: Browser): <T>(use: (page: Page) => Promise<T>) => Promise<T> {
  let lane: Page | undefined;
  return async (use) => {
    lane ??= await browser.newPage();
    try {
      return await use(lane);
    } finally {
      for (const page of await browser.pages()) {
        if (page !== lane && page.url().startsWith(HOST)) await page.close().catch(() => undefined);
      }
      await lane.bringToFront().catch(() => undefined);
    }
  };
}

function line(name: BrowserName, { cell, verdict, why }: Result): string {
  return `${verdict === 'held' ? '·' : '✗'} ${name} ${cell.kind.id} × ${cell.way.id}: ${verdict}${why ? ` (${why})` : ''}`;
}
