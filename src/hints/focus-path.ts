import { hostOf } from '../page/roots';

/** @returns an element and all that holds it, out of open shadow roots, as an event's path would give it. */
export function pathFrom(element: Element | null): EventTarget[] {
  const path: EventTarget[] = [];
  for (let at: Node | null = element; at; at = at.parentNode ?? hostOf(at)) path.push(at);
  return path;
}

/** @returns whether an element has the focus in its own document or shadow root, whichever window it comes from. */
export function isFocused(field: EventTarget): boolean {
  return 'getRootNode' in field && ((field as Node).getRootNode() as Document | ShadowRoot).activeElement === field;
}
