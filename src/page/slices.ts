/** How much is done in one go, and how long the page may keep us waiting. */
export interface Pace {
  /** ms of main thread in one go; what is read between two looks at the clock adds to it. */
  slice: number;
  /** ms; a page that is never idle is read all the same. */
  latest: number;
  priority: 'background' | 'user-visible';
}

/** What nobody waits for. */
const AT_LEISURE: Pace = { slice: 5, latest: 1_000, priority: 'background' };

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

export function createSlices(view: Window, signal: AbortSignal, pace: Pace = AT_LEISURE): Slices {
  let since = performance.now();
  let used = 0;
  const begin = async (): Promise<void> => {
    used += performance.now() - since;
    await giveWay(view, pace);
    signal.throwIfAborted();
    since = performance.now();
  };
  return {
    begin,
    pause: () => (performance.now() - since < pace.slice ? undefined : begin()),
    spent() {
      const now = performance.now();
      const sum = used + now - since;
      [used, since] = [0, now];
      return sum;
    },
  };
}

/** Lets the page's own tasks go first, where the browser knows how to order them. */
function giveWay(view: Window, { latest, priority }: Pace): Promise<void> {
  return new Promise((resolve) => {
    const scheduler = (view as Partial<SchedulerHolder>).scheduler;
    if (!scheduler?.postTask) {
      view.setTimeout(resolve, 0);
      return;
    }
    const late = view.setTimeout(resolve, latest);
    const go = (): void => {
      view.clearTimeout(late);
      resolve();
    };
    // Refused when the extension was reloaded meanwhile: nothing of ours runs any more, but the page would be told of an error.
    scheduler.postTask(go, { priority }).catch(go);
  });
}

interface SchedulerHolder {
  scheduler: { postTask?: (task: () => void, options: Pick<Pace, 'priority'>) => Promise<void> };
}

/** Resolves after the page has been drawn once more, when its styles and layout are in order; in a hidden tab after a while. */
export function afterPaint(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const late = view.setTimeout(resolve, AT_LEISURE.latest);
    view.requestAnimationFrame(() =>
      view.setTimeout(() => {
        view.clearTimeout(late);
        resolve();
      }, 0),
    );
  });
}

/** Resolves when the browser has read the page to its end, or when that takes long. */
export function parsed(document: Document, view: Window): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') {
      resolve();
      return;
    }
    view.setTimeout(resolve, AT_LEISURE.latest);
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/**
 * Resolves when the page has loaded: its own work comes first, and what follows its load event is no part of it.
 * @param patience ms; a page whose pictures are still coming then is not waited for any longer
 */
export async function loaded(document: Document, view: Window, patience = PATIENCE): Promise<void> {
  await parsed(document, view);
  if (document.readyState === 'complete') return;
  await new Promise<void>((resolve) => {
    view.setTimeout(resolve, patience);
    view.addEventListener('load', () => view.setTimeout(resolve, 0), { once: true });
  });
}

/** Stopping is no failure; anything else is, and is left to be seen. */
export function quietWhenAborted(signal: AbortSignal): (reason: unknown) => void {
  return (reason) => {
    if (!signal.aborted) throw reason;
  };
}
