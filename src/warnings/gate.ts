import type { Tools } from '../ui/tools';
import { type Armed, conditionsHold, listOf } from './armed';
import { admits, type Pass, passState } from './pass';
import { controlsOf, phaseOf } from './ways-in';

/** Everything by which a person, or the page in the wake of a person's gesture, can set a control off. */
const EVENTS = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'auxclick',
  'dblclick',
  'keydown',
  'keypress',
  'keyup',
  'submit',
  'change',
  'input',
  'dragstart',
] as const;
/** ms; a click that a page script makes this soon after the person's gesture is that gesture, dressed up. */
const GESTURE = 1_000;
/** ms; a press that ended without a click (the control was re-created under the finger) still deserves the question. */
const NO_CLICK = 120;

export interface GateOptions {
  tools: Tools;
  /** Finds again the controls to hold. */
  rearm: () => Armed[];
  ask: (armed: Armed) => void;
  signal: AbortSignal;
}

export interface Gate {
  /** The controls held now. */
  armed: () => readonly Armed[];
  refresh: () => void;
  admit: (pass: Pass) => void;
}

/**
 * Listens before the page on `window`, in the capture phase. With nothing to hold, an event costs one comparison.
 * An error of ours lets the event through and is reported.
 */
export function startGate({ tools, rearm, ask, signal }: GateOptions): Gate {
  const { page, surface, report, pack } = tools;
  const view = page.document.defaultView;
  let armed: readonly Armed[] = [];
  let passes: Pass[] = [];
  let lastGesture = 0;
  let href = '';

  const refresh = (): void => {
    armed = rearm();
    href = page.document.URL;
  };
  /** The page may have shown or re-created a control, or changed its address, since the last look. */
  const isStale = (): boolean =>
    page.isStale || href !== page.document.URL || armed.some(({ element }) => !element.isConnected);

  const handle = (event: Event): void => {
    if (event.isTrusted && event.type !== 'input' && event.type !== 'change') lastGesture = Date.now();
    if (armed.length === 0 && passes.length === 0 && !page.isStale && href === page.document.URL) return;
    if (surface.owns(event)) return;
    const phase = phaseOf(event);
    if (phase === 'none') return;
    if (isStale()) {
      page.refresh();
      refresh();
    }
    const hit = find(event);
    if (!hit || goesThrough(event, hit)) return;
    hold(event, hit);
  };

  const find = (event: Event): Armed | undefined => {
    const controls = controlsOf(event);
    if (event instanceof KeyboardEvent && !activates(event, controls)) return undefined;
    return armed.find(
      (one) => one.warning.trigger !== 'edit' && isSetOff(event, one, controls) && conditionsHold(one.warning, page),
    );
  };

  const goesThrough = (event: Event, hit: Armed): boolean => {
    if (!event.isTrusted && event.type !== 'submit' && Date.now() - lastGesture > GESTURE) return true;
    const now = Date.now();
    passes = passes.filter((pass) => passState(pass, now) !== 'over');
    const pass = passes.find(({ warning, target }) => warning.id === hit.warning.id && target === hit.target);
    if (!pass || !admits(pass, begins(event, pass) ? 'begin' : 'within', now)) return false;
    if (event.isTrusted && phaseOf(event) === 'act') pass.used ??= now;
    return true;
  };

  const hold = (event: Event, hit: Armed): void => {
    event.stopImmediatePropagation();
    const phase = phaseOf(event);
    if (event.type === 'change' || event.type === 'input') undoChoice(hit);
    else if (phase !== 'press' || event.type === 'dragstart') event.preventDefault();
    if (phase === 'act') ask(hit);
    else if (phase === 'release') view?.setTimeout(() => ask(hit), NO_CLICK);
  };

  const guarded = (event: Event): void => {
    try {
      handle(event);
    } catch (error) {
      report({ kind: 'failed', where: `warnings: ${error instanceof Error ? error.message : 'unknown'}` });
      for (const { warning } of armed) report({ kind: 'let-through', site: pack.site.id, overlay: warning.id });
    }
  };
  for (const type of EVENTS)
    view?.addEventListener(type, guarded, { capture: true, signal, passive: type.startsWith('touch') });

  return { armed: () => armed, refresh, admit: (pass) => passes.push(pass) };
}

/** A new press of the person after the pass was used: pointer presses, or a key on its own. */
function begins(event: Event, pass: Pass): boolean {
  if (pass.used === undefined) return true;
  return (
    event.isTrusted && (phaseOf(event) === 'press' || (event.type === 'keydown' && !(event as KeyboardEvent).repeat))
  );
}

/** Whether this event sets this control off: a choice already made is not made again, unticking is not ticking. */
function isSetOff(
  event: Event,
  { warning, element, pointAt, chosen, selected }: Armed,
  controls: ReadonlySet<EventTarget>,
): boolean {
  const list = listOf(element);
  if (list) {
    const changed =
      (event.type === 'change' || event.type === 'input') && controls.has(list) && list.selectedIndex !== selected;
    return changed && (element === list || (element as HTMLOptionElement).selected);
  }
  if (!controls.has(element) && !controls.has(pointAt)) return false;
  return warning.trigger === 'choose' ? !chosen : true;
}

/** Enter and Space activate the control that has the focus; Enter in a field, the form's button. */
function activates({ key }: KeyboardEvent, controls: ReadonlySet<EventTarget>): boolean {
  const [first] = controls;
  if (!(first instanceof Element)) return false;
  if (key === ' ')
    return !first.matches(
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]',
    );
  return !first.matches('textarea, [contenteditable], input[type=checkbox], input[type=radio]') || controls.size > 0;
}

/** A list or a circle that changed without a click we could stop: back to what it was; the page has not heard of it. */
function undoChoice({ element, selected }: Armed): void {
  const list = listOf(element);
  if (list) list.selectedIndex = selected;
  else if (element.matches('input[type=radio], input[type=checkbox]')) (element as HTMLInputElement).checked = false;
}
