import { hostOf } from '../page/roots';
import { afterPaint, createSlices, quietWhenAborted } from '../page/slices';
import type { PageView } from '../page/types';
import { createChanges } from './changes';
import { createFirsts } from './firsts';
import { type Hit, inOrder, type Section, spanOf } from './hits';
import type { Matcher } from './matcher';
import { isRead, type Run, readPart, runAround } from './runs';
import { createSections, holdsHeading } from './sections';

/** Characters of a text read between two looks at the clock. */
const PART = 8_000;
/** ms between two readings of a page that keeps changing. */
const SHORTEST = 120;
/** Text nodes behind a heading that came or went that are looked at again. */
const FURTHEST = 5_000;
/** Readings may take at most this share of the time… */
const SHARE = 0.05;
/** … but the words of a page are never later than this, in ms. */
const LONGEST = 2_000;

/** The words of a page: read once, in slices, then only where the page changes. */
export interface PageWords {
  /** Resolves when the page has been read whole once. */
  readonly whole: Promise<void>;
  /** The open shadow roots of the page. */
  readonly shadows: readonly ShadowRoot[];
  /** In reading order: of each word, in each section, the first occurrence shown. */
  inOrder(): Hit[];
  /** Every marked word that lies in this text node. */
  markedIn(text: Text): readonly Hit[];
}

interface PageWordsOptions {
  page: PageView;
  match: Matcher;
  owns: (node: Node) => boolean;
  mark: (hit: Hit) => void;
  unmark: (hit: Hit) => void;
  /** Shows what was marked since the last time. */
  show: () => Iterable<undefined>;
  /** The words of the page have changed. */
  onChange: () => void;
  signal: AbortSignal;
}

