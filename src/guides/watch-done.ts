import { isElement } from '../page/roots';
import { labelsOf } from '../page/seen';
import type { Done } from '../schema';

/** What the guide is told while a step waits: done for good, or filled (the person still says « suivant »). */
export type DoneNews = 'done' | 'filled' | 'emptied';

/**
 * Watches the real gestures of the person on the step's element. Only whether a field is filled is looked at;
 * its value is neither kept nor passed on.
 */
export function watchDone(
  done: Done,
  element: Element,
  pointAt: Element,
  tell: (news: DoneNews) => void,
  signal: AbortSignal,
): void {
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  if (done.on === 'click') {
    const listen = (event: Event): void => {
      if (event.isTrusted && concerns(event, element, pointAt)) tell('done');
    };
    view.addEventListener('click', listen, { capture: true, signal });
  }
  if (done.on === 'filled') {
    const listen = (event: Event): void => {
      if (!event.isTrusted || !concerns(event, element, pointAt)) return;
      if (isTyped(event.composedPath()[0])) tell(isFilled(element) ? 'filled' : 'emptied');
      else if (event.type === 'change') tell('done');
    };
    view.addEventListener('input', listen, { capture: true, signal });
    view.addEventListener('change', listen, { capture: true, signal });
  }
}

function concerns(event: Event, element: Element, pointAt: Element): boolean {
  const path = event.composedPath();
  return path.includes(element) || path.includes(pointAt) || labelsOf(element).some((label) => path.includes(label));
}

/** A field one types in: the guide waits for the person to say that they have finished. */
function isTyped(target: EventTarget | undefined): boolean {
  if (!isElement(target)) return false;
  if (target.matches('textarea, [contenteditable]')) return true;
  return target.matches('input') && !target.matches('[type=radio], [type=checkbox], [type=button], [type=submit]');
}

/** @returns whether something is written or chosen in a field, or in a group of choices. Reads nothing more. */
export function isFilled(element: Element): boolean {
  if (element.matches('input[type=radio], input[type=checkbox]')) return (element as HTMLInputElement).checked;
  if (element.matches('input, textarea, select')) return (element as HTMLInputElement).value.trim() !== '';
  const inner = [...element.querySelectorAll('input, select, textarea')];
  return inner.some(isFilled) || element.querySelector('[aria-checked="true"], [aria-selected="true"]') !== null;
}
