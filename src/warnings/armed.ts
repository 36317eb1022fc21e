import { isSameAmount, parseAmount } from '../page/amounts';
import { isPlain } from '../page/candidates';
import { parentElementOf } from '../page/clobbering';
import { visibleProxy } from '../page/seen';
import { amountsNear } from '../page/shown-amounts';
import { TUNING } from '../page/tuning';
import type { Found, Located, PageView } from '../page/types';
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
        const meant = meantBy(page.locate(target));
        return meant ? [armed(warning, target, meant)] : [];
      }),
    );
}

/**
 * What a target surely means, to hold it. Nobody points at a control whose middle is covered, but the keyboard, its form and
 * its rim still set it off. What seems hidden is not pressed, or is not hidden: a menu that only the style sheet opens, a button
 * without a box of its own, a part that the page hides from screen readers alone.
 */
function meantBy(located: Located): Pick<Found, 'element' | 'pointAt'> | undefined {
  if (located.kind === 'found') return located;
  if (located.kind === 'ambiguous') return undefined;
  const { candidates, hidden } = located;
  const [best, ...others] = located.reason === 'covered' ? candidates : hidden;
  if (!best) return undefined;
  const { element, score } = best;
  const isApart = (other: Element): boolean => !element.contains(other) && !other.contains(element);
  const hasRival = others.some((other) => score - other.score < TUNING.margin && isApart(other.element));
  return hasRival ? undefined : { element, pointAt: visibleProxy(element) ?? element };
}

/** @returns the box of plain words, as far as it says nothing else: for all that can be seen, its rim does what they do. */
function boxOfWords(words: Element): Element {
  const box = parentElementOf(words);
  return box && isPlain(words) && isPlain(box) && textOf(box) === textOf(words) ? boxOfWords(box) : words;
}

function textOf(element: Element): string {
  return (element as HTMLElement).innerText;
}

function armed(warning: Warning, target: Target, { element, pointAt }: Pick<Found, 'element' | 'pointAt'>): Armed {
  return {
    warning,
    target,
    element: boxOfWords(element),
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

/** @returns whether a radio, a box, a switch, an option or a button that stays pressed is on. */
export function isChosen(element: Element): boolean {
  return element.matches(
    ':checked, :not(input)[aria-checked=true], [aria-selected=true]:not(option), [aria-pressed=true]',
  );
}

/** @returns whether something stands in a field. Reads nothing more. */
export function hasValue(element: Element): boolean {
  return element.matches('input, textarea, select') && (element as HTMLInputElement).value.trim() !== '';
}
