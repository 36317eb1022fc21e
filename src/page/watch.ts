import { READ } from './page-changes';
import type { Root } from './roots';
import { afterPaint, createSlices, parsed, quietWhenAborted } from './slices';

/** Attributes that change what is seen, named or allowed. */
const WATCHED = [
  ...READ,
  'class',
  'style',
  'hidden',
  'disabled',
  'open',
  'inert',
  'aria-hidden',
  'aria-expanded',
  'aria-disabled',
  'checked',
];
/** Events after which something may stand elsewhere, or be another page, without a mutation. */
const MOVES = 'popstate hashchange resize change toggle scrollend transitionend animationend'.split(' ');
const NAVIGATED = ['currententrychange', 'navigatesuccess'];
/** ms between two looks at a page that has changed; twice as long each time while it does not stop, and never longer than that. */
const SHORTEST = 60;
const LONGEST = 480;
/** A look may take at most this share of the time: the next one waits accordingly, as far as `MOST_REST`. */
const SHARE = 0.08;
/** ms; a busy machine counts what others do as ours, and a person would wait for help that has long been ready. */
const MOST_REST = 1_500;
/** ms of main thread in one go, while a page is read. */
const SLICE = 8;
/** ms; a page that is never idle is read all the same. */
const LATEST = 100;

export interface Watch {
  /** Also watches these roots from now on (each once). */
  add(roots: readonly Root[]): void;
  /** Asks for a look as if the page had changed. */
  poke(): void;
  /** Whether something changed since the last look. */
  isStale(): boolean;
  /** Someone looks of their own accord, now: what the browser has not told yet is noted first. */
  looked(): void;
}

interface Watcher {
  /** Looks at the page, giving way to it whenever `pause` says so. */
  look: (pause: () => Promise<void> | undefined) => Promise<void>;
  /** Gets what changed at once, before the page is drawn again. */
  note: (records: readonly MutationRecord[]) => void;
  /** The page, or a frame in it, has loaded. */
  loaded: () => void;
}

/**
 * One coalesced observer for a whole page: whatever changes (nodes, words, states, address, layout after load),
 * `look` runs once, after the page was drawn, and never more often than the page can bear.
 */
export function watchPage(
  document: Document,
  owns: (node: Node) => boolean,
  { look, note, loaded }: Watcher,
  signal: AbortSignal,
): Watch {
  const view = document.defaultView;
  const watched = new WeakSet<Root>();
  let asked = false;
  let isLooking = false;
  let isStale = true;
  let rest = SHORTEST;
  let least = SHORTEST;
  let last = 0;
  /** Roots met before the first look. Until then nothing is known that a change could make wrong, and a page being read by the browser is nothing but changes. */
  let waiting: Root[] | undefined = [document];

  const run = async (on: Window): Promise<void> => {
    asked = false;
    isLooking = true;
    begin();
    const slices = createSlices(on, signal, { slice: SLICE, latest: LATEST, priority: 'user-visible' });
    try {
      await look(slices.pause);
    } finally {
      isLooking = false;
      last = performance.now();
      rest = Math.max(least, Math.min(MOST_REST, slices.spent() / SHARE));
    }
    if (isStale) ask();
  };
  const schedule = (): void => {
    if (asked || isLooking || !view || signal.aborted) return;
    asked = true;
    const rested = performance.now() - last;
    const wait = Math.max(0, rest - rested);
    least = rested > 2 * rest ? SHORTEST : Math.min(LONGEST, 2 * least);
    const start = async (): Promise<void> => {
      await parsed(document, view);
      await afterPaint(view);
      if (!signal.aborted) await run(view);
    };
    view.setTimeout(() => void start().catch(quietWhenAborted(signal)), wait);
  };
  const ask = (): void => {
    isStale = true;
    schedule();
  };
  const take = (records: readonly MutationRecord[]): boolean => {
    const foreign = records.filter((record) => isForeign(record, owns));
    if (foreign.length > 0) note(foreign);
    return foreign.length > 0;
  };
  const observer = new MutationObserver((records) => {
    if (take(records)) ask();
  });
  const begin = (): void => {
    const roots = waiting ?? [];
    waiting = undefined;
    add(roots);
  };
  const add = (roots: readonly Root[]): void => {
    waiting?.push(...roots);
    for (const root of waiting ? [] : roots) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
        attributeFilter: WATCHED,
      });
    }
  };
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  const onLoaded = (): void => {
    loaded();
    ask();
  };
  const onInnerLoad = ({ target }: Event): void => {
    if ((target as Element | null)?.localName === 'iframe') onLoaded();
  };
  const listen = (
    target: EventTarget | undefined | null,
    events: readonly string[],
    listener: (event: Event) => void,
  ) => {
    for (const event of events) target?.addEventListener(event, listener, { signal, capture: true });
  };
  listen(document, ['load'], onInnerLoad);
  listen(view, ['DOMContentLoaded', 'load', 'pageshow'], onLoaded);
  listen(view, MOVES, ask);
  listen(view && 'navigation' in view ? (view.navigation as EventTarget) : null, NAVIGATED, ask);
  const looked = (): void => {
    begin();
    if (take(observer.takeRecords())) schedule();
    isStale = false;
  };
  return { add, poke: ask, isStale: () => isStale, looked };
}

/** Our own host's comings and goings are not changes of the page. */
function isForeign({ target, type, addedNodes, removedNodes }: MutationRecord, owns: (node: Node) => boolean): boolean {
  if (owns(target)) return false;
  return type !== 'childList' || [...addedNodes, ...removedNodes].some((node) => !owns(node));
}
