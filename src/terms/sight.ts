import { matching } from '../page/clobbering';
import type { Rooms } from '../page/rooms';
import { parentOrHost } from '../page/roots';
import { isSeen } from '../page/seen';

/** `acts`: the page does something when it is pressed; the click there is the page's own. */
export type Sight = 'hidden' | 'acts' | 'plain';

/** What a click already does something in. */
export const ACTS =
  'a[href], button, label, summary, [onclick], [role=button], [role=link], [role=tab], [role^=menuitem], [role=option], [role=combobox], [role=checkbox], [role=radio], [role=switch], [role=treeitem]';

const HIDDEN = '[aria-hidden="true"]';

/**
 * @returns a way to ask how words that stand directly in an element meet the eye and the mouse.
 * What was seen of an element and of what is around it is remembered: to be made anew when styles may have changed.
 */
export function createSights(): (element: Element) => Sight {
  const seen = new WeakMap<Element, Sight>();
  const inside = new WeakMap<Element, Sight>();
  const rooms: Rooms = new WeakMap();

  /** What an element, and all that it is in, makes of its content. */
  const within = (element: Element | null): Sight => {
    if (!element) return 'plain';
    const sight = inside.get(element) ?? own(element);
    inside.set(element, sight);
    return sight;
  };
  const own = (element: Element): Sight =>
    matching(element, HIDDEN)
      ? 'hidden'
      : worse(matching(element, ACTS) ? 'acts' : 'plain', within(parentOrHost(element)));
  const look = (element: Element): Sight => {
    const around = own(element);
    if (around === 'hidden' || !isShown(element, rooms)) return 'hidden';
    // Pages that act on a click without saying so in their markup say it with the hand.
    return around === 'plain' && styleOf(element)?.cursor === 'pointer' ? 'acts' : around;
  };
  return (element) => {
    const sight = seen.get(element) ?? look(element);
    seen.set(element, sight);
    return sight;
  };
}

/** @returns whether a text stands in an element that does not draw it, though it may be drawn itself. */
export function isFolded({ assignedSlot, parentElement }: Text): boolean {
  const parent = parentElement as Partial<HTMLDetailsElement> | null;
  return parent?.shadowRoot ? !assignedSlot : parent?.open === false;
}

/** @returns the sight that promises less. */
export function worse(one: Sight, other: Sight): Sight {
  return other === 'hidden' || one === 'plain' ? other : one;
}

/** `display: contents` takes no room of its own. */
function isShown(element: Element, rooms: Rooms): boolean {
  if (isSeen(element, rooms)) return true;
  const parent = parentOrHost(element);
  return parent !== null && styleOf(element)?.display === 'contents' && isShown(parent, rooms);
}

export function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}
