import type { Target } from '../schema';
import { CANDIDATES, HEADINGS } from './candidates';
import { isClobbered, matching, within } from './clobbering';
import { createEntries } from './entries';
import { type Around, Facts, namesOfPart, REGION } from './facts';
import { createLabels } from './labels';
import { slotted } from './own-words';
import { type Changed, createPageChanges, type PageChanges } from './page-changes';
import type { Postings } from './postings';
import { createRoots, isConnected, parentOrHost, type Root } from './roots';
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
  /** The options of the browser's own lists. */
  options(): Iterable<Facts>;
  /** Short pieces of text. */
  texts(): Iterable<Facts>;
  /** The words of headings and legends, the names and roles of the parts of the page. */
  readonly titles: readonly string[];
  /** @returns what can be pointed at and shares a word with one of these names, or a word with one letter wrong. */
  named(wordings: readonly string[]): Set<Facts>;
  /** @returns the pieces of text that share a word with one of these; where very many do, those at least this much alike. */
  saying(wordings: readonly string[], alike?: number): Set<Facts>;
  /** @returns the elements of known ids, names or selectors, of any kind: components of the page as well as controls. */
  marked(also: NonNullable<Target['also']>): Facts[];
}

/** An index that follows its page: read whole once, then only where the page changes. */
export interface LivingIndex extends PageIndex, Pick<PageChanges, 'note' | 'noteLook'> {
  /** @returns the document, and every open shadow root and same-origin frame met so far. */
  roots(): readonly Root[];
  /** Shadow roots may have come anywhere: the page has just loaded. */
  suspect(): void;
  /** Reads a little of what changed (well under a ms). @returns whether more is left: nothing must be asked before all is read. */
  step(): boolean;
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
  let turn = 0;
  let running: Generator<undefined, void> | undefined;
  const perTurn = <T>(compute: () => T): (() => T) => {
    let known: { turn: number; value: T } | undefined;
    return () => {
      if (known?.turn !== turn) known = { turn, value: compute() };
      return known.value;
    };
  };
  const trails = perTurn(() => trailsIn(roots.all(), owns));
  const around: Around = {
    comparer,
    get turn() {
      return turn;
    },
    labelsOf: labels.of,
    headingsOf: (element) => trails().of(element),
  };
  const entries = createEntries(owns, around);
  const alikes = new Map<string, Alikes>();

  function* collect(scope: Element | Root): Generator<undefined, void> {
    for (const element of within(scope, CANDIDATES)) {
      entries.include(element);
      yield;
    }
    if (scope.nodeType !== Node.ELEMENT_NODE) return;
    for (const element of within(scope, '[id]')) entries.includeNamedBy(element);
    for (const inner of roots.inside(scope)) yield* collect(inner);
  }
  function* forget(scope: Element): Generator<undefined, void> {
    for (const element of within(scope, '*')) {
      if (element.isConnected) continue;
      entries.drop(element);
      entries.includeNamedBy(element);
      for (const child of element.shadowRoot?.children ?? []) yield* forget(child);
      yield;
    }
  }
  /** What an element stands in says what it says. */
  function* includeUpwards(from: Element, done: Set<Element>): Generator<undefined, void> {
    for (let at: Element | null = from; at && !done.has(at); at = parentOrHost(at)) {
      done.add(at);
      if (!isClobbered(at)) {
        entries.include(at);
        entries.includeNamedBy(at);
        for (const slot of at.shadowRoot?.querySelectorAll('slot') ?? []) yield* includeUpwards(slot, done);
      }
      yield;
    }
  }
  function* follow({ removed, added, touched, labels: mayDiffer }: Changed): Generator<undefined, void> {
    for (const element of removed) if (isConnected(element) !== undefined) yield* forget(element);
    for (const element of added) if (isConnected(element)) yield* collect(element);
    for (const root of roots.refresh()) yield* collect(root);
    if (roots.hasLost()) entries.keep(roots.holds);
    const done = new Set<Element>();
    for (const element of touched) if (isConnected(element)) yield* includeUpwards(element, done);
    if (mayDiffer) for (const field of labels.refresh(roots.all())) entries.include(field);
    yield* entries.read();
  }
  function* settle(): Generator<undefined, void> {
    let count = 0;
    for (let changed = changes.take(); changed; changed = changes.take()) {
      turn += 1;
      for (const _ of follow(changed)) if (++count % STRIDE === 0) yield;
    }
  }
  const listsFor = (postings: Postings<Facts>, wording: string): Lists =>
    comparer.read(wording).keys.map((word) => postings.of(word));
  const search = (postings: Postings<Facts>, wordings: readonly string[]): Set<Facts> =>
    new Set(wordings.flatMap((wording) => sharing(listsFor(postings, wording))));
  /** A long list that lives is compared once; from then on, only what is new in it. */
  const alikeOf = (wording: string, least: number): readonly Facts[] => {
    const lists = listsFor(entries.saying, wording);
    if (rareOf(lists).length > 0) return sharing(lists);
    const known = alikes.get(wording);
    const fresh = known && entries.saying.since(known.count);
    const isShared = sharedBy(lists);
    const found = (fresh ? [...known.found, ...fresh] : sharing(lists)).filter(
      (facts) => isShared(facts) && comparer.compare(wording, facts.quick) >= least,
    );
    alikes.set(wording, { found, count: entries.saying.count });
    return found;
  };

