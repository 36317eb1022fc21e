import { isSameAmount, parseAmount } from '../page/amounts';

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
  return folded(one) === folded(other);
}

function isoDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const french = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : french ? french.slice(1).reverse() : [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
