/** How an answer compares with the truth. `missed`: nothing was pointed at though the element is there. */
export type Verdict = 'right' | 'wrong' | 'missed';

/**
 * @returns the verdict on an answer. The label of a field and the field, a button and the words inside it are the
 * same thing to a person.
 */
export function judge(answer: readonly Element[], expected: Element | null): Verdict {
  if (answer.length === 0) return expected ? 'missed' : 'right';
  return expected && answer.some((one) => isSame(one, expected)) ? 'right' : 'wrong';
}

const CONTROL =
  'a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=tab], [role=menuitem], [onclick], [tabindex]';

function isSame(answer: Element, expected: Element): boolean {
  if (answer === expected) return true;
  const control = (element: Element): Element =>
    element.closest('label')?.control ?? element.closest(CONTROL) ?? element;
  if (control(answer) === control(expected)) return true;
  const words = (element: Element): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const oneInOther = answer.contains(expected) || expected.contains(answer);
  return oneInOther && words(answer) !== '' && words(answer) === words(expected);
}
