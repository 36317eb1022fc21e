import type { Guide, Step } from '../schema';
import type { Progress } from './progress';

/** A running guide at its first step. */
export function begin(guide: Guide): Progress | undefined {
  const first = guide.steps[0];
  return first && { guide: guide.id, step: first.id, trail: [], state: 'running' };
}

/** @returns the step in hand; the first one when the guide no longer has it (the overlays were updated). */
export function stepOf(guide: Guide, progress: Progress): Step | undefined {
  return guide.steps.find(({ id }) => id === progress.step) ?? guide.steps[0];
}

/** @returns the step after this one: its `goto`, else the next in the file; `undefined` at the end. */
export function following(guide: Guide, step: Step): Step | undefined {
  if (step.goto) return guide.steps.find(({ id }) => id === step.goto);
  return guide.steps[guide.steps.indexOf(step) + 1];
}

/** Moves to a step, remembering the one that was left for « Revenir ». */
export function moveTo(progress: Progress, step: Step): Progress {
  return { ...progress, step: step.id, trail: [...progress.trail, progress.step], state: 'running' };
}

/** Moves on; after the last step the guide has ended. */
export function advance(guide: Guide, progress: Progress): Progress {
  const step = stepOf(guide, progress);
  const next = step && following(guide, step);
  return next ? moveTo(progress, next) : { ...progress, trail: [...progress.trail, progress.step], state: 'ended' };
}

/** Goes back to the step that was left last; stays at the first. */
export function goBack(progress: Progress): Progress {
  const last = progress.trail.at(-1);
  return last === undefined
    ? progress
    : { ...progress, step: last, trail: progress.trail.slice(0, -1), state: 'running' };
}

/** @returns whether « Revenir » leads somewhere on this page: to another page only the page itself can go back. */
export function canGoBack(guide: Guide, progress: Progress, isOn: (pages: readonly string[]) => boolean): boolean {
  const last = guide.steps.find(({ id }) => id === progress.trail.at(-1));
  return last !== undefined && isOn(last.pages);
}

/** What the page shows now, for the steps. */
export interface Ground {
  isOn: (pages: readonly string[]) => boolean;
  /** The step's own element is surely there. */
  isThere: (step: Step) => boolean;
  /** Nothing like it is on the page; an element that is grey or covered is not absent. */
  isAbsent: (step: Step) => boolean;
  /**
   * `changed`: the page is another one than when the step began. `slow`: it is the same after a long wait, so that
   * a click led nowhere. `waiting`: it may still be changing.
   */
  page: 'changed' | 'slow' | 'waiting';
  /** The page has had the time to draw what this step asks for. */
  isDrawn: boolean;
}

/**
 * Follows the person and the page: a page that was waited for has come, a window that does not always come has come
 * or has not, the person went on, or back, by themselves. On a page that no step knows, the guide stays and says so.
 */
export function follow(guide: Guide, progress: Progress, ground: Ground): Progress {
  const step = stepOf(guide, progress);
  if (!step || progress.state !== 'running') return progress;
  if (step.done.on === 'page' && ground.isOn(step.done.pages)) return advance(guide, progress);
  const missed = missedOptional(guide, step, progress.trail).find(ground.isThere);
  if (missed) return { ...progress, step: missed.id };
  if (!ground.isOn(step.pages)) return followPage(guide, progress, ground);
  const next = following(guide, step);
  const isAbsent = step.optional && step.target && ground.isAbsent(step);
  return isAbsent && next && (ground.isDrawn || ground.isThere(next)) ? { ...progress, step: next.id } : progress;
}

/** The optional steps just before this one that were passed over: their window may come late. */
function missedOptional(guide: Guide, step: Step, trail: readonly string[]): Step[] {
  const before: Step[] = [];
  for (let place = guide.steps.indexOf(step) - 1; guide.steps[place]?.optional; place--) {
    const optional = guide.steps[place];
    if (optional?.target && !trail.includes(optional.id)) before.push(optional);
  }
  return before;
}

/**
 * When the page is not the one of the step in hand: forward to the first coming step of this page, else back to the
 * first step of a former page, or, when a click led nowhere, to the step of that click.
 */
export function followPage(guide: Guide, progress: Progress, { isOn, page }: Pick<Ground, 'isOn' | 'page'>): Progress {
  const step = stepOf(guide, progress);
  if (!step || isOn(step.pages)) return progress;
  const ahead = onwards(guide, step).find((later) => isOn(later.pages));
  if (ahead) return moveTo(progress, ahead);
  if (page === 'waiting') return progress;
  const earlier = guide.steps.slice(0, guide.steps.indexOf(step)).reverse();
  const back = earlier.find((one) => isOn(one.pages));
  const clicked = progress.trail.findLastIndex((id) => earlier.some((one) => one.id === id && isOn(one.pages)));
  if (page === 'slow' && clicked >= 0)
    return { ...progress, step: progress.trail[clicked] ?? '', trail: progress.trail.slice(0, clicked) };
  return back ? moveTo(progress, firstOfPage(guide, back)) : progress;
}

/** The steps that may still come: along the path, then, past a choice, all that stand after it. */
function onwards(guide: Guide, step: Step): Step[] {
  const path: Step[] = [];
  for (let next = following(guide, step); next && !path.includes(next); next = following(guide, next)) path.push(next);
  const later = guide.steps.slice(guide.steps.indexOf(step) + 1).filter((one) => !path.includes(one));
  return [...path, ...later];
}

/** When we come back to a page, its first step is the one to show. */
function firstOfPage(guide: Guide, step: Step): Step {
  return guide.steps.find((one) => one.pages.some((page) => step.pages.includes(page))) ?? step;
}

/** @returns « Étape 2 sur 5 » numbers, only when the path is a straight line (a choice makes the count a guess). */
export function count(guide: Guide, step: Step): { now: number; of: number } | undefined {
  const straight = guide.steps.every((one) => !one.choices && !one.goto && !one.optional);
  return straight ? { now: guide.steps.indexOf(step) + 1, of: guide.steps.length } : undefined;
}
