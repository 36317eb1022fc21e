import type { Step } from '../schema';
import type { Shown } from './shown';
import { type DoneNews, isFilled, watchDone } from './watch-done';

/** Listens to the gestures that end a step, on the element that it points at now. */
export interface Gestures {
  /** Called at each drawing; listens anew only when the step or the element is another one. */
  follow(step: Step, shown: Shown): void;
  stop(): void;
}

/** @param tell what the gestures mean, with the step that they ended */
export function createGestures(tell: (news: DoneNews, step: Step) => void, signal: AbortSignal): Gestures {
  let current: { step: Step; element: Element; listening: AbortController } | undefined;
  const stop = (): void => {
    current?.listening.abort();
    current = undefined;
  };
  return {
    stop,
    follow(step, shown) {
      const element = shown.found?.element ?? (shown.kind === 'chosen' ? shown.pointAt : undefined);
      if (current?.element === element && current?.step === step) return;
      stop();
      if (!element || shown.folded) return;
      const listening = new AbortController();
      current = { step, element, listening };
      const until = AbortSignal.any([signal, listening.signal]);
      watchDone(step.done, element, shown.found?.pointAt ?? element, (news) => tell(news, step), until);
      if (step.done.on === 'filled') tell(isFilled(element) ? 'filled' : 'emptied', step);
    },
  };
}
