import { isSameAmount, parseAmount } from '../page/amounts';
import { amountsNear } from '../page/shown-amounts';
import type { Found, PageView } from '../page/types';
import type { Condition, Target, Warning } from '../schema';

/** A control that a warning watches on this page now. */
export interface Armed {
  warning: Warning;
  target: Target;
  element: Element;
  pointAt: Element;
  /** Whether the choice was already made when the page was last looked at. */
  chosen: boolean;
  /** For a list, what it showed then; -1 for anything else. */
  selected: number;
}

/** @returns the controls of the warnings of this page that are surely recognised, greyed ones aside. */
export function arm(warnings: readonly Warning[], page: PageView): Armed[] {
  return warnings
    .filter((warning) => warning.severity !== 'inform' && page.isOn(warning.pages))
    .flatMap((warning) =>
      warning.targets.flatMap((target) => {
        const located = page.locate(target);
        return located.kind === 'found' ? [armed(warning, target, located)] : [];
      }),
    );
}

function armed(warning: Warning, target: Target, { element, pointAt }: Found): Armed {
  return {
    warning,
    target,
    element,
    pointAt,
    chosen: isChosen(element),
    selected: listOf(element)?.selectedIndex ?? -1,
  };
}

/** @returns the list that an element is, or that an option belongs to. */
export function listOf(element: Element): HTMLSelectElement | undefined {
  return (element.closest('select') as HTMLSelectElement | null) ?? undefined;
}

/** @returns whether the conditions of the warning hold now; one that cannot be seen does not hold. */
export function conditionsHold({ when = [], whenAny }: Warning, page: PageView): boolean {
  const isTrue = (condition: Condition): boolean => holds(condition, page);
  return when.every(isTrue) && (whenAny?.some(isTrue) ?? true);
}

function holds(condition: Condition, page: PageView): boolean {
  const located = page.locate(condition.target);
  if (located.kind !== 'found') return false;
  const { element } = located;
  switch (condition.is) {
    case 'checked':
      return isChosen(element);
    case 'unchecked':
      return !isChosen(element);
    case 'filled':
      return hasValue(element);
    case 'empty':
      return !hasValue(element);
    case 'amountShownNear':
      return holdsShownAmount(element, condition.words);
  }
}

/** Compares what stands in a field with what the page shows, at the moment of the choice; nothing is kept. Zero stands everywhere. */
function holdsShownAmount(element: Element, words: readonly string[]): boolean {
  if (!element.matches('input:not([type=password]), textarea')) return false;
  const amount = parseAmount((element as HTMLInputElement).value);
  if (amount === undefined || amount <= 0) return false;
  return amountsNear(element.ownerDocument.body, words).some((shown) => isSameAmount(amount, shown));
}

/** @returns whether a radio, a box or a switch is on. */
export function isChosen(element: Element): boolean {
  if (element.matches('input[type=radio], input[type=checkbox]')) return (element as HTMLInputElement).checked;
  return element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-selected') === 'true';
}

/** @returns whether something stands in a field. Reads nothing more. */
export function hasValue(element: Element): boolean {
  return element.matches('input, textarea, select') && (element as HTMLInputElement).value.trim() !== '';
}
