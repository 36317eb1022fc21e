import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/driver.ts';
import type { World } from '../browser/world.ts';
import { arrive, goOn, questionOrEffect, settle, stateOf } from './attempt.ts';
import { type Effect, effectsOf } from './bench.ts';
import { handsOn } from './hands.ts';
import type { PageKind } from './pages/page-kind.ts';
import type { Way } from './ways/way.ts';

export interface Cell {
  way: Way;
  kind: PageKind;
}

/** `none`: this way in does not set this choice off on this page, in this browser: no cell. */
export type Verdict = 'held' | 'slipped' | 'twice' | 'blocked' | 'none';

export interface Result {
  cell: Cell;
  verdict: Verdict;
  /** What was seen, when it is not held. */
  why?: string | undefined;
}

interface Where {
  name: BrowserName;
  world: World;
  page: Page;
}

/** ms; a control run where nothing has happened by then is no way in. */
const NOTHING = 700;
/** ms; the machine may be busy. */
const PATIENCE = 6_000;

/** ms; a press that comes sooner is the second of a double click: the same gesture. */
const LATER = 700;

let runs = 0;

/** Runs a way in on a page without the extension. @returns what it really sets off; nothing at all makes it no cell. */
export async function controlRun({ name, world, page }: Where, { way, kind }: Cell): Promise<Effect[]> {
  const run = `c${++runs}`;
  const hands = handsOn(name, page);
  if (!(await arrive(hands, kind, run))) return [];
  const before = effectsOf(world, run).length;
  if (!(await way.go(hands))) return [];
  const effects = await settle(hands, world, run, before + 1, NOTHING);
  return effects.slice(before);
}

/** Runs a cell with the extension, against what the control run has shown. */
export async function tryCell(where: Where, cell: Cell, real: readonly Effect[]): Promise<Result> {
  const { name, world, page } = where;
  const { way, kind } = cell;
  const run = `t${++runs}`;
  const hands = handsOn(name, page);
  const effects = (): Effect[] => effectsOf(world, run);
  const verdict = (one: Verdict, why?: string): Result => ({ cell, verdict: one, why });
  if (!(await arrive(hands, kind, run))) return verdict('blocked', 'the page did not come up');
  const before = await stateOf(page);

  await way.go(hands);
  const question = await questionOrEffect(hands, world, run, 0, PATIENCE);
  if (effects().length > 0) return verdict('slipped', `${said(effects())}${question ? ', though asked' : ''}`);
  if (!question) return verdict('blocked', 'neither a question nor an effect');
  if (!(await goOn(hands, way.hand)))
    return verdict('blocked', 'our question could not be answered, or nothing was lit');
  const replayed = effects();
  if (replayed.length > 0) return verdict('slipped', `before the person's own press: ${said(replayed)}`);
  const now = await stateOf(page);
  if (now !== before) return verdict('slipped', `the page changed: ${before} → ${now}`);

  // The page may be gone before the second press of a double click.
  await way.go(hands).catch(() => false);
  const pressedAt = Date.now();
  const through = await settle(hands, world, run, real.length, PATIENCE);
  const judged = compare(real, through, way);
  if (judged.verdict !== 'held') return verdict(judged.verdict, judged.why);
  const isGone = (kind.place === 'frame' || kind.place === 'srcdoc') && real.some(leaves);
  if (kind.again === false || isGone || (await stateOf(page)) !== before) return verdict('held');

  // The choice may have opened another tab over this one: the person comes back.
  await page.bringToFront();
  await new Promise((resume) => setTimeout(resume, Math.max(0, LATER - (Date.now() - pressedAt))));
  await way.go(hands).catch(() => false);
  const asked = await questionOrEffect(hands, world, run, through.length, PATIENCE / 2);
  if (effects().length > through.length)
    return verdict('twice', `a later press: ${said(effects().slice(through.length))}`);
  return asked ? verdict('held') : verdict('blocked', 'a later press was neither asked about nor let through');
}

/** Whether what went through is what the page does by itself: the same entries, the same requests, the person's activation. */
function compare(real: readonly Effect[], through: readonly Effect[], way: Way): { verdict: Verdict; why?: string } {
  const told = `without us: ${said(real)}; with us: ${said(through)}`;
  if (way.presses === 2 && real.some(leaves) && isRace(real, through)) return { verdict: 'held' };
  if (through.length > real.length) return { verdict: 'twice', why: told };
  if (through.length < real.length) return { verdict: 'blocked', why: told };
  const sorted = (effects: readonly Effect[]): string =>
    effects
      .map(({ what }) => what)
      .sort()
      .join('\n');
  if (sorted(real) !== sorted(through)) return { verdict: 'blocked', why: `altered: ${told}` };
  const lost = real.some(
    ({ what, active }) => active === true && through.find((one) => one.what === what)?.active === false,
  );
  return lost ? { verdict: 'blocked', why: `user activation lost: ${told}` } : { verdict: 'held' };
}

/** Whether an effect takes the page away: the browser asks for another one. */
function leaves({ what }: Effect): boolean {
  return /^GET (sent|elsewhere) |^POST sent (?:$|.*=)/.test(what);
}

/**
 * The second press of a double click may come before or after the page has gone, with or without us: once or twice, never
 * more. What leaves is counted whatever it carries: the second press may have changed what the form says.
 */
function isRace(real: readonly Effect[], through: readonly Effect[]): boolean {
  const kind = (effect: Effect): string => (leaves(effect) ? 'leaves' : effect.what);
  const times = (effects: readonly Effect[], wanted: string): number =>
    effects.filter((effect) => kind(effect) === wanted).length;
  const all = new Set([...real, ...through].map(kind));
  return [...all].every((what) => [real, through].every((side) => [1, 2].includes(times(side, what))));
}

function said(effects: readonly Effect[]): string {
  return effects.length === 0
    ? 'nothing'
    : effects.map(({ what, active }) => `${what}${active === false ? ' (no activation)' : ''}`).join(' + ');
}
