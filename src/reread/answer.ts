/** What is in one field now. Read on the person's click only; the caller shows it and drops it. */
export function answerOf(element: Element): string {
  if (element.matches('select')) return chosenOptions(element as HTMLSelectElement);
  if (element.matches('input[type=file]'))
    return [...((element as HTMLInputElement).files ?? [])].map(({ name }) => name).join(', ');
  if (element.matches('input[type=date]')) return frenchDay((element as HTMLInputElement).value);
  if (element.matches('input, textarea')) return (element as HTMLInputElement).value.trim();
  return customAnswer(element);
}

/** @returns whether a box or a round is ticked, native or not. */
export function isTicked(element: Element): boolean {
  return 'checked' in element ? element.checked === true : element.getAttribute('aria-checked') === 'true';
}

function chosenOptions(select: HTMLSelectElement): string {
  return [...select.selectedOptions]
    .filter(({ value, disabled }) => value !== '' && !disabled)
    .map(({ text }) => text.trim())
    .join(', ');
}

function customAnswer(element: Element): string {
  const said = element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow');
  if (said !== null) return said;
  if (element.matches('[role=listbox]')) {
    return [...element.querySelectorAll('[role=option][aria-selected=true]')]
      .map((option) => option.textContent?.trim() ?? '')
      .join(', ');
  }
  return element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

function frenchDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
