import { getRole } from 'dom-accessibility-api';
import type { TargetRole } from '../schema';

/** Roles that a redesign swaps for one another, and how much of the role's worth is left. */
const CLOSE: readonly { roles: readonly string[]; worth: number }[] = [
  { roles: ['button', 'link', 'menuitem', 'tab'], worth: 0.6 },
  { roles: ['textbox', 'searchbox', 'spinbutton', 'combobox'], worth: 0.8 },
  { roles: ['checkbox', 'switch', 'radio', 'option'], worth: 0.5 },
  { roles: ['combobox', 'listbox'], worth: 0.9 },
  { roles: ['group', 'radiogroup', 'form', 'region'], worth: 0.8 },
  { roles: ['dialog', 'alertdialog'], worth: 1 },
  { roles: ['alert', 'status'], worth: 0.9 },
  { roles: ['table', 'list'], worth: 0.4 },
];

/** @returns how well a role fits what was asked: 1 the same, 0 quite another. */
export function roleFit(wanted: TargetRole | readonly TargetRole[], actual: string): number {
  const list: readonly string[] = typeof wanted === 'string' ? [wanted] : wanted;
  if (list.includes(actual)) return 1;
  return Math.max(
    0,
    ...CLOSE.filter(({ roles }) => roles.includes(actual) && list.some((one) => roles.includes(one))).map(
      ({ worth }) => worth,
    ),
  );
}

/** @returns the element's role: explicit, implicit, or `button` for a plain element that reacts to clicks like one. */
export function roleOf(element: Element): string {
  if (element.matches('input[type=password], input[type=date], input[type=month], input[type=time]')) return 'textbox';
  const role = getRole(element);
  if (role !== null && role !== 'presentation' && role !== 'none') return role;
  // A label of nothing does nothing.
  if (element.matches('label, summary') && (element as HTMLLabelElement).control !== null) return 'button';
  return element.matches('[onclick], [tabindex]:not([tabindex="-1"])') ? 'button' : 'generic';
}
