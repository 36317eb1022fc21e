import { closestAcross, isSeen } from '../page/seen';

/** `acts`: the page does something when it is pressed; the click there is the page's own. */
export type Sight = 'hidden' | 'acts' | 'plain';

/** What a click already does something in. */
export const ACTS =
  'a[href], button, label, summary, [onclick], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=checkbox], [role=radio], [role=switch], [role=treeitem]';

/** @returns how words that stand directly in an element meet the eye and the mouse. */
export function sightOf(element: Element): Sight {
  if (!isSeen(boxed(element)) || closestAcross(element, '[aria-hidden="true"]')) return 'hidden';
  if (closestAcross(element, ACTS)) return 'acts';
  // Pages that act on a click without saying so in their markup say it with the hand.
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer' ? 'acts' : 'plain';
}

/** `display: contents` takes no room of its own. */
function boxed(element: Element): Element {
  const parent = element.parentElement;
  const isBoxless = element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
  return isBoxless && parent ? boxed(parent) : element;
}
