import type { Target } from '../schema';
import { CANDIDATES, FIELDS, HEADINGS, type Kind, kindOf } from './candidates';
import { type Around, Facts } from './facts';
import { createLabels } from './labels';
import { createPageChanges, type PageChanges } from './page-changes';
import { Postings } from './postings';
import { createRoots, type Root } from './roots';
import type { Comparer } from './similarity';
import { trailsIn } from './trails';

/** A word on more candidates than this finds none of them, when another word of the name does. */
const COMMON = 40;
/** Share of a name's words that a candidate has at the least. */
const LEAST_SHARED = 0.5;
/** Elements read between two chances to give way. */
const STRIDE = 40;

/** The candidates of a page, shared by all targets. */
export interface PageIndex {
  /** What can be pointed at: controls, links, labels, headings, groups. */
  pointable(): Iterable<Facts>;
  /** What people fill in or choose from. */
  fields(): Iterable<Facts>;
  /** Short pieces of text. */
  texts(): Iterable<Facts>;
  /** The words of headings and legends. */
  readonly titles: readonly string[];
  /** @returns what can be pointed at and shares a word with one of these names, or a word with one letter wrong. */
  named(wordings: readonly string[]): Set<Facts>;
  /** @returns the pieces of text that share a word with one of these. */
  saying(wordings: readonly string[]): Set<Facts>;
  /** @returns the elements of known ids, names or selectors, of any kind: components of the page as well as controls. */
  marked(also: NonNullable<Target['also']>): Facts[];
}

/** An index that follows its page: read whole once, then only where the page changes. */
export interface LivingIndex extends PageIndex, Pick<PageChanges, 'note' | 'noteLook'> {
  /** Shadow roots may have come anywhere: the page has just loaded. */
  suspect(): void;
  /** Reads a little of what changed (well under a ms). @returns whether more is left: nothing must be asked before all is read. */
  step(): boolean;
}

interface Entry extends Kind {
  facts: Facts;
  /** The words it was filed under; `undefined` until it is read. */
  words?: readonly string[];
  /** Ids of the elements that name it. */
  namedBy: readonly string[];
}

/**
 * Makes the index of a page; nothing is read before the first step.
 * @param onRoot is told of the document and of every open shadow root and same-origin frame, as each is met
 */