export function createPageWords(options: PageWordsOptions): PageWords {
  const { page, match, owns, onChange, signal } = options;
  const view = page.document.defaultView as Window;
  const slices = createSlices(view, signal);
  const sections = createSections();
  const changes = createChanges(owns);
  const bySection = new WeakMap<Node, Section>();
  const hitsAt = new WeakMap<Text, Hit[]>();
  const marked = new WeakMap<Text, Set<Hit>>();
  const met = new WeakSet<Node>();
  let reading = 0;
  let isReady = false;
  let hasChanged = false;
  let busy: Promise<void> | undefined;
  let rest = SHORTEST;

  const firsts = createFirsts({
    hitsAt: (text) => hitsAt.get(text) ?? [],
    mark(hit) {
      hasChanged = true;
      options.mark(hit);
      for (const node of hit.nodes) marked.set(node, (marked.get(node) ?? new Set()).add(hit));
    },
    unmark(hit) {
      hasChanged = true;
      options.unmark(hit);
      for (const node of hit.nodes) marked.get(node)?.delete(hit);
    },
  });
  const drop = (text: Text): void => {
    const hits = hitsAt.get(text);
    if (!hits) return;
    hitsAt.delete(text);
    for (const hit of hits) firsts.drop(hit);
  };
  const sectionOf = (text: Text): Section => {
    const start = sections.startOf(text);
    const known = bySection.get(start) ?? { start, places: new Map(), size: 0 };
    bySection.set(start, known);
    return known;
  };

  /** Texts that are in another section now, because a heading before them came or went. */
  function* movedBehind(places: Iterable<Node>): Generator<Text> {
    for (const place of places) {
      let left = FURTHEST;
      for (const text of textsIn([place], place.getRootNode())) {
        if (left === 0) break;
        left -= 1;
        const [hit] = hitsAt.get(text) ?? [];
        const start = hit && sections.startOf(text);
        if (!hit || !start) continue;
        if (start !== hit.section.start) yield text;
        // Behind a heading that was there before, nothing has moved.
        else if (holdsHeading(start)) break;
      }
    }
  }

  /** Replaces what was known of a run. A long text is read part by part. */
  const readRun = async (run: Run): Promise<void> => {
    for (const node of run.nodes) drop(node);
    let section: Section | undefined;
    for (let at = 0; at < run.text.length; ) {
      at = match.part(run.text, at, Math.min(run.text.length, at + PART), ({ term, start, end }) => {
        const span = spanOf(run, start, end);
        const [first] = span.nodes;
        if (!first) return;
        const hits = hitsAt.get(first) ?? [];
        // What is in one text node is shown or hidden together: its second « RSA » is never the first.
        if (hits.some((one) => one.term === term)) return;
        section ??= sectionOf(first);
        const hit: Hit = { term, ...span, section, reading };
        hitsAt.set(first, hits);
        hits.push(hit);
        firsts.add(hit);
      });
      await slices.pause();
    }
  };
  const readWhole = async (part: Node): Promise<void> => {
    reading += 1;
    for (const found of readPart(part, owns)) {
      if (found && 'run' in found) await readRun(found.run);
      else if (found) await readRoot(found.shadow);
      await slices.pause();
    }
  };
  const readRoot = async (root: Document | ShadowRoot): Promise<void> => {
    met.add(root);
    if (root !== page.document) page.observe([root as ShadowRoot]);
    await readWhole(root);
  };
  const isShadow = (root: Node): root is ShadowRoot => hostOf(root)?.ownerDocument === page.document;
  /** Elements may grow a shadow root after they were read. */
  const grown = (): ShadowRoot[] =>
    page.roots().filter((root): root is ShadowRoot => isShadow(root) && !met.has(root) && isRead(root.host, owns));
  const inSlices = async (steps: Iterable<undefined>): Promise<void> => {
    for (const _ of steps) await slices.pause();
  };

  const catchUp = async (): Promise<void> => {
    const { removed, added, touched, behind, styles } = changes.take();
    firsts.refresh();
    if (behind.size > 0) sections.forget();
    if (styles) for (const root of grown()) await readRoot(root);
    for (const text of textsIn(removed)) {
      drop(text);
      await slices.pause();
    }
    for (const node of added) {
      if (node.isConnected && isRead(node, owns)) await readWhole(node);
    }
    for (const text of [...touched, ...movedBehind(behind)]) {
      if (!text.isConnected || !isRead(text, owns)) continue;
      reading += 1;
      await readRun(runAround(text));
    }
    if (styles) await inSlices(firsts.review());
    await inSlices(firsts.settle());
  };
  const tell = (): void => {
    if (!hasChanged) return;
    hasChanged = false;
    onChange();
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    await slices.begin();
    slices.spent();
    await work();
    await inSlices(options.show());
    rest = Math.min(LONGEST, Math.max(SHORTEST, slices.spent() / SHARE));
    tell();
  };
  const schedule = (): void => {
    if (!isReady || busy || signal.aborted || changes.isEmpty) return;
    busy = wait(view, rest)
      .then(() => afterPaint(view))
      .then(() => (signal.aborted ? undefined : run(catchUp)))
      .catch(quietWhenAborted(signal))
      .then(() => {
        busy = undefined;
        schedule();
      });
  };

  const readFirst = async (): Promise<void> => {
    isReady = true;
    await run(async () => {
      await readRoot(page.document);
      await inSlices(firsts.settle());
    });
  };
  const whole = readFirst().catch(quietWhenAborted(signal));
  busy = whole.then(() => {
    busy = undefined;
    schedule();
  });
  page.onMutation((records) => {
    if (!isReady) return;
    for (const text of changes.note(records)) for (const hit of marked.get(text) ?? []) options.unmark(hit);
    schedule();
  }, signal);
  page.onChange(() => {
    if (!isReady) return;
    changes.noteLook();
    if (grown().length > 0) changes.noteMove();
    schedule();
  }, signal);

  // What slides or fades in is seen at its end; on a living page no look tells that from other changes.
  for (const event of ['transitionend', 'animationend'])
    view.addEventListener(event, changes.noteMove, { signal, capture: true });

  return {
    whole,
    inOrder: () => [...firsts.all].sort(inOrder),
    markedIn: (text) => [...(marked.get(text) ?? [])].filter((hit) => hit.range),
    get shadows() {
      return page.roots().filter(isShadow);
    },
  };
}

/** The text nodes in these nodes; with a root, those behind them too. */
function* textsIn(nodes: Iterable<Node>, root?: Node): Generator<Text> {
  for (const node of nodes) {
    const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(root ?? node, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    if (node.nodeType === Node.TEXT_NODE) yield node as Text;
    while (walker.nextNode()) yield walker.currentNode as Text;
  }
}

function wait(view: Window, time: number): Promise<void> {
  return new Promise((resolve) => view.setTimeout(resolve, time));
}
