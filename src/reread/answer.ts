import { PICKER } from './fields';
import { ownBoxes, questionOf } from './question';

/** Words of a choice that is none yet: « Choisir… », « – Sélectionnez – ». */
const NOT_CHOSEN = /^[\s\-–—.…]*(?:(?:choisi(?:r|ssez)|s[ée]lectionne[rz]|veuillez|faites votre choix)\b.*)?$/i;

/** What is in one field now. Read on the person's click only; the caller shows it and drops it. */
export function answerOf(element: Element): string {
  if (element.matches('select')) return chosenOptions(element as HTMLSelectElement);
  if (element.matches('input[type=file]'))
    return [...((element as HTMLInputElement).files ?? [])].map(({ name }) => name).join(', ');
  if (element.matches('input')) return frenchDate(element as HTMLInputElement) || chipsOf(element);
  if (element.matches('textarea')) return (element as HTMLTextAreaElement).value.trim();
  return customAnswer(element);
}

/** @returns whether a box or a round is ticked, native or not. */
export function isTicked(element: Element): boolean {
  if ('checked' in element) return element.checked === true;
  return (element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed')) === 'true';
}

function chosenOptions(select: HTMLSelectElement): string {
  const isNone = (text: string): boolean => NOT_CHOSEN.test(text) || text === questionOf(select);
  return [...select.selectedOptions]
    .filter(({ value, disabled, index, text }) => value !== '' && !disabled && !(index === 0 && isNone(text)))
    .map(({ text }) => text.trim())
    .join(', ');
}

/** What was chosen stands beside the box where one types, in parts that pages call so. */
const CHIP = /(?:single|multi)-?value|chip(?!-set|s)|selection-item/i;

function chipsOf(input: Element): string {
  const box = input.matches('[role=combobox]') && ownBoxes(input).at(-1);
  const parts = box ? [...box.querySelectorAll('[class]')] : [];
  const chips = parts.filter((one) => CHIP.test(one.getAttribute('class') ?? '') && !one.contains(input));
  return [...new Set(chips.map((one) => tidy(one.textContent)))].filter((text) => text !== '').join(', ');
}

function customAnswer(element: Element): string {
  const said = element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow');
  if (said !== null) return said;
  if (element.matches('[role=listbox]')) return chosenIn(element);
  let text = tidy(element.textContent);
  if (element.matches(PICKER)) text = text.replace(questionOf(element), '').replace(/^[\s:]+/, '');
  else if (!element.matches('[role=combobox]')) return text;
  const list = text === '' ? listOf(element) : null;
  return list ? chosenIn(list) : NOT_CHOSEN.test(text) ? '' : text;
}

/** The list that a combobox opens, where the page keeps it in the document. */
function listOf(combobox: Element): Element | null {
  const ids = combobox.getAttribute('aria-controls') ?? combobox.getAttribute('aria-owns') ?? '';
  const root = combobox.getRootNode() as Document | ShadowRoot;
  const [id = ''] = ids.split(/\s+/);
  return id === '' ? null : root.getElementById(id);
}

function chosenIn(list: Element): string {
  return [...list.querySelectorAll('[role=option]:is([aria-selected=true], [aria-checked=true])')]
    .map((option) => tidy(option.textContent))
    .join(', ');
}

/** Dates as a French reader writes them, also where the browser has no such field (Firefox: month); else the value as it is. */
function frenchDate(input: HTMLInputElement): string {
  const value = input.value.trim();
  const [day = '', time] = value.split('T');
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(day)) return value;
  const words = day.split('-').reverse().join('/');
  switch (input.getAttribute('type')) {
    case 'date':
    case 'month':
      return words;
    case 'datetime-local':
      return time ? `${words} ${time}` : words;
    default:
      return value;
  }
}

function tidy(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