export function createIndex(
  document: Document,
  owns: (node: Node) => boolean,
  comparer: Comparer,
  onRoot?: (root: Root) => void,
): LivingIndex {
  const changes = createPageChanges();
  const roots = createRoots(document, owns, onRoot);
  const labels = createLabels();
  const entries = new Map<Element, Entry>();
  const unread = new Set<Entry>();
  const fields = new Set<Facts>();
  const named = new Postings<Facts>();
  const saying = new Postings<Facts>();
  const namedBy = new Map<string, Set<Element>>();
  let turn = 0;
  let running: Generator<undefined, void> | undefined;
  const trails = perTurn(() => trailsIn(roots.all(), owns));
  const around: Around = {
    comparer,
    get turn() {
      return turn;
    },
    labelsOf: labels.of,
    headingsOf: (element) => trails().of(element),
  };
  function perTurn<T>(compute: () => T): () => T {
    let known: { turn: number; value: T } | undefined;
    return () => {
      if (known?.turn !== turn) known = { turn, value: compute() };
      return known.value;
    };
  }

  const drop = (element: Element): void => {
    const entry = entries.get(element);
    if (!entry) return;
    entries.delete(element);
    unread.delete(entry);
    fields.delete(entry.facts);
    named.remove(entry.words ?? [], entry.facts);
    saying.remove(entry.words ?? [], entry.facts);
    for (const id of entry.namedBy) namedBy.get(id)?.delete(element);
  };
  /** Takes an element in, or takes it in anew. */
  const include = (element: Element): void => {
    drop(element);
    const kind = element.isConnected && !owns(element) ? kindOf(element) : undefined;
    if (!kind) return;
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const entry: Entry = { ...kind, facts: new Facts(element, around), namedBy: ids };
    for (const id of ids) namedBy.set(id, (namedBy.get(id) ?? new Set()).add(element));
    entries.set(element, entry);
    unread.add(entry);
  };
  const read = (entry: Entry): void => {
    unread.delete(entry);
    const { facts, isPointable, isText } = entry;
    const { quick, own } = facts;
    entry.words = quick === own ? quick.keys : [...new Set([...quick.keys, ...own.keys])];
    if (isPointable) {
      named.add(entry.words, facts);
      if (facts.element.matches(FIELDS)) fields.add(facts);
    }
    if (isText) saying.add(entry.words, facts);
  };
  /** What is named by this element has another name now. */
  const includeNamed = (element: Element): void => {
    if (element.localName === 'label') {
      const { control } = element as HTMLLabelElement;
      if (control) include(control);
    }
    if (element.id !== '') for (const other of [...(namedBy.get(element.id) ?? [])]) include(other);
    if (!element.matches('td, th, dt, dd')) return;
    const row = element.parentElement;
    const isTitles = row instanceof HTMLTableRowElement && row.rowIndex === 0;
    for (const field of (isTitles ? row.closest('table') : row)?.querySelectorAll('input, select, textarea') ?? [])
      include(field);
  };
  const includeUpwards = (from: Element, done: Set<Element>): void => {
    for (let at: Element | null = from; at && !done.has(at); at = parentOrHost(at)) {
      done.add(at);
      include(at);
      includeNamed(at);
      for (const slot of at.shadowRoot?.querySelectorAll('slot') ?? []) includeUpwards(slot, done);
    }
  };
  function* collect(scope: Element | Root): Generator<undefined, void> {
    let count = 0;
    for (const element of within(scope, CANDIDATES)) {
      include(element);
      if (++count % STRIDE === 0) yield;
    }
    if (scope.nodeType !== Node.ELEMENT_NODE) return;
    for (const inner of roots.inside(scope)) yield* collect(inner);
  }
  function* forget(scope: Element): Generator<undefined, void> {
    for (const element of within(scope, '*')) {
      if (element.isConnected) continue;
      drop(element);
      for (const other of namedBy.get(element.id) ?? []) include(other);
      if (element.shadowRoot) for (const child of element.shadowRoot.children) yield* forget(child);
    }
    yield;
  }

  function* settle(): Generator<undefined, void> {
    for (let changed = changes.take(); changed; changed = changes.take()) {
      turn += 1;
      for (const element of changed.removed) yield* forget(element);
      for (const element of changed.added) {
        if (!element.isConnected) continue;
        yield* collect(element);
        for (const carrier of within(element, '[id]')) includeNamed(carrier);
      }
      for (const root of roots.refresh()) yield* collect(root);
      if (roots.hasLost()) for (const element of entries.keys()) if (!roots.holds(element)) drop(element);
      const done = new Set<Element>();
      for (const element of changed.touched) {
        includeUpwards(element, done);
        if (done.size % STRIDE === 0) yield;
      }
      if (changed.labels) for (const field of labels.refresh(roots.all())) include(field);
      let count = 0;
      for (const entry of unread) {
        read(entry);
        if (++count % STRIDE === 0) yield;
      }
    }
  }
  const search = (postings: Postings<Facts>, wordings: readonly string[]): Set<Facts> =>
    new Set(wordings.flatMap((wording) => sharing(comparer.read(wording).keys.map((word) => postings.of(word)))));
  function* where(test: (entry: Entry) => boolean): Generator<Facts> {
    for (const entry of entries.values()) if (test(entry)) yield entry.facts;
  }

  const titles = perTurn(() => titlesIn(roots.all(), owns));
  return {
    note: changes.note,
    noteLook: changes.noteLook,
    suspect() {
      roots.suspect();
      changes.noteLook();
    },
    step() {
      running ??= settle();
      if (!running.next().done) return true;
      running = undefined;
      return false;
    },
    pointable: () => where(({ isPointable }) => isPointable),
    texts: () => where(({ isText }) => isText),
    fields: () => fields,
    get titles() {
      return titles();
    },
    named: (wordings) => search(named, wordings),
    saying: (wordings) => search(saying, wordings),
    marked(also) {
      const selector = selectorOf(also);
      const found = selector === '' ? [] : roots.all().flatMap((root) => [...root.querySelectorAll(selector)]);
      return found
        .filter((element) => !owns(element))
        .map((element) => entries.get(element)?.facts ?? new Facts(element, around));
    },
  };
}

/** What is in some rare list; where all are common, what is in enough of them to be alike. */
function sharing(lists: readonly ReadonlySet<Facts>[]): Facts[] {
  const rare = lists.filter(({ size }) => size > 0 && size <= COMMON);
  if (rare.length > 0) return rare.flatMap((list) => [...list]);
  const least = Math.ceil(LEAST_SHARED * lists.length);
  const shortest = [...lists].sort((a, b) => a.size - b.size).slice(0, lists.length - least + 1);
  const isShared = (facts: Facts): boolean => lists.filter((list) => list.has(facts)).length >= least;
  return [...new Set(shortest.flatMap((list) => [...list]))].filter(isShared);
}

/** An element and what it holds, or what a root holds. */
function* within(scope: Element | Root, selector: string): Generator<Element> {
  if (scope.nodeType === Node.ELEMENT_NODE && (scope as Element).matches(selector)) yield scope as Element;
  yield* scope.querySelectorAll(selector);
}

function parentOrHost(element: Element): Element | null {
  const root = element.parentNode;
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function titlesIn(roots: readonly Root[], owns: (node: Node) => boolean): string[] {
  return roots.flatMap((root) =>
    [...root.querySelectorAll(`${HEADINGS}, legend`)].filter((one) => !owns(one)).map((one) => one.textContent),
  );
}

function selectorOf({ id = [], name = [], css = [] }: NonNullable<Target['also']>): string {
  return [...id.map((one) => `#${CSS.escape(one)}`), ...name.map((one) => `[name="${CSS.escape(one)}"]`), ...css].join(
    ', ',
  );
}
