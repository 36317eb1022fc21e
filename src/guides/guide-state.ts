import type { PageView } from '../page/types';
import type { Guide, Pack, Step } from '../schema';
import type { Progress, ProgressStore } from './progress';
import { newSearch, type Search } from './shown';
import { stepOf } from './steps';

/** Where the person is in a guide, and what they said while looking for this step's target. */
export interface GuideState {
  readonly progress: Progress | undefined;
  readonly search: Search;
  readonly guide: Guide | undefined;
  readonly step: Step | undefined;
  /** Moves; saves; tells the listeners. `undefined` forgets the guide. */
  set(next: Progress | undefined): void;
  /** Takes over what was kept, without saving it again. */
  restore(kept: Progress): void;
  look(change: Partial<Search>): void;
  /** Calls back after each move, until the signal aborts. */
  onMove(listener: () => void, signal: AbortSignal): void;
}

/** @param draw called after each change; `isNewStep` when another step is in hand */
export function createGuideState(
  pack: Pack,
  page: PageView,
  store: ProgressStore,
  draw: (isNewStep: boolean) => void,
): GuideState {
  const listeners = new Set<() => void>();
  let progress: Progress | undefined;
  let search = newSearch(0, page);
  const move = (next: Progress | undefined): void => {
    const isNewStep =
      next?.step !== progress?.step || next?.guide !== progress?.guide || next?.state !== progress?.state;
    progress = next;
    if (isNewStep) search = newSearch(Date.now(), page);
    draw(isNewStep);
    for (const listener of listeners) listener();
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
    set(next) {
      void store.save(next);
      move(next);
    },
    restore: move,
    look(change) {
      search = { ...search, ...change };
      draw(false);
    },
    onMove(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
  return state;
}
