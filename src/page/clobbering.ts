import type { Root } from './roots';

/** What a form has and does is hidden by its fields of the same name (HTML standard, named access on forms): what may be a form is asked here. */

/** @returns whether a form has a field that is named after what elements do: it cannot be asked in the usual way. */
export function isClobbered({ matches, getAttribute, closest, querySelector }: Element): boolean {
  return [matches, getAttribute, closest, querySelector].some((method) => typeof method !== 'function');
}

/** `matches`, by way of the prototype. */
export function matching(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** `closest`, by way of the prototype. */
export function closestTo(element: Element | null, selector: string): Element | null {
  return element && Element.prototype.closest.call(element, selector);
}

/** `querySelector`, by way of the prototype. */
export function firstIn(element: Element, selector: string): Element | null {
  return Element.prototype.querySelector.call(element, selector);
}

/** `querySelectorAll`, by way of the prototype. */
export function allIn(element: Element, selector: string): NodeListOf<Element> {
  return Element.prototype.querySelectorAll.call(element, selector);
}

/** `parentElement`, by way of the prototype: a walk up from a field of that name would never end. The others likewise. */
export const parentElementOf = (node: Node): Element | null => Reflect.get(Node.prototype, 'parentElement', node);
export const besideOf = (node: Node, isForward: boolean): Node | null =>
  Reflect.get(Node.prototype, isForward ? 'nextSibling' : 'previousSibling', node);
export const slotOf = (element: Element): Element | null => Reflect.get(Element.prototype, 'assignedSlot', element);

/** What fits of an element and what it holds, or of what a root holds. */
export function* within(scope: Element | Root, selector: string): Generator<Element> {
  const element = scope.nodeType === Node.ELEMENT_NODE ? (scope as Element) : undefined;
  if (element && matching(element, selector)) yield element;
  yield* element ? allIn(element, selector) : scope.querySelectorAll(selector);
}
