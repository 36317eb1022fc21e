import type { Root } from './roots';

/** Attributes that change what is seen, named or allowed. */
const WATCHED = [
  'class',
  'style',
  'hidden',
  'disabled',
  'open',
  'inert',
  'role',
  'aria-label',
  'aria-hidden',
  'aria-expanded',
  'aria-disabled',
  'contenteditable',
  'checked',
  'href',
  'type',
  'value',
];
/** ms between two looks at a page that keeps changing. */
const SHORTEST = 60;
/** A look may take at most this share of the time: the next one waits accordingly. */
const SHARE = 0.08;
/** ms; frames stop in hidden tabs, this does not. */
const BACKSTOP = 400;

export interface Watch {
  /** Also watches these roots from now on (each once). */
  add(roots: readonly Root[]): void;
  /** Asks for a look as if the page had changed. */
  poke(): void;
  /** Whether something changed since the last look. */
  isStale(): boolean;
  /** Someone has looked of their own accord. */
  looked(): void;
}

/**
 * One coalesced observer for a whole page: whatever changes (nodes, words, states, address, layout after load),
 * `look` runs once, on an animation frame, and never more often than the page can bear.
 * `note` gets what changed at once, before the page is drawn again.
 */
export function watchPage(
  document: Document,
  owns: (node: Node) => boolean,
  look: () => void,
  note: (records: readonly MutationRecord[]) => void,
  signal: AbortSignal,
): Watch {
  const view = document.defaultView;
  const watched = new WeakSet<Root>();
  let asked = false;
  let isStale = true;
  let rest = SHORTEST;
  let last = 0;

  const run = (): void => {
    asked = false;
    isStale = false;
    if (signal.aborted) return;
    const start = performance.now();
    look();
    last = performance.now();
    rest = Math.max(SHORTEST, (last - start) / SHARE);
  };
  const ask = (): void => {
    isStale = true;
    if (asked || !view || signal.aborted) return;
    asked = true;
    const wait = Math.max(0, rest - (performance.now() - last));
    view.setTimeout(() => onFrame(view, run), wait);
  };
  const observer = new MutationObserver((records) => {
    const foreign = records.filter((record) => isForeign(record, owns));
    if (foreign.length === 0) return;
    note(foreign);
    ask();
  });
  const add = (roots: readonly Root[]): void => {
    for (const root of roots) {
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
  add([document]);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const event of ['popstate', 'hashchange', 'load', 'pageshow', 'resize'] as const) {
    view?.addEventListener(event, ask, { signal, passive: true });
  }
  for (const event of ['change', 'toggle', 'scrollend', 'DOMContentLoaded', 'transitionend', 'animationend'] as const) {
    document.addEventListener(event, ask, { signal, passive: true, capture: true });
  }
  const navigation = view && 'navigation' in view ? (view.navigation as EventTarget) : undefined;
  navigation?.addEventListener('currententrychange', ask, { signal });
  navigation?.addEventListener('navigatesuccess', ask, { signal });
  const looked = (): void => {
    isStale = false;
  };
  return { add, poke: ask, isStale: () => isStale, looked };
}

/** A frame when the page is shown, a timer when it is not. */
function onFrame(view: Window, run: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    view.clearTimeout(timer);
    run();
  };
  const timer = view.setTimeout(once, BACKSTOP);
  view.requestAnimationFrame(once);
}

/** Our own host's comings and goings are not changes of the page. */
function isForeign(record: MutationRecord, owns: (node: Node) => boolean): boolean {
  if (owns(record.target)) return false;
  if (record.type !== 'childList') return true;
  return hasForeign(record.addedNodes, owns) || hasForeign(record.removedNodes, owns);
}

function hasForeign(nodes: NodeList, owns: (node: Node) => boolean): boolean {
  for (const node of nodes) if (!owns(node)) return true;
  return false;
}
