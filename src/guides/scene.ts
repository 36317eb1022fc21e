import { nothing } from 'lit/html.js';
import { i18n } from '#i18n';
import { plainText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';
import { bringIntoSight } from './bring-into-sight';
import { type BubbleActions, bubbleView } from './bubble-view';
import { drawGuide } from './draw-guide';
import { endView } from './end-view';
import type { GuideState } from './guide-state';
import { decide, type Shown } from './shown';

/** What is on the screen for the guide in hand. */
export interface Scene {
  /** Draws the step or the end. @returns what is shown of the step; `undefined` when no step is in hand. */
  draw(state: GuideState, actions: BubbleActions, isNewStep: boolean): Shown | undefined;
  /** Puts ring and bubble in their places again: the page has scrolled or was resized. */
  place(): void;
  clear(): void;
  /** Brings the target into sight, when the person asks for it. */
  showTarget(): void;
}

export function createScene(tools: Tools): Scene {
  const { surface, page, pack, report } = tools;
  let place: () => void = () => undefined;
  let pointAt: Element | undefined;
  let sighted = '';
  let reported = '';
  let begun = '';

  const clear = (): void => {
    place = () => undefined;
    pointAt = undefined;
    for (const slot of ['bubble', 'spotlight', 'status'] as const) surface.show(slot, nothing);
  };

  /** Once a step, and once a candidate: a person who scrolls away is not pulled back. */
  const sight = (key: string): void => {
    if (!pointAt || sighted === key) return;
    sighted = key;
    bringIntoSight(pointAt, page.owns);
    place();
  };

  /** What is new is read from its first line: the button that was pressed may be far below it. */
  const fromTheTop = (key: string): void => {
    if (begun === key) return;
    begun = key;
    surface.element('bubble').querySelector('.bubble')?.scrollTo(0, 0);
  };

  const note = (overlay: string, shown: Shown): void => {
    if (reported === `${overlay}/${shown.kind}` || (shown.kind !== 'pointed' && shown.kind !== 'not-found')) return;
    reported = `${overlay}/${shown.kind}`;
    const outcome = shown.found ? 'found' : 'missing';
    report({ kind: 'located', site: pack.site.id, overlay, outcome, score: shown.found?.score ?? 0 });
  };

  return {
    clear,
    place: () => place(),
    showTarget() {
      if (pointAt) bringIntoSight(pointAt, page.owns);
      place();
    },
    draw(state, actions, isNewStep) {
      const { guide, step, progress, search } = state;
      if (!guide || !step || !progress || progress.state === 'left') {
        clear();
        return undefined;
      }
      if (progress.state === 'ended') {
        clear();
        surface.show('bubble', endView(tools, guide, actions.finish));
        return undefined;
      }
      const shown = decide(step, page, search, Date.now());
      pointAt = shown.pointAt;
      place = drawGuide(surface, shown, bubbleView(tools, { guide, step, progress, shown, actions }));
      fromTheTop(`${step.id}/${shown.panel}`);
      if (isNewStep) {
        sighted = '';
        surface.say(i18n.t('guide.announce', [plainText(step.do)]));
      }
      sight(`${step.id}/${search.asking ?? ''}`);
      note(`${guide.id}/${step.id}`, shown);
      return shown;
    },
  };
}
