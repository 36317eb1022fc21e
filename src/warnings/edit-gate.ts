import type { Tools } from '../ui/tools';
import { type Armed, conditionsHold, hasValue } from './armed';
import { listenFirst } from './listen-first';

/** Ways to change what stands in a field before the page hears of it. */
const CHANGES = ['beforeinput', 'paste', 'cut', 'drop', 'keydown', 'wheel', 'input'] as const;
/** Keys that step a number up or down. */
const STEPS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

interface EditGateOptions {
  tools: Tools;
  armed: () => readonly Armed[];
  ask: (armed: Armed) => void;
  signal: AbortSignal;
}

/**
 * Holds the first change of a field that was already filled. After the person's decision the field is theirs
 * until they leave the page: asking at each key would be a fight.
 */
export function startEditGate({ tools, armed, ask, signal }: EditGateOptions): { admit: (element: Element) => void } {
  const { page } = tools;
  const admitted = new WeakSet<Element>();
  /** What stood in a field when the person came to it: to put back a change that could only be seen once made. Never leaves memory. */
  const kept = new WeakMap<Element, string>();

  const handle = (event: Event): void => {
    const field = event.composedPath()[0];
    if (!(field instanceof Element) || !event.isTrusted) return;
    const hit = armed().find(({ warning, element }) => warning.trigger === 'edit' && element === field);
    if (!hit || admitted.has(field)) return;
    if (event.type === 'focusin') {
      kept.set(field, (field as HTMLInputElement).value);
      return;
    }
    if (!wouldChange(event) || !wasFilled(field, kept) || !conditionsHold(hit.warning, page)) return;
    event.stopImmediatePropagation();
    if (event.type === 'input') (field as HTMLInputElement).value = kept.get(field) ?? '';
    else event.preventDefault();
    ask(hit);
  };

  listenFirst(tools, [...CHANGES, 'focusin'], handle, signal);
  return { admit: (element) => admitted.add(element) };
}

function wasFilled(field: Element, kept: WeakMap<Element, string>): boolean {
  const before = kept.get(field);
  return before === undefined ? hasValue(field) : before.trim() !== '';
}

function wouldChange(event: Event): boolean {
  if (event instanceof KeyboardEvent)
    return STEPS.has(event.key) && (event.target as Element).matches('input[type=number], input[type=date]');
  if (event.type === 'wheel') return (event.target as Element).matches('input[type=number]:focus');
  return true;
}
