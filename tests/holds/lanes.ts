import type { Browser, Page } from 'puppeteer-core';
import { type BrowserName, openBrowser } from '../browser/driver.ts';
import type { World } from '../browser/world.ts';
import { type Effect, HOST } from './bench.ts';
import { type Cell, controlRun, type Result, tryCell } from './cell.ts';

export interface Job {
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
export async function tryBrowser(job: Job): Promise<Result[]> {
  const { name, world, extension, cells, wanted = Number.POSITIVE_INFINITY } = job;
  const bare = await openBrowser(name, { world, extension: null });
  const ours = await openBrowser(name, { world, extension });
  const [without, withUs] = [laneOf(bare), laneOf(ours)];
  try {
    const results: Result[] = [];
    let real = await realEffects(job, without, cells[0]);
    for (const [place, cell] of cells.entries()) {
      if (results.filter(({ verdict }) => verdict !== 'none').length >= wanted) break;
      // The control run of the next cell goes on while this one waits for the person.
      const [result, following] = await Promise.all([
        real.length === 0 ? { cell, verdict: 'none' as const } : tryTwice(job, withUs, cell, real),
        realEffects(job, without, cells[place + 1]),
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
}

/** What a way in sets off without us. A control run that breaks twice says nothing about us: no cell, and the log says so. */
async function realEffects({ name, world }: Job, without: Lane, cell: Cell | undefined): Promise<Effect[]> {
  if (!cell) return [];
  const attempt = (): Promise<Effect[]> => without((page) => controlRun({ name, world, page }, cell));
  return await attempt()
    .catch(attempt)
    .catch((error: unknown) => {
      console.log(`? ${name} ${cell.kind.id} × ${cell.way.id}: no control run (${String(error)})`);
      return [];
    });
}

async function tryTwice({ name, world }: Job, withUs: Lane, cell: Cell, real: readonly Effect[]): Promise<Result> {
  const attempt = (): Promise<Result> =>
    withUs((page) => tryCell({ name, world, page }, cell, real)).catch((error: unknown) => ({
      cell,
      verdict: 'blocked' as const,
      why: `the run broke: ${error instanceof Error ? error.message : String(error)}`,
    }));
  const first = await attempt();
  return first.verdict === 'blocked' ? await attempt() : first;
}

/** ms; the longest cell takes half of it on a busy machine. */
const LONGEST = 45_000;

type Lane = <T>(use: (page: Page) => Promise<T>) => Promise<T>;

/** One tab of a browser that cells use in turn; what a cell opened is closed after it, and a tab that hangs is replaced. */
function laneOf(browser: Browser): Lane {
  let lane: Page | undefined;
  return async (use) => {
    const page = lane ?? (await browser.newPage());
    if (!lane) page.on('dialog', (dialog) => void dialog.accept());
    lane = page;
    try {
      return await inTime(use(page));
    } catch (error) {
      lane = undefined;
      throw error;
    } finally {
      for (const other of await browser.pages()) {
        if (other !== lane && other.url().startsWith(HOST)) await inTime(other.close()).catch(() => undefined);
      }
      await lane?.bringToFront().catch(() => undefined);
    }
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the tab hangs')), LONGEST);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function line(name: BrowserName, { cell, verdict, why }: Result): string {
  return `${verdict === 'held' ? '·' : '✗'} ${name} ${cell.kind.id} × ${cell.way.id}: ${verdict}${why ? ` (${why})` : ''}`;
}
