import { isElement } from '../page/roots';
import { type Armed, isChosen, listOf } from './armed';

/** How the held controls stood when a gesture began. */
export type Before = ReadonlyMap<Element, State>;

interface State {
  chosen: boolean;
  selected: number;
  value: string;
  /** Already put back in this gesture: what still comes of it is held too. */
  isPutBack?: boolean;
}

const TICKED = 'input[type=radio], input[type=checkbox]';
const CHANGED = `select, ${TICKED}, input[type=range]`;

/**
 * @param known the controls as they were last looked at: a look at this very event sees what it has changed
 * @returns how the controls stood before this event, the first of its gesture; at a click the browser has already changed them
 */
export function stateBefore(armed: readonly Armed[], event: Event, known: readonly Armed[]): Before {
  return new Map(
    armed.map((now) => {
      const { element } = now;
      const one = known.find((was) => was.element === element) ?? now;
      const wasClicked = (event.type === 'click' || event.type === 'input') && event.composedPath().includes(element);
      const chosen = wasClicked && element.matches(TICKED) ? chosenBefore(one) : isChosen(element);
      const value = element.matches('input[type=range]') ? (element as HTMLInputElement).value : '';
      return [element, { chosen, selected: selectedBefore(one, event), value }];
    }),
  );
}

/** A box was the opposite; of a circle the last look at the page knows. */
function chosenBefore({ element, chosen }: Armed): boolean {
  return element.matches('input[type=checkbox]') ? !(element as HTMLInputElement).checked : chosen;
}

function selectedBefore({ element, selected }: Armed, event: Event): number {
  const isLate = event.type === 'input' || event.type === 'change';
  return isLate ? selected : (listOf(element)?.selectedIndex ?? -1);
}

/** Whether this event sets this control off: a choice already made is not made again, unticking is not ticking. */
export function isSetOff(
  event: Event,
  { warning, element, pointAt, chosen, selected }: Armed,
  controls: ReadonlySet<EventTarget>,
  before: Before | undefined,
): boolean {
  const then = before?.get(element) ?? { chosen, selected };
  const list = listOf(element);
  if (list) {
    const isChange = (event.type === 'change' || event.type === 'input') && controls.has(list);
    return isChange && (element === list || (element as HTMLOptionElement).selected || 'isPutBack' in then);
  }
  if (!controls.has(element) && !controls.has(pointAt)) return false;
  return warning.trigger === 'choose' ? !then.chosen : true;
}

/** A list, a circle or a thumb that changed without a click we could stop: back to what it was; the page has not heard of it. */
export function putBack({ element, selected }: Armed, before: Before | undefined): void {
  const then = before?.get(element);
  if (then) then.isPutBack = true;
  const list = listOf(element);
  if (list) list.selectedIndex = then?.selected ?? selected;
  else if (element.matches(TICKED)) (element as HTMLInputElement).checked = false;
  else if (element.matches('input[type=range]') && then) (element as HTMLInputElement).value = then.value;
}

/** @returns whether a field can set a choice off by its own change; what is typed in a text field never does. */
export function changesByItself(field: EventTarget | undefined): boolean {
  return isElement(field) && field.matches(CHANGED);
}
