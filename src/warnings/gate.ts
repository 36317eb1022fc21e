import { isConnected } from '../page/roots';
import type { Tools } from '../ui/tools';
import { type Armed, conditionsHold } from './armed';
import { type Gesture, trackGestures } from './gesture';
import { listenFirst } from './listen-first';
import { judge, type Pass, passState } from './pass';
import { type Before, isSetOff, putBack, stateBefore } from './set-off';
import { activates, controlsOf, EVENTS, isKey, phaseOf } from './ways-in';

/** ms; a click that a page script makes this soon after the person's gesture is that gesture, dressed up. */
const GESTURE = 1_000;
/** ms; a press that ended without a click (the control was re-created under the finger) still deserves the question. */
const NO_CLICK = 120;
/** Script clicks on a control while its question is open: a page that insists gets its own behaviour back. */
const MAX_FIGHTS = 20;

export interface GateOptions {
  tools: Tools;
  /** Finds again the controls to hold. */
  rearm: () => Armed[];
  ask: (armed: Armed) => void;
  isAsking: () => boolean;
  /** The page presses the control itself again and again while the person is being asked. */
  giveUp: (armed: Armed) => void;
  signal: AbortSignal;
}

export interface Gate {
  /** @returns the controls held now, looked up again if the page has changed. */
  armed: () => readonly Armed[];
  refresh: () => void;
  admit: (pass: Pass) => void;
  /** Takes every pass back: the page leaves. */
  forget: () => void;
}

/**
 * Listens before the page on `window`, in the capture phase. With nothing to hold, an event costs one comparison.
 * An error of ours lets the event through and is reported.
 */
export function startGate({ tools, rearm, ask, isAsking, giveUp, signal }: GateOptions): Gate {
  const { page, surface, report, pack } = tools;
  const view = page.document.defaultView;
  const gestures = trackGestures();
  /** What was ticked or chosen when a gesture began: at its click the browser has already changed it. */
  const before = new WeakMap<Gesture, Before>();
  let armed: readonly Armed[] = [];
  let passes: Pass[] = [];
  let pressed: { gesture: Gesture; hit: Armed } | undefined;
  let scrolling: Gesture | undefined;
  let fights = 0;
  /** The look at the page that `armed` comes from: somebody else may have looked since, without a word to us. */
  let seen = -1;
  let href = '';

  const refresh = (): void => {
    armed = rearm();
    seen = page.looks;
    href = page.document.URL;
  };
  const hasMoved = (): boolean => page.isStale || seen !== page.looks || href !== page.document.URL;
  /** The page may have shown or re-created a control, or changed its address, since the last look. */
  const look = (): readonly Armed[] => {
    if (page.isStale || href !== page.document.URL || armed.some(({ element }) => !isConnected(element)))
      page.refresh();
    if (seen !== page.looks) refresh();
    return armed;
  };

  const handle = (event: Event): void => {
    if (armed.length === 0 && passes.length === 0 && !hasMoved()) return;
    const now = Date.now();
    const gesture = event.isTrusted ? gestures.of(event, now) : gestures.latest;
    if (surface.owns(event)) {
      // Many a form forbids Enter everywhere, and many a window keeps keys and presses for itself: not in our question.
      if (event.type === 'keypress' || (isAsking() && event.type !== 'click')) event.stopImmediatePropagation();
      return;
    }
    const phase = phaseOf(event);
    if (phase === 'none') return;
    const known = armed;
    look();
    if (gesture && !before.has(gesture)) before.set(gesture, stateBefore(armed, event, known));
    const hit = find(event, gesture);
    if (hit) settle(event, hit, gesture, now);
    else if (phase === 'release' && pressed && pressed.gesture === gesture) askSoon(pressed.hit, event, gesture);
  };

  const find = (event: Event, gesture: Gesture | undefined): Armed | undefined => {
    const controls = controlsOf(event);
    if (isKey(event) && !activates(event, controls)) return undefined;
    const then = gesture && before.get(gesture);
    return armed.find(
      (one) =>
        one.warning.trigger !== 'edit' && isSetOff(event, one, controls, then) && conditionsHold(one.warning, page),
    );
  };

  const settle = (event: Event, hit: Armed, gesture: Gesture | undefined, now: number): void => {
    const verdict = decide(event, hit, gesture, now);
    if (verdict === 'through') {
      if (phaseOf(event) === 'act') view?.setTimeout(refresh);
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === 'change' || event.type === 'input') putBack(hit, gesture && before.get(gesture));
    else if (phaseOf(event) !== 'press' || stopsAtPress(event, hit)) event.preventDefault();
    if (verdict === 'hold') hold(event, hit, gesture);
  };

  const decide = (
    event: Event,
    hit: Armed,
    gesture: Gesture | undefined,
    now: number,
  ): 'through' | 'hold' | 'swallow' => {
    passes = passes.filter((pass) => passState(pass, now) !== 'over');
    const own = passes.filter(({ warning, target }) => warning.id === hit.warning.id && target === hit.target);
    const isScripted = !event.isTrusted;
    const isWake = isScripted && now - (gesture?.last ?? 0) <= GESTURE;
    // Who waits for a check may press elsewhere meanwhile; a key of the page's own sends the form anew.
    const isOwnAccord = isScripted ? !isWake : event.type === 'submit' && gesture?.by !== 'key';
    if (isOwnAccord && own.some((pass) => passState(pass, now) === 'in-use')) return 'through';
    // A card that is pressed and clicks what it holds: it is the person's press that uses the pass.
    if (gesture && (!isScripted || (isWake && !isAsking()))) return judge(own, gesture, now);
    return isAsking() || own.length > 0 ? fight(hit) : 'through';
  };

  /** A page script presses the control while the person is being asked, or in their place. */
  const fight = (hit: Armed): 'through' | 'swallow' => {
    fights += 1;
    if (fights <= MAX_FIGHTS) return 'swallow';
    fights = 0;
    giveUp(hit);
    return 'through';
  };

  const hold = (event: Event, hit: Armed, gesture: Gesture | undefined): void => {
    pressed = gesture && { gesture, hit };
    const phase = phaseOf(event);
    if (phase === 'act') ask(hit);
    else if (phase === 'release') askSoon(hit, event, gesture);
  };

  /** A finger that began to scroll has pressed nothing, though it is lifted later. */
  const askSoon = (hit: Armed, event: Event, gesture: Gesture | undefined): void => {
    pressed = undefined;
    if (event.type === 'pointercancel') scrolling = gesture;
    if (gesture !== scrolling) view?.setTimeout(() => ask(hit), NO_CLICK);
  };

  /** Nothing is held while our own code is broken: the options page counts what it let through. */
  const letThrough = (): void => {
    for (const { warning } of armed) report({ kind: 'let-through', site: pack.site.id, overlay: warning.id });
  };
  listenFirst(tools, EVENTS, handle, signal, letThrough);

  return {
    armed: look,
    refresh,
    admit: (pass) => passes.push(pass),
    forget: () => {
      passes = [];
    },
  };
}

/** Most presses are left to the browser (focus); a drag, and the thumb of a range field, would already do something. */
function stopsAtPress(event: Event, { element }: Armed): boolean {
  return event.type === 'dragstart' || element.matches('input[type=range]');
}
