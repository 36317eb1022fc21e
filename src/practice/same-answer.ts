import { isSameAmount, parseAmount } from '../page/amounts';
import { folded } from '../page/folded';

/**
 * @returns whether two answers mean the same: « 412,30 € » and « 412.3 », « 5/3/2026 » and « 2026-03-05 »,
 * « Dupont  Nadia » and « dupont nadia ».
 */
export function isSameAnswer(given: string, expected: string): boolean {
  const [one, other] = [given.trim(), expected.trim()];
  if (one === other) return true;
  if (one === '' || other === '') return false;
  const [day, otherDay] = [isoDay(one), isoDay(other)];
  if (day || otherDay) return day === otherDay;
  const [amount, otherAmount] = [parseAmount(one), parseAmount(other)];
  if (amount !== undefined && otherAmount !== undefined) return isSameAmount(amount, otherAmount);
  const [words, otherWords] = [folded(one), folded(other)];
  return words === otherWords || (isNumber(words) && unspaced(words) === unspaced(otherWords));
}

/** @returns whether a free text holds, from each list, one of the words: « le 3/12 », « 3 décembre ». */
export function holdsEach(given: string, lists: readonly (readonly string[])[]): boolean {
  const text = ` ${folded(given)} `;
  return lists.every((list) => list.some((one) => text.includes(` ${folded(one)} `)));
}

/** A long number that people write with or without spaces: that of an account, of a telephone, of a company. */
const isNumber = (words: string): boolean => (words.match(/\d/g)?.length ?? 0) >= 8;
const unspaced = (words: string): string => words.replaceAll(' ', '');

function isoDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const french = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : french ? french.slice(1).reverse() : [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
