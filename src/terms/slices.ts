/** ms of main thread in one go; what is read between two looks at the clock adds to it. */
const SLICE = 5;
/** ms; a page that is never idle still gets its words. */
const LATEST = 1_000;

/** ms after which a page whose pictures are still coming is read all the same. */
const PATIENCE = 2_000;

/** Work in slices, so that the page always comes first. */
export interface Slices {
  /** Resolves at once while the slice lasts, else after giving way. @throws when the signal aborted. */
  pause(): Promise<void> | undefined;
  /** Gives way, and begins a new slice. */
  begin(): Promise<void>;
  /** @returns ms of main thread used since it was last asked. */
  spent(): number;
}

export function createSlices(view: Window, signal: AbortSignal): Slices {
  let since = performance.now();
  let used = 0;
  const begin = async (): Promise<void> => {
    used += performance.now() - since;
    await giveWay(view);
    signal.throwIfAborted();
    since = performance.now();
  };
  return {
    begin,
    pause: () => (performance.now() - since < SLICE ? undefined : begin()),
    spent() {
      const now = performance.now();
      const sum = used + now - since;
      [used, since] = [0, now];
      return sum;
    },
  };
}

/** Lets the page's own tasks go first, where the browser knows how to order them. */
function giveWay(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const scheduler = (view as Partial<SchedulerHolder>).scheduler;
    if (!scheduler?.postTask) {
      view.setTimeout(resolve, 0);
      return;
    }
    const late = view.setTimeout(resolve, LATEST);
    void scheduler.postTask(
      () => {
        view.clearTimeout(late);
        resolve();
      },
      { priority: 'background' },
    );
  });
}

interface SchedulerHolder {
  scheduler: { postTask?: (task: () => void, options: { priority: 'background' }) => Promise<void> };
}

/** Resolves after the page has been drawn once more, when its styles and layout are in order; in a hidden tab after a while. */
export function afterPaint(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const late = view.setTimeout(resolve, LATEST);
    view.requestAnimationFrame(() =>
      view.setTimeout(() => {
        view.clearTimeout(late);
        resolve();
      }, 0),
    );
  });
}

/** Resolves when the page has loaded: its own work comes first. */
export function loaded(document: Document, view: Window): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') {
      resolve();
      return;
    }
    const onReady = (): void => void view.setTimeout(resolve, PATIENCE);
    view.addEventListener('load', () => resolve(), { once: true });
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onReady, { once: true });
    else onReady();
  });
}
