import { isElement } from '../page/roots';
import type { Target } from '../schema';
import type { Tools } from '../ui/tools';
import { type Armed, conditionsHold, hasValue } from './armed';
import { listenFirst } from './listen-first';
import type { Pass } from './pass';
import { isKey } from './ways-in';

/** Ways to change what stands in a field before the page hears of it. */
const CHANGES = ['beforeinput', 'paste', 'cut', 'drop', 'keydown', 'input'] as const;
/** Keys that step a number up or down. */
const STEPS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

interface EditGateOptions {
  tools: Tools;
  armed: () => readonly Armed[];
  ask: (armed: Armed) => void;
  signal: AbortSignal;
}

interface EditGate {
  /** From now on the field is the person's: asking at each key would be a fight. */
  admit: (pass: Pass) => void;
  /** Takes it back: the page leaves. */
  forget: () => void;
}

/** Holds the first change of a field that was already filled. */
export function startEditGate({ tools, armed, ask, signal }: EditGateOptions): EditGate {
  const { page } = tools;
  /** By target: a field that was re-created is still theirs. */
  const admitted = new Map<Target, Pass>();
  /** What stood in a field when the person came to it: to put back a change that could only be seen once made. Never leaves memory. */
  const kept = new WeakMap<Element, string>();

  const handle = (event: Event): void => {
    const field = event.composedPath()[0];
    if (!isElement(field) || !event.isTrusted) return;
    const hit = armed().find(({ warning, element }) => warning.trigger === 'edit' && element === field);
    if (!hit) return;
    const pass = admitted.get(hit.target);
    if (pass) pass.used ??= wouldChange(event) ? { at: Date.now() } : undefined;
    else if (wouldChange(event)) hold(event, field as HTMLInputElement, hit);
    // A field that had the focus before it was known is met at the next press or key.
    else if (event.type === 'focusin' || !kept.has(field)) kept.set(field, (field as HTMLInputElement).value);
  };
  const hold = (event: Event, field: HTMLInputElement, hit: Armed): void => {
    const before = kept.get(field);
    const wasFilled = before === undefined ? hasValue(field) : before.trim() !== '';
    if (!wasFilled || field.readOnly || !conditionsHold(hit.warning, page)) return;
    if (event.type !== 'input') event.preventDefault();
    // What nobody can put back is not undone by halves.
    else if (before === undefined) return;
    else field.value = before;
    event.stopImmediatePropagation();
    ask(hit);
  };

  listenFirst(tools, [...CHANGES, 'focusin', 'pointerdown'], handle, signal);
  return { admit: (pass) => admitted.set(pass.target, pass), forget: () => admitted.clear() };
}

/** At the key, not only at what it writes: a mask of the page writes by itself. */
function wouldChange(event: Event): boolean {
  if (isKey(event)) {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (STEPS.has(key)) return (event.target as Element).matches('input[type=number], input[type=date]');
    return /^(.|Backspace|Delete)$/.test(key) && !ctrlKey && !altKey && !metaKey;
  }
  return event.type !== 'focusin' && event.type !== 'pointerdown';
}
