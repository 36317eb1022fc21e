import type { Target, Warning } from '../schema';
import type { Gesture } from './gesture';

/** ms; a pass that is not used lapses. */
export const PASS_LIFE = 2 * 60_000;
/** ms; what the page does of its own accord after the person's press (a form sent after a check) still belongs to it: a busy site answers late. */
export const AFTERMATH = 60_000;

/**
 * The person's decision to go on: their next real activation of the control goes through untouched, once.
 * It is tied to the target, not to the element: a control that was re-created keeps its pass.
 */
export interface Pass {
  warning: Warning;
  target: Target;
  element: Element;
  /** Epoch ms. */
  given: number;
  /** The gesture that used it (none where a field is changed), and when (epoch ms); `undefined` until then. */
  used?: { gesture?: Gesture; at: number } | undefined;
}

export type PassState = 'ready' | 'in-use' | 'over';

/** @returns where a pass stands at this time (epoch ms). */
export function passState({ used, given }: Pass, now: number): PassState {
  if (used !== undefined) return now - used.at < AFTERMATH ? 'in-use' : 'over';
  return now - given < PASS_LIFE ? 'ready' : 'over';
}

/**
 * What becomes of an event of a gesture, on these passes of its control. The first gesture that begins after the decision
 * uses the pass and goes through whole; the rest of the gesture that took the decision is swallowed (the key still held
 * down on our button is no activation of the control); any other gesture is held.
 */
export function judge(passes: readonly Pass[], gesture: Gesture, now: number): 'through' | 'hold' | 'swallow' {
  if (passes.some(({ used }) => used?.gesture === gesture)) return 'through';
  const ready = passes.find((pass) => passState(pass, now) === 'ready');
  if (!ready) return 'hold';
  if (gesture.begun <= ready.given) return 'swallow';
  ready.used = { gesture, at: now };
  return 'through';
}
