import { closestTo } from './clobbering';
import { isOutside, type Rooms, roomAround } from './rooms';
import { drawnIn, hostOf } from './roots';

/** px; smaller boxes are tricks to keep an element for screen readers only. */
const SMALLEST = 2;

/** @returns whether an element takes room on the page and nothing hides it (it may be scrolled out of sight). */
export function isSeen(element: Element, rooms: Rooms = new WeakMap()): boolean {
  if (!element.isConnected) return false;
  const shown = element.checkVisibility({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: false,
  });
  if (!shown || isInert(element)) return false;
  const box = element.getBoundingClientRect();
  return box.width > SMALLEST && box.height > SMALLEST && !isClippedAway(element, box, rooms);
}

function isInert(element: Element): boolean {
  return closestAcross(element, '[inert]') !== null;
}

/** Moved out of the document's area, or cut to nothing: the usual ways to hide an input behind its label. */
function isClippedAway(element: Element, box: DOMRect, rooms: Rooms): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return true;
  const style = view.getComputedStyle(element);
  if (/^rect\(0(px)?,? 0/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath)) return true;
  // Most boxes need no look at how far the page is scrolled, for which the browser would bring its layout up to date.
  if ((box.right <= 0 && box.right + view.scrollX <= 0) || (box.bottom <= 0 && box.bottom + view.scrollY <= 0))
    return true;
  return isOutside(box, roomAround(element, style, view, rooms));
}

/** `closest` that goes out of open shadow roots. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; ) {
    const found: Element | null = closestTo(at, selector);
    if (found) return found;
    const root: Node = at.getRootNode();
    at = hostOf(root);
  }
  return null;
}

/** @returns whether the element refuses to be used now. */
export function isDisabled(element: Element): boolean {
  return (
    element.matches(':disabled') ||
    closestAcross(element, '[aria-disabled="true"]') !== null ||
    // A field may leave the mouse to its label.
    (element.matches('a, button, [role=button]') && getComputedStyle(element).pointerEvents === 'none')
  );
}

/**
 * @returns whether something else of the page lies over the middle of the element.
 * Where the middle is out of the viewport nothing can be said, and `false` is returned.
 */
export function isCovered(element: Element, owns: (node: Node) => boolean): boolean {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const root = element.getRootNode() as Document | ShadowRoot;
  const view = element.ownerDocument.defaultView;
  if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false;
  const top = root.elementFromPoint?.(x, y);
  if (!top || owns(top)) return false;
  return !(isInside(top, element) || isInside(element, top) || isItsLabel(top, element));
}

/** As it is drawn, through slots and shadow roots: the words of a component belong to its host, and to the button they are put into. */
function isInside(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = drawnIn(at)) if (at === outer) return true;
  return false;
}

function isItsLabel(top: Element, element: Element): boolean {
  const label = top.closest('label');
  // A box may lie over its own label, transparent.
  const isUnderBox = (element as HTMLLabelElement).control === top;
  return isUnderBox || label?.control === element || (label?.contains(element) ?? false);
}

/** @returns what the person sees of an element and can click: itself, the list of an option, else a visible label of it. */
export function visibleProxy(element: Element): Element | undefined {
  const shown = closestTo(element, 'select') ?? element;
  if (isSeen(shown)) return shown;
  return labelsOf(shown).find((label) => isSeen(label));
}

/** @returns the labels of a field; none for anything else. */
export function labelsOf(element: Element): HTMLLabelElement[] {
  return 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
}

/**
 * @returns what opens the place where a hidden element is folded away: the summary of a closed `<details>`,
 * the button or tab whose `aria-controls` or `popovertarget` names a closed ancestor, or that stands just before it.
 */
export function openerOf(element: Element): Element | undefined {
  for (let at: Element | null = element; at; at = drawnIn(at)) {
    const details = closestTo(at, 'details:not([open])');
    if (details) {
      const summary = details.querySelector(':scope > summary');
      if (summary && !summary.contains(element) && isSeen(summary)) return summary;
    }
    const button = at.id === '' ? null : controllerOf(at);
    if (button && isSeen(button)) return button;
    const before: Element | null = isSeen(at) ? null : at.previousElementSibling;
    // Of several things to press, none is the one: a whole page may stand before a window that is closed.
    const [toggle = before, other] = before?.querySelectorAll(PRESSED) ?? [];
    if (!other && toggle?.matches(CLOSED) && isSeen(toggle)) return toggle;
  }
  return undefined;
}

const PRESSED = 'a[href], button, input, [role=button]';
/** What says which other thing it opens does not open this one. */
const CLOSED = ':is([aria-expanded=false], [aria-haspopup]:not([aria-expanded])):not([aria-controls])';

function controllerOf(element: Element): Element | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  const id = CSS.escape(element.id);
  const closed = `[aria-controls~="${id}"]:is([aria-expanded=false], [aria-selected=false], [aria-haspopup=dialog])`;
  return root.querySelector(`${closed}, [popovertarget="${id}"]`);
}
