import type { PageView } from '../page/types';
import type { Guide, Pack, Step } from '../schema';
import type { Progress, ProgressStore } from './progress';
import { GRACE, newSearch, OPENING, type Search } from './shown';
import { stepOf } from './steps';

/** Where the person is in a guide, and what they said while looking for this step's target. */
export interface GuideState {
  readonly progress: Progress | undefined;
  readonly search: Search;
  readonly guide: Guide | undefined;
  readonly step: Step | undefined;
  /**
   * Moves and saves. `undefined` forgets the guide.
   * @param patience ms to wait for the page of the next step
   */
  set(next: Progress | undefined, patience?: number): void;
  /** Takes over what was kept, without saving it again. */
  restore(kept: Progress): void;
  look(change: Partial<Search>): void;
}

/** @param draw called after each change; `isNewStep` when another step is in hand */
export function createGuideState(
  pack: Pack,
  page: PageView,
  store: ProgressStore,
  draw: (isNewStep: boolean) => void,
): GuideState {
  let progress: Progress | undefined;
  let search = newSearch(0, page, GRACE);
  const move = (next: Progress | undefined, patience: number): void => {
    const isNewStep =
      next?.step !== progress?.step || next?.guide !== progress?.guide || next?.state !== progress?.state;
    progress = next;
    if (isNewStep) search = newSearch(Date.now(), page, patience);
    draw(isNewStep);
  };
  const state: GuideState = {
    get progress() {
      return progress;
    },
    get search() {
      return search;
    },
    get guide() {
      return pack.guides.find(({ id }) => id === progress?.guide);
    },
    get step() {
      const { guide } = state;
      return guide && progress && stepOf(guide, progress);
    },
    set(next, patience = GRACE) {
      void store.save(next);
      move(next, patience);
    },
    restore: (kept) => move(kept, OPENING),
    look(change) {
      search = { ...search, ...change };
      draw(false);
    },
  };
  return state;
}
