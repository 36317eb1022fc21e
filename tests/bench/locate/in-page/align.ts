import { controlsOf, wordsOn } from './describe';

/** A control as the rule of truth reads it: its words and kind, and nothing of what locators weigh around it. */
export interface AlignedControl {
  place: number;
  /** Words and kind; the same on both pages for the same control, unless it was relabelled. */
  mark: string;
}

/** @returns the controls of a page in reading order. */
export function readControls(document: Document): AlignedControl[] {
  return controlsOf(document).map((element, place) => ({ place, mark: `${kindOf(element)} ${wordsOn(element)}` }));
}

function kindOf(element: Element): string {
  if (element.matches('input[type=radio], input[type=checkbox]')) return element.getAttribute('type') ?? '';
  if (element.matches('input, select, textarea')) return 'field';
  return 'control';
}
