import type { Target, Warning } from '../schema';

/** ms; a pass that is not used lapses. */
export const PASS_LIFE = 2 * 60_000;
/** ms; what the page does of its own accord after the person's press (a form sent after a check) still belongs to it. */
export const AFTERMATH = 10_000;

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
  /** Epoch ms of the press that used it; `undefined` until then. */
  used?: number | undefined;
}

export type PassState = 'ready' | 'in-use' | 'over';

/** @returns where a pass stands at this time (epoch ms). */
export function passState(pass: Pass, now: number): PassState {
  if (pass.used !== undefined) return now - pass.used < AFTERMATH ? 'in-use' : 'over';
  return now - pass.given < PASS_LIFE ? 'ready' : 'over';
}

/**
 * Whether an event goes through on this pass. The gesture that begins while the pass is ready uses it;
 * a new gesture of the person after that one finds it over.
 */
export function admits(pass: Pass, phase: 'begin' | 'within', now: number): boolean {
  const state = passState(pass, now);
  if (state === 'ready') return true;
  return state === 'in-use' && phase === 'within';
}
