import { html, nothing } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Guide, Step } from '../schema';
import { SPOTLIGHT_CSS } from '../ui/spotlight';
import type { Tools } from '../ui/tools';
import { type BubbleActions, bubbleView } from './bubble-view';
import type { GuidesControl } from './control';
import { drawGuide } from './draw-guide';
import { endView } from './end-view';
import { GUIDE_CSS } from './guide.css';
import type { Progress, ProgressStore } from './progress';
import { decide, GRACE, newSearch, nextCandidate, type Search, type Shown } from './shown';
import { advance, begin, canGoBack, following, followPage, goBack, moveTo, stepOf } from './steps';
import { watchDone } from './watch-done';

/** ms between the person's gesture and the next step: the page reacts first. */
const AFTER_GESTURE = 150;

/** Leads a person through a guide on this page; see `control.ts` for what others may ask. */
export function startGuides(tools: Tools, store: ProgressStore, signal: AbortSignal): GuidesControl {
  const { page, surface, pack } = tools;
  surface.adopt(SPOTLIGHT_CSS);
  surface.adopt(GUIDE_CSS);
  const listeners = new Set<() => void>();
  let progress: Progress | undefined;
  let search: Search = newSearch(0);
  let watching: AbortController | undefined;
  let watched: Element | undefined;
  let place: () => void = () => undefined;
  let announced = '';

  const guideOf = (at: Progress | undefined): Guide | undefined => pack.guides.find(({ id }) => id === at?.guide);

  const set = (next: Progress | undefined): void => {
    const changed = next?.step !== progress?.step || next?.guide !== progress?.guide;
    progress = next;
    if (changed) beginSearch();
    void store.save(next);
    draw(changed);
    for (const listener of listeners) listener();
  };

  const beginSearch = (): void => {
    search = newSearch(Date.now());
    page.document.defaultView?.setTimeout(() => draw(false), GRACE + 20);
  };

  const look = (next: Partial<Search>): void => {
    search = { ...search, ...next };
    draw(false);
  };

  const draw = (stepChanged: boolean): void => {
    const guide = guideOf(progress);
    const step = guide && progress?.state === 'running' ? stepOf(guide, progress) : undefined;
    if (guide && progress && step) drawStep(guide, step, progress, stepChanged);
    else if (guide && progress?.state === 'ended') drawEnd(guide);
    else clear();
  };

  const drawStep = (guide: Guide, step: Step, at: Progress, stepChanged: boolean): void => {
    const shown = decide(step, page, search, Date.now());
    place = drawGuide(surface, shown, bubbleView(tools, guide, step, shown, actionsFor(guide, step, at)));
    watch(step, shown);
    if (stepChanged || announced !== `${step.id}/${shown.kind}`) arrive(step, shown);
  };

  const clear = (): void => {
    watching?.abort();
    watched = undefined;
    surface.show('bubble', nothing);
    surface.show('spotlight', nothing);
    place = () => undefined;
  };

  const drawEnd = (guide: Guide): void => {
    clear();
    surface.show(
      'bubble',
      endView(tools, guide, () => set(undefined)),
    );
  };

  const actionsFor = (guide: Guide, step: Step, at: Progress): BubbleActions => ({
    back: canGoBack(at) ? () => set(goBack(at)) : undefined,
    next: () => set(advance(guide, at)),
    choose: (id) => {
      const chosen = guide.steps.find((one) => one.id === id);
      if (chosen) set(moveTo(at, chosen));
    },
    lost: () => look({ panel: 'lost', asking: step.target && nextCandidate(page.locate(step.target), search.asking) }),
    other: () => look({ asking: step.target && nextCandidate(page.locate(step.target), search.asking) }),
    thisOne: () => look({ chosen: decide(step, page, search, Date.now()).pointAt, panel: 'step' }),
    people: () => look({ panel: search.panel === 'people' ? 'step' : 'people' }),
    leave: () => set({ ...at, state: 'left' }),
  });

  /** Listens to the gestures that end this step, on the element it points at now. */
  const watch = (step: Step, shown: Shown): void => {
    const element = shown.found?.element ?? (shown.kind === 'chosen' ? shown.pointAt : undefined);
    if (element === watched) return;
    watching?.abort();
    watched = element;
    if (!element) return;
    watching = new AbortController();
    const until = AbortSignal.any([signal, watching.signal]);
    watchDone(
      step.done,
      element,
      shown.found?.pointAt ?? element,
      (news) => {
        if (news !== 'done') return look({ filled: news === 'filled' });
        page.document.defaultView?.setTimeout(() => moveOn(step), AFTER_GESTURE);
      },
      until,
    );
  };

  /** The page has had time to react to the person's gesture; it may itself have led to another step meanwhile. */
  const moveOn = (step: Step): void => {
    const guide = guideOf(progress);
    if (!guide || progress?.state !== 'running' || progress.step !== step.id || signal.aborted) return;
    page.refresh();
    set(advance(guide, progress));
  };

  /** A step has just been reached: bring its element into sight and say it politely. */
  const arrive = (step: Step, shown: Shown): void => {
    announced = `${step.id}/${shown.kind}`;
    if (shown.pointAt) shown.pointAt.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    surface.show(
      'status',
      html`<p class="unseen" role="status">${i18n.t('guide.announce', [step.do.replace(/\*\*/g, '')])}</p>`,
    );
    place();
  };

  const onPage = (): void => {
    const guide = guideOf(progress);
    if (!guide || progress?.state !== 'running') return;
    const moved = passPages(guide, progress, tools);
    if (moved !== progress) set(moved);
    else draw(false);
  };

  page.onChange(onPage, signal);
  const view = page.document.defaultView;
  for (const event of ['scroll', 'resize'] as const) {
    view?.addEventListener(
      event,
      coalesced(() => place(), view),
      { capture: true, passive: true, signal },
    );
  }
  surface.element('bubble').addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !progress) return;
      event.stopPropagation();
      set(progress.state === 'ended' ? undefined : { ...progress, state: 'left' });
    },
    { signal },
  );
  signal.addEventListener('abort', clear, { once: true });
  void store.load().then((kept) => {
    if (signal.aborted || progress || !guideOf(kept)) return;
    progress = kept;
    onPage();
    if (kept?.state === 'ended') draw(true);
    for (const listener of listeners) listener();
  });

  return {
    start(id) {
      const guide = pack.guides.find((one) => one.id === id);
      const begun = guide && begin(guide);
      if (!guide || !begun) return false;
      progress = undefined;
      set(followPage(guide, begun, page.isOn));
      return true;
    },
    resume() {
      const guide = guideOf(progress);
      if (guide && progress) set(followPage(guide, { ...progress, state: 'running' }, page.isOn));
    },
    leave() {
      if (progress?.state === 'running') set({ ...progress, state: 'left' });
    },
    get current() {
      const guide = guideOf(progress);
      const step = guide && progress && stepOf(guide, progress);
      return guide && step && progress ? { guide, step, state: progress.state } : undefined;
    },
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

/** Moves past steps that the page itself shows to be over: a page that was waited for, an optional window that did not come. */
function passPages(guide: Guide, progress: Progress, { page }: Tools): Progress {
  const step = stepOf(guide, progress);
  if (!step) return progress;
  if (step.done.on === 'page' && page.isOn(step.done.pages)) return advance(guide, progress);
  const followed = followPage(guide, progress, page.isOn);
  if (followed !== progress || !step.optional || !step.target) return followed;
  const next = following(guide, step);
  const isHere = page.locate(step.target).kind === 'found';
  const nextIsHere = next?.target && page.isOn(next.pages) && page.locate(next.target).kind === 'found';
  return !isHere && nextIsHere ? advance(guide, progress) : progress;
}

/** At most once per frame. */
function coalesced(run: () => void, view: Window): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    view.requestAnimationFrame(() => {
      asked = false;
      run();
    });
  };
}
