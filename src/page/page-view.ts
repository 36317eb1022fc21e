import type { Page, Target } from '../schema';
import { locate } from './locate';
import { createIndex } from './page-index';
import { recognise } from './recognise';
import { createComparer } from './similarity';
import type { Located, PageView } from './types';
import { watchPage } from './watch';

export interface PageViewOptions {
  document: Document;
  /** The pages of the site that are known by now. */
  pages: () => readonly Page[];
  synonyms: readonly (readonly string[])[];
  /** Whether a node is our own UI: never a candidate, never a change. */
  owns: (node: Node) => boolean;
  signal: AbortSignal;
  /** The address pages are recognised by, when it is not the document's own (practice pages). */
  url?: () => URL;
}

/** Watches a host page and answers for it: which pages these are, where an element is. */
export function createPageView({
  document,
  pages: known,
  synonyms,
  owns,
  signal,
  url = () => addressOf(document),
}: PageViewOptions): PageView {
  const comparer = createComparer(synonyms);
  const listeners = new Set<() => void>();
  const readers = new Set<(records: readonly MutationRecord[]) => void>();
  let located = new Map<Target, Located>();
  let pages: readonly string[] = [];
  let address = '';
  let looks = 0;
  const index = createIndex(document, owns, comparer, (root) => watch.add([root]));

  const readAll = (): void => {
    while (index.step());
  };
  const find = (target: Target): Located => {
    const before = located.get(target);
    if (before) return before;
    readAll();
    const result = locate(target, { index, comparer, owns });
    located.set(target, result);
    return result;
  };
  /** A landmark behind a window, greyed or one of two is still a sign of where we are. */
  const isThere = (target: Target): boolean => {
    const result = find(target);
    return result.kind !== 'missing' || result.reason === 'covered' || result.reason === 'disabled';
  };
  const lookAgain = (): void => {
    watch.looked();
    looks += 1;
    index.noteLook();
    readAll();
    located = new Map();
    pages = recognise(known(), url(), isThere);
    address = url().href;
  };
  /** The page comes first: what is much is read in slices. */
  const look = async (pause: () => Promise<void> | undefined): Promise<void> => {
    while (index.step()) await pause();
    lookAgain();
    for (const listener of listeners) {
      await pause();
      listener();
    }
  };
  const note = (records: readonly MutationRecord[]): void => {
    index.note(records);
    for (const reader of readers) reader(records);
  };
  const watch = watchPage(document, owns, { look, note, loaded: index.suspect }, signal);
  watch.poke();

  return {
    document,
    owns,
    get url() {
      return url();
    },
    get pages() {
      return pages;
    },
    isThere,
    isOn: (wanted) => wanted.includes('any') || wanted.some((page) => pages.includes(page)),
    locate(target) {
      if (url().href !== address) lookAgain();
      return find(target);
    },
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    onMutation(listener, until) {
      readers.add(listener);
      until.addEventListener('abort', () => readers.delete(listener), { once: true });
    },
    observe: watch.add,
    roots: index.roots,
    get isStale() {
      return watch.isStale();
    },
    get looks() {
      return looks;
    },
    refresh: lookAgain,
    poke: watch.poke,
  };
}

/** The document's address; a frame without one of its own (`about:srcdoc`, `blob:`) has that of the page that holds it. */
function addressOf(document: Document): URL {
  const own = new URL(document.URL);
  if (own.host) return own;
  const outer = document.defaultView?.frameElement?.ownerDocument;
  return outer && outer !== document ? addressOf(outer) : own;
}
