import { isSameAmount, parseAmount } from '../page/amounts';
import type { Check } from '../schema';
import { isValidIban } from './iban';
import { isRealDate } from './real-date';

/** A field at the moment of a check. Never kept beyond it. */
export interface FieldNow {
  text: string;
  isChosen: boolean;
  /** A pre-filled value was changed. */
  isChanged: boolean;
  /** The person has left the field, or the browser says the value is final: a short value is no longer « not finished ». */
  isSettled: boolean;
}

/** What surrounds the field, looked up only when a check asks for it. */
export interface Around {
  amountsNear: (words: readonly string[]) => readonly number[];
  /** Amounts of these dated figures. */
  figureAmounts: (ids: readonly string[]) => readonly number[];
  structureDomain: string | undefined;
  /** The text of the field that `sameAs` names; empty when it is not surely found. */
  otherText: () => string;
}

/** @returns whether the message of this check is to be said now. What may still become right while typing is not said. */
export function isToBeSaid(check: Check, field: FieldNow, around: Around): boolean {
  const { text, isSettled } = field;
  switch (check.kind) {
    case 'digits':
      return hasWrongDigits(text, check.count, isSettled);
    case 'startsWith':
      return startsWithOneOf(text, check.values);
    case 'range':
      return isOutside(text, check.min, check.max, isSettled);
    case 'whole':
      return isNotWhole(text, isSettled);
    case 'amountShownNear':
      return isShown(text, () => around.amountsNear(check.words));
    case 'figure':
      return isCloseTo(text, around.figureAmounts(check.figures), check.percent);
    case 'date':
      return isSettled && text !== '' && !isRealDate(text);
    case 'email':
      return isSettled && text !== '' && !looksLikeEmail(text);
    case 'structureEmail':
      return isOfDomain(text, around.structureDomain);
    case 'iban':
      return isSettled && text !== '' && !isValidIban(text);
    case 'sameAs':
      return isSameText(text, around.otherText());
    case 'changed':
      return field.isChanged;
    case 'empty':
      return isSettled && text === '' && !field.isChosen;
    case 'chosen':
      return field.isChosen;
  }
}

/** The department of birth in Corsica is written 2A or 2B inside a social security number: it counts as two digits. */
const CORSICA = /^(\d{5})2[ab]/i;

/** More digits than accepted is said at once, fewer only when the person has left the field. */
export function hasWrongDigits(text: string, counts: readonly number[], isSettled: boolean): boolean {
  const digits = text.replace(/[\s.\-\u00a0\u202f]/g, '').replace(CORSICA, '$120');
  const count = digits.replace(/\D/g, '').length;
  if (digits === '') return false;
  if (counts.includes(count)) return isSettled && /\D/.test(digits);
  return isSettled || count > Math.max(...counts);
}

/** Case and spaces do not count. */
export function startsWithOneOf(text: string, values: readonly string[]): boolean {
  const bare = compact(text);
  return values.some((value) => bare.startsWith(compact(value)));
}

/** Too much is said at once; too little only when the person has left the field. */
export function isOutside(text: string, min: number | undefined, max: number | undefined, isSettled: boolean): boolean {
  const amount = parseAmount(text);
  if (amount === undefined) return false;
  return (max !== undefined && amount > max) || (isSettled && min !== undefined && amount < min);
}

export function isNotWhole(text: string, isSettled: boolean): boolean {
  if (text === '') return false;
  const amount = parseAmount(text);
  return amount === undefined ? isSettled : !Number.isInteger(amount);
}

/** The shown amounts are looked up only for an amount above zero: zero stands everywhere. */
export function isShown(text: string, shown: () => readonly number[]): boolean {
  const amount = parseAmount(text);
  return amount !== undefined && amount > 0 && shown().some((one) => isSameAmount(amount, one));
}

export function isCloseTo(text: string, amounts: readonly number[], percent: number): boolean {
  const amount = parseAmount(text);
  return (
    amount !== undefined && amounts.some((one) => Math.abs(amount - one) <= Math.max((one * percent) / 100, 0.005))
  );
}

/** A shape that mail servers accept in practice; it does not say that the address exists. */
export function looksLikeEmail(text: string): boolean {
  return /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(
    text,
  );
}

export function isOfDomain(text: string, domain: string | undefined): boolean {
  if (!domain) return false;
  const wanted = domain.replace(/^@/, '').toLowerCase();
  const host = text.toLowerCase().split('@')[1];
  return host === wanted || host?.endsWith(`.${wanted}`) === true;
}

/** Two amounts are compared as amounts, other texts without case and spaces. Empty fields are never the same. */
export function isSameText(text: string, other: string): boolean {
  if (text === '' || other === '') return false;
  const [one, two] = [parseAmount(text), parseAmount(other)];
  return one !== undefined && two !== undefined ? Math.abs(one - two) < 0.005 : compact(text) === compact(other);
}

function compact(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase();
}
