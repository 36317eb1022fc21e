import { visibleProxy } from '../page/seen';
import type { Found, Located, PageView } from '../page/types';
import type { Step } from '../schema';

/** What the bubble says about where to look. */
export interface Shown {
  /**
   * `pointed`: the ring is on the target. `chosen`: on what the person themselves chose. `asking`: « Est-ce ceci ? ».
   * `looking`: the step has just begun and the page may still be changing. `not-found`, `unknown-page`: nothing is pointed at.
   * `words`: the step has nothing to point at.
   */
  kind: 'pointed' | 'chosen' | 'asking' | 'looking' | 'not-found' | 'unknown-page' | 'words';
  /** The ring is on what opens the target. */
  folded: boolean;
  /** The target is there, but the page keeps it grey. */
  grey: boolean;
  panel: 'step' | 'lost' | 'people';
  filled: boolean;
  /** Where the ring goes. */
  pointAt: Element | undefined;
  found: Found | undefined;
}

/** What the person said in this step while looking for the target; forgotten with the step. */
export interface Search {
  panel: Shown['panel'];
  filled: boolean;
  /** Which candidate is being asked about, from 0; `undefined` when none. */
  asking: number | undefined;
  /** What the person said it is. */
  chosen: Element | undefined;
  /** Epoch ms when the step began. */
  since: number;
  /** The pages recognised when it began. */
  pages: string;
  /** ms to wait for another page: long after a click on the page, short when the person only pressed our button. */
  patience: number;
}

/** ms; a page that has just changed may still be drawing itself: we do not say yet that we do not find. */
export const GRACE = 900;
/** ms; a click that has not changed the page by then led nowhere. Old machines and slow lines need this long. */
export const SLOW = 6_000;
/** ms; a page that has just been opened is recognised by then, or not at all. */
export const OPENING = 2_500;
/** Candidates shown one by one before we give up: beyond, the person is better helped by words. */
const MOST_CANDIDATES = 5;

/** @returns the search of a step that begins now. */
export function newSearch(since: number, page: PageView, patience: number): Search {
  const pages = page.pages.join();
  return { panel: 'step', filled: false, asking: undefined, chosen: undefined, since, pages, patience };
}

/**
 * @returns `changed`: the page is another one than when the step began; `slow`: it is the same, long after a click
 * that should have changed it; else `waiting`.
 */
export function pageState(search: Search, page: PageView, now: number): 'changed' | 'slow' | 'waiting' {
  const { since, pages, patience } = search;
  const age = now - since;
  if (page.pages.join() !== pages) return age < GRACE ? 'waiting' : 'changed';
  return patience >= SLOW && age >= SLOW ? 'slow' : 'waiting';
}

/** Whether another page may still come: we do not say yet that we do not recognise it. */
function mayStillCome(search: Search, page: PageView, now: number): boolean {
  const hasChanged = page.pages.join() !== search.pages;
  return now - search.since < (hasChanged ? GRACE : search.patience);
}

/** Decides what to show for a step on this page. Never points below the locator's certainty, unless the person chose. */
export function decide(step: Step, page: PageView, search: Search, now: number): Shown {
  const base = {
    folded: false,
    grey: false,
    panel: search.panel,
    filled: search.filled,
    pointAt: undefined,
    found: undefined,
  };
  if (search.chosen?.isConnected) return { ...base, kind: 'chosen', pointAt: search.chosen };
  if (!page.isOn(step.pages)) return { ...base, kind: mayStillCome(search, page, now) ? 'looking' : 'unknown-page' };
  if (!step.target) return { ...base, kind: 'words' };
  const located = page.locate(step.target);
  if (located.kind === 'found') return { ...base, ...pointed(located) };
  const candidate = search.asking === undefined ? undefined : candidatesOf(located)[search.asking];
  if (candidate) return { ...base, kind: 'asking', pointAt: candidate };
  const grey = located.kind === 'missing' && located.reason === 'disabled';
  return { ...base, grey, kind: now - search.since < GRACE ? 'looking' : 'not-found' };
}

function pointed(found: Found): Pick<Shown, 'kind' | 'folded' | 'pointAt' | 'found'> {
  return { kind: 'pointed', folded: found.opener !== undefined, pointAt: found.opener ?? found.pointAt, found };
}

/** @returns the next candidate to ask about; `undefined` when there is none left. */
export function nextCandidate(located: Located, asking: number | undefined): number | undefined {
  const next = asking === undefined ? 0 : asking + 1;
  return next < candidatesOf(located).length ? next : undefined;
}

/** What might be the target, best first, as the person can see it: for « est-ce ceci ? » only. */
function candidatesOf(located: Located): Element[] {
  if (located.kind === 'found') return [];
  return located.candidates.flatMap(({ element }) => visibleProxy(element) ?? []).slice(0, MOST_CANDIDATES);
}
