import { drawnIn } from './roots';

/** px in the viewport; the part of the page in which what an element holds can be seen. */
interface Room {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What was found out about the elements around others: to be made anew when the page may have moved. */
export type Rooms = WeakMap<Element, Room>;

const EVERYWHERE: Room = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const NOWHERE: Room = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/** px; less than this of an element is as good as nothing. */
const LEAST = 2;

/** @returns whether nothing of a box shows in a room. */
export function isOutside(box: Room, room: Room): boolean {
  return (
    Math.min(box.right, room.right) - Math.max(box.left, room.left) <= LEAST ||
    Math.min(box.bottom, room.bottom) - Math.max(box.top, room.top) <= LEAST
  );
}

/**
 * @returns where an element can be seen, given all that holds it: a panel folded to no height, a slide beside the one shown,
 * what cuts its content for screen readers only. What can be scrolled to can be seen.
 */
export function roomAround(element: Element, style: CSSStyleDeclaration, view: Window, rooms: Rooms): Room {
  const holder = drawnIn(element);
  // It may stand outside what holds it.
  return holder && !/absolute|fixed/.test(style.position) ? roomIn(holder, view, rooms) : EVERYWHERE;
}

function roomIn(holder: Element, view: Window, rooms: Rooms): Room {
  const known = rooms.get(holder);
  if (known) return known;
  const room = measured(holder, view, rooms);
  rooms.set(holder, room);
  return room;
}

function measured(holder: Element, view: Window, rooms: Rooms): Room {
  // The page's own edges belong to the window.
  if (holder === holder.ownerDocument.documentElement || holder === holder.ownerDocument.body) return EVERYWHERE;
  const style = view.getComputedStyle(holder);
  const around = roomAround(holder, style, view, rooms);
  if (style.overflowY === 'visible' && style.overflowX === 'visible') return around;
  const box = holder.getBoundingClientRect();
  if (isOutside(box, around)) return NOWHERE;
  return {
    ...(isCut(style.overflowX)
      ? { left: Math.max(box.left, around.left), right: Math.min(box.right, around.right) }
      : { left: EVERYWHERE.left, right: EVERYWHERE.right }),
    ...(isCut(style.overflowY)
      ? { top: Math.max(box.top, around.top), bottom: Math.min(box.bottom, around.bottom) }
      : { top: EVERYWHERE.top, bottom: EVERYWHERE.bottom }),
  };
}

function isCut(overflow: string): boolean {
  return overflow === 'hidden' || overflow === 'clip';
}
