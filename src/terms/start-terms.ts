import { nothing } from 'lit/html.js';
import { allRoots } from '../page/roots';
import type { Term } from '../schema';
import { placeBeside } from '../ui/place';
import type { Tools } from '../ui/tools';
import type { TermsControl } from './control';
import { createMarks } from './marks';
import { createMatcher } from './matcher';
import { type Mark, scan } from './scan';
import { TERM_CSS, termCard, termList } from './term-view';

/** px around a word that still count as on it. */
const REACH = 2;

/** Marks the words of the page and explains them at a click, from the keyboard, or in a list. */
export function startTerms(tools: Tools, signal: AbortSignal): TermsControl {
  const { page, surface, pack } = tools;
  const { document } = page;
  surface.adopt(TERM_CSS);
  const match = createMatcher(pack.terms);
  const marks = createMarks(document, signal);
  const listeners = new Set<() => void>();
  let found: readonly Mark[] = [];
  let scanning: AbortController | undefined;
  let current = -1;
  let opener: Element | null = null;

  const owns = (node: Node): boolean => node === surface.host;
  const rescan = async (): Promise<void> => {
    scanning?.abort();
    scanning = new AbortController();
    const until = AbortSignal.any([signal, scanning.signal]);
    const next = document.body
      ? await scan(
          allRoots(document, owns).filter((root) => root.ownerDocument === document || root === document),
          match,
          owns,
          until,
        )
      : [];
    if (!next || until.aborted) return;
    found = next;
    marks.set(found.map(({ range }) => range));
    for (const listener of listeners) listener();
  };

  const close = (): void => {
    surface.show('word', nothing);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  };
  const focusTitle = (): void => {
    opener ??= document.activeElement;
    surface.element('word').querySelector<HTMLElement>('.word-title')?.focus({ preventScroll: true });
  };
  const explain = (term: Term, range: Range | undefined): void => {
    surface.show('word', termCard(tools, term, close));
    const card = surface.element('word').querySelector<HTMLElement>('.word');
    if (card) placeCard(card, range?.getBoundingClientRect());
    focusTitle();
  };
  const goTo = (place: number): void => {
    if (found.length === 0) return;
    current = (place + found.length) % found.length;
    const mark = found[current];
    if (!mark) return;
    mark.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    explain(mark.term, mark.range);
  };
  const list = (): readonly Term[] => [...new Map(found.map(({ term }) => [term.id, term])).values()];

  page.onChange(() => void rescan(), signal);
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || surface.owns(event)) return;
      const place = found.findIndex(({ range }) => isUnder(range, event.clientX, event.clientY));
      const mark = found[place];
      if (!mark) return;
      current = place;
      explain(mark.term, mark.range);
    },
    { signal },
  );
  surface.element('word').addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    },
    { signal },
  );
  signal.addEventListener('abort', () => surface.show('word', nothing), { once: true });

  return {
    list,
    open(id) {
      const mark = found.find(({ term }) => term.id === id);
      if (mark) explain(mark.term, mark.range);
    },
    openList() {
      surface.show(
        'word',
        termList(tools, list(), (term) => explain(term, found.find((mark) => mark.term === term)?.range), close),
      );
      focusTitle();
    },
    next: () => goTo(current + 1),
    previous: () => goTo(current - 1),
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

function isUnder(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (box) => x >= box.left - REACH && x <= box.right + REACH && y >= box.top - REACH && y <= box.bottom + REACH,
  );
}

function placeCard(card: HTMLElement, word: DOMRect | undefined): void {
  const view = card.ownerDocument.defaultView;
  if (!view) return;
  const viewport = { width: view.innerWidth, height: view.innerHeight };
  const target = word ?? { left: viewport.width, top: 0, width: 0, height: 0 };
  const { left, top } = placeBeside(target, { width: card.offsetWidth, height: card.offsetHeight }, viewport);
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}
