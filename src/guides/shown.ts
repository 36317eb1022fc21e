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
}

/** ms; a page that has just changed may still be drawing itself: we do not say yet that we do not find. */
export const GRACE = 900;

/** @returns the search of a step that begins at this time (epoch ms). */
export function newSearch(since: number): Search {
  return { panel: 'step', filled: false, asking: undefined, chosen: undefined, since };
}

/** Decides what to show for a step on this page. Never points below the locator's certainty, unless the person chose. */
export function decide(step: Step, page: PageView, search: Search, now: number): Shown {
  const base = { folded: false, panel: search.panel, filled: search.filled, pointAt: undefined, found: undefined };
  if (search.chosen?.isConnected) return { ...base, kind: 'chosen', pointAt: search.chosen };
  const isNew = now - search.since < GRACE;
  if (!page.isOn(step.pages)) return { ...base, kind: isNew ? 'looking' : 'unknown-page' };
  if (!step.target) return { ...base, kind: 'words' };
  const located = page.locate(step.target);
  if (located.kind === 'found') return { ...base, ...pointed(located) };
  const candidate = search.asking === undefined ? undefined : located.candidates[search.asking];
  return candidate
    ? { ...base, kind: 'asking', pointAt: candidate.element }
    : { ...base, kind: isNew ? 'looking' : 'not-found' };
}

function pointed(found: Found): Pick<Shown, 'kind' | 'folded' | 'pointAt' | 'found'> {
  return { kind: 'pointed', folded: found.opener !== undefined, pointAt: found.opener ?? found.pointAt, found };
}

/** @returns the next candidate to ask about, round and round; `undefined` when there is none. */
export function nextCandidate(located: Located, asking: number | undefined): number | undefined {
  if (located.kind === 'found' || located.candidates.length === 0) return undefined;
  return asking === undefined ? 0 : (asking + 1) % located.candidates.length;
}
