import { nothing } from 'lit/html.js';
import { matching } from '../page/clobbering';
import { isElement } from '../page/roots';
import { createSlices, loaded } from '../page/slices';
import type { Term } from '../schema';
import { placeBeside, type Size } from '../ui/place';
import type { Tools } from '../ui/tools';
import type { TermsControl } from './control';
import { type Hit, rangeOf } from './hits';
import { createMarks } from './marks';
import { type Matcher, matcherSteps } from './matcher';
import { createPageWords, type PageWords } from './page-words';
import { ACTS } from './sight';
import { termCard, termList } from './term-view';
import { wordAtCaret, wordAtPoint } from './word-at';

/**
 * Marks the words of the page and explains them at a click, from the keyboard, or in a list.
 * @param load gives the words of the site; asked for once the page has loaded
 */
export function startTerms(tools: Tools, load: () => Promise<readonly Term[]>, signal: AbortSignal): TermsControl {
  const { page, surface, report } = tools;
  const { document } = page;
  const marks = createMarks(document, signal);
  const listeners = new Set<() => void>();
  let words: PageWords | undefined;
  let current: Hit | undefined;
  /** Where it stood among the words: the page may have drawn it anew since. */
  let place = -1;
  /** What had the focus before; what has gone since takes none. */
  let opener: HTMLElement | null = null;
  let isOpen = false;

  const close = (): void => {
    isOpen = false;
    marks.point(undefined);
    surface.show('word', nothing);
    opener?.focus({ preventScroll: true });
    opener = null;
  };
  const focusTitle = (): void => {
    const slot = surface.element('word');
    // In our own help, the document knows of the host alone.
    if (!isOpen)
      opener = ((slot.getRootNode() as ShadowRoot).activeElement ?? document.activeElement) as HTMLElement | null;
    isOpen = true;
    slot.querySelector<HTMLElement>('.word-title')?.focus({ preventScroll: true });
  };
  const explain = (hit: Hit): void => {
    current = hit;
    const all = words?.inOrder() ?? [];
    place = all.indexOf(hit);
    surface.show(
      'word',
      termCard(tools, hit.term, all.length > 1 ? { next: () => move(1), previous: () => move(-1) } : {}, close),
    );
    const card = surface.element('word').querySelector<HTMLElement>('.word');
    if (card) placeCard(card, rangeOf(hit)?.getBoundingClientRect(), surface.room());
    marks.point(hit);
    focusTitle();
  };
  const goTo = (hit: Hit): void => {
    hit.nodes[0]?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    explain(hit);
  };
  const move = (by: 1 | -1): void => {
    const all = words?.inOrder() ?? [];
    const at = all.findIndex((hit) => hit === current);
    const next = all[(Math.max(at < 0 ? place : at, by === 1 ? -1 : 0) + by + all.length) % all.length];
    if (next) goTo(next);
  };
  const firstOfEach = (): Hit[] =>
    [...new Map((words?.inOrder() ?? []).toReversed().map((hit) => [hit.term, hit])).values()].toReversed();

  void startWords(tools, load, signal, (match) => {
    words = createPageWords({
      page,
      match,
      owns: (node) => node === surface.host,
      mark: marks.mark,
      unmark: marks.unmark,
      show: marks.show,
      onChange: () => {
        marks.dress(words?.shadows ?? []);
        for (const listener of listeners) listener();
      },
      signal,
    });
  }).catch((error: unknown) => {
    if (!signal.aborted)
      report({ kind: 'failed', where: `terms: ${error instanceof Error ? error.message : 'unknown'}` });
  });
  listenTo(tools, () => words, explain, close, signal);
  signal.addEventListener('abort', () => surface.show('word', nothing), { once: true });

  return {
    list: () => firstOfEach().map(({ term }) => term),
    open(id) {
      const hit = firstOfEach().find(({ term }) => term.id === id);
      if (hit) goTo(hit);
    },
    openList() {
      const hits = firstOfEach();
      surface.show(
        'word',
        termList(tools, hits, (hit) => goTo(hit), close),
      );
      focusTitle();
    },
    next: () => move(1),
    previous: () => move(-1),
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

/** Waits for the page, then for the words; makes them ready in slices. */
async function startWords(
  { page: { document } }: Tools,
  load: () => Promise<readonly Term[]>,
  signal: AbortSignal,
  start: (match: Matcher) => void,
): Promise<void> {
  const view = document.defaultView;
  if (!view) return;
  await loaded(document, view);
  const slices = createSlices(view, signal);
  const steps = matcherSteps(await load());
  await slices.begin();
  let step = steps.next();
  for (; !step.done; step = steps.next()) await slices.pause();
  if (!signal.aborted) start(step.value);
}

/** One listener for all words, whatever their number. */
function listenTo(
  { page: { document }, surface }: Tools,
  words: () => PageWords | undefined,
  explain: (hit: Hit) => void,
  close: () => void,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'click',
    (event) => {
      const known = words();
      if (!known || !event.isTrusted || event.button !== 0 || surface.owns(event) || isPagesOwn(event)) return;
      // Whoever selects words does not ask what they mean.
      if (document.getSelection()?.isCollapsed === false) return;
      const hit = wordAtPoint(document, known, event.clientX, event.clientY);
      if (hit) explain(hit);
    },
    { signal, capture: true, passive: true },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const known = words();
      if (!known || event.key !== 'Enter' || !event.isTrusted || event.altKey || event.ctrlKey || event.metaKey) return;
      if (surface.owns(event) || (document.activeElement && document.activeElement !== document.body)) return;
      const hit = wordAtCaret(document, known);
      if (hit) explain(hit);
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
}

/** A click in a link, a button, a label does what the page means it to do, and nothing else. */
function isPagesOwn(event: Event): boolean {
  return event.composedPath().some((node) => isElement(node) && matching(node, ACTS));
}

function placeCard(card: HTMLElement, word: DOMRect | undefined, viewport: Size): void {
  const target = word ?? { left: viewport.width, top: 0, width: 0, height: 0 };
  const { left, top } = placeBeside(target, { width: card.offsetWidth, height: card.offsetHeight }, viewport);
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}