  const titles = perTurn(() => titlesIn(roots.all(), owns));
  const options = perTurn(() =>
    roots.all().flatMap((root) => [...root.querySelectorAll('option')].map((option) => new Facts(option, around))),
  );
  return {
    note: changes.note,
    noteLook: changes.noteLook,
    roots: roots.all,
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
    pointable: () => entries.where('isPointable'),
    texts: () => entries.where('isText'),
    fields: () => entries.fields,
    options,
    get titles() {
      return titles();
    },
    named: (wordings) => search(entries.named, wordings),
    saying: (wordings, alike) =>
      alike === undefined
        ? search(entries.saying, wordings)
        : new Set(wordings.flatMap((wording) => alikeOf(wording, alike))),
    marked(also) {
      // One by one: the browser finds an id, or a tag, without walking the page, but not in a list of selectors.
      const found = selectorsOf(also).flatMap((one) => roots.all().flatMap((root) => [...root.querySelectorAll(one)]));
      return [...new Set(found)]
        .filter((element) => !owns(element))
        .map((element) => entries.of(element) ?? new Facts(element, around));
    },
  };
}

/** For each word of a name, what carries it. */
type Lists = readonly (readonly ReadonlySet<Facts>[])[];

/** The texts that were like a name when so many had been read. */
interface Alikes {
  found: readonly Facts[];
  count: number;
}

const sizeOf = (list: Lists[number]): number => list.reduce((sum, { size }) => sum + size, 0);

function rareOf(lists: Lists): Lists {
  return lists.filter((list) => sizeOf(list) > 0 && sizeOf(list) <= COMMON);
}

/** What is in some rare list; where all are common, what is in enough of them to be alike. */
function sharing(lists: Lists): Facts[] {
  const rare = rareOf(lists);
  if (rare.length > 0) return all(rare);
  const shortest = [...lists].sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, lists.length - leastOf(lists) + 1);
  return [...new Set(all(shortest))].filter(sharedBy(lists));
}

const all = (lists: Lists): Facts[] => lists.flatMap((list) => list.flatMap((one) => [...one]));

const leastOf = ({ length }: Lists): number => Math.ceil(LEAST_SHARED * length);

function sharedBy(lists: Lists): (facts: Facts) => boolean {
  const least = leastOf(lists);
  return (facts) => lists.filter((list) => list.some((one) => one.has(facts))).length >= least;
}

function titlesIn(roots: readonly Root[], owns: (node: Node) => boolean): string[] {
  return roots.flatMap((root) =>
    [...root.querySelectorAll(`${HEADINGS}, legend, ${REGION}`)]
      .filter((one) => !owns(one))
      .flatMap((one) =>
        !matching(one, REGION) ? [one.textContent || slotted(one)] : one.checkVisibility() ? namesOfPart(one) : [],
      ),
  );
}

function selectorsOf({ id = [], css = [], ...attributes }: NonNullable<Target['also']>): string[] {
  const known = Object.entries(attributes).flatMap(([name, values]) =>
    [values].flat().map((one) => `[${name === 'href' ? 'href*' : name}="${CSS.escape(one ?? '')}"]`),
  );
  return [...id.map((one) => `#${CSS.escape(one)}`), ...known, ...css];
}
