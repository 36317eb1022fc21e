import type { Located } from '../page/types';
import type { Step } from '../schema';
import { onMoves } from '../ui/on-moves';
import type { Tools } from '../ui/tools';
import type { BubbleActions } from './bubble-view';
import type { GuidesControl } from './control';
import { createGestures } from './gestures';
import { createGuideState, type GuideState } from './guide-state';
import type { ProgressStore } from './progress';
import { createScene, type Scene } from './scene';
import { GRACE, nextCandidate, OPENING, pageState, SLOW } from './shown';
import { advance, begin, follow, followPage, goBack, moveTo } from './steps';
import type { DoneNews } from './watch-done';

/** ms between the person's gesture and the next step: the page reacts first. */
const AFTER_GESTURE = 150;

/** Leads a person through a guide on this page; see `control.ts` for what others may ask. */
export function startGuides(tools: Tools, store: ProgressStore, signal: AbortSignal): GuidesControl {
  const { page, surface, pack } = tools;
  const view = page.document.defaultView;
  if (pack.lateStyles) surface.adopt(pack.lateStyles.guides);
  const scene = createScene(tools);
  const draw = (isNewStep: boolean): void => {
    const shown = scene.draw(state, actionsOf(tools, state, scene), isNewStep);
    if (shown && state.step) gestures.follow(state.step, shown);
    else gestures.stop();
    if (isNewStep && shown) lookAgainLater();
  };
  const state = createGuideState(pack, page, store, draw);
  const gestures = createGestures((news, step) => {
    if (news !== 'done') return setFilled(state, news);
    const { guide, progress } = state;
    if (!guide || progress?.state !== 'running' || progress.step !== step.id) return;
    // Kept at once: the page may leave before the next step is drawn.
    void store.save(advance(guide, progress));
    view?.setTimeout(() => {
      if (!tools.isAlive() || signal.aborted || state.progress !== progress) return;
      page.refresh();
      state.set(advance(guide, progress), SLOW);
    }, AFTER_GESTURE);
  }, signal);
  const onPage = (): void => {
    const { guide, progress } = state;
    if (!guide || progress?.state !== 'running') return;
    const moved = follow(guide, progress, groundOf(tools, state));
    if (moved !== progress) state.set(moved);
    else draw(false);
  };
  const lookAgainLater = (): void => {
    for (const wait of [GRACE, OPENING, SLOW])
      view?.setTimeout(() => tools.isAlive() && !signal.aborted && onPage(), wait + 20);
  };

  page.onChange(onPage, signal);
  followLayout(tools, scene.place, signal);
  leaveOnEscape(tools, state, signal);
  signal.addEventListener('abort', scene.clear, { once: true });
  void store.load().then((kept) => {
    if (signal.aborted || state.progress || !kept || !pack.guides.some(({ id }) => id === kept.guide)) return;
    state.restore(kept);
    onPage();
  });
  return controlOf(tools, state);
}

function setFilled(state: GuideState, news: DoneNews): void {
  const filled = news === 'filled';
  if (state.search.filled !== filled) state.look({ filled });
}

function groundOf({ page }: Tools, { search }: GuideState): Parameters<typeof follow>[2] {
  const located = (step: Step): Located | undefined =>
    step.target && page.isOn(step.pages) ? page.locate(step.target) : undefined;
  return {
    isOn: page.isOn,
    isThere: (step) => located(step)?.kind === 'found',
    isAbsent(step) {
      const result = located(step);
      return result?.kind === 'missing' && result.reason !== 'disabled' && result.reason !== 'covered';
    },
    page: pageState(search, page, Date.now()),
    isDrawn: Date.now() - search.since >= GRACE,
  };
}

/** What the buttons of the bubble do. Each acts on the step that is in hand when it is pressed. */
function actionsOf(tools: Tools, state: GuideState, scene: Scene): BubbleActions {
  const { page, pack, report } = tools;
  const { guide, step, progress, search } = state;
  const ask = (): number | undefined => step?.target && nextCandidate(page.locate(step.target), search.asking);
  return {
    back: () => progress && state.set(goBack(progress)),
    next: () => guide && progress && state.set(advance(guide, progress)),
    choose(id) {
      const chosen = guide?.steps.find((one) => one.id === id);
      if (chosen && progress) state.set(moveTo(progress, chosen));
    },
    lost: () => state.look({ panel: 'lost', asking: ask() }),
    other: () => state.look({ asking: ask() }),
    thisOne(chosen) {
      if (guide && step)
        report({
          kind: 'chosen',
          site: pack.site.id,
          overlay: `${guide.id}/${step.id}`,
          page: page.pages[0] ?? '',
          rank: search.asking ?? 0,
        });
      state.look({ chosen, panel: 'step' });
    },
    showTarget: scene.showTarget,
    people: () => state.look({ panel: search.panel === 'people' ? 'step' : 'people' }),
    leave: () => progress && leave(tools, state),
    finish: () => state.set(undefined),
  };
}

/** The guide goes into the dock and the focus with it, if it was in the bubble. */
function leave({ surface }: Tools, state: GuideState): void {
  const { progress } = state;
  if (!progress) return;
  state.set(progress.state === 'ended' ? undefined : { ...progress, state: 'left' });
  surface.element('dock').querySelector('button')?.focus();
}

function leaveOnEscape(tools: Tools, state: GuideState, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !state.progress) return;
    event.stopPropagation();
    leave(tools, state);
  };
  tools.surface.element('bubble').addEventListener('keydown', onKey, { signal });
}

function controlOf({ pack, page }: Tools, state: GuideState): GuidesControl {
  const ground = { isOn: page.isOn, page: 'changed' } as const;
  return {
    start(id) {
      const guide = pack.guides.find((one) => one.id === id);
      const begun = guide && begin(guide);
      if (!guide || !begun) return false;
      state.set({ ...followPage(guide, begun, ground), trail: [] });
      return true;
    },
    resume() {
      const { guide, progress } = state;
      if (guide && progress) state.set(followPage(guide, { ...progress, state: 'running' }, ground));
    },
    leave() {
      if (state.progress?.state === 'running') state.set({ ...state.progress, state: 'left' });
    },
    get current() {
      const { guide, step, progress } = state;
      return guide && step && progress ? { guide, step, state: progress.state } : undefined;
    },
  };
}

/** The target moves with the page: ring and bubble follow, at most once a frame. */
function followLayout({ page, surface }: Tools, place: () => void, signal: AbortSignal): void {
  const view = page.document.defaultView;
  if (!view) return;
  const soon = onMoves(view, ['scroll', 'resize', 'focusin'], place, signal);
  // The bubble grows when the help of a field is shown in it.
  const size = new ResizeObserver(soon);
  size.observe(surface.element('bubble'));
  signal.addEventListener('abort', () => size.disconnect(), { once: true });
}
