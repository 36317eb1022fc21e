import { passesLuhn } from '../reread/mask';

/** What looks like somebody's real data. */
export type RealData = 'nir' | 'iban' | 'card' | 'phone' | 'email';

/**
 * Says whether a text looks like real personal data, or holds some, which has no place in an exercise. Ours never does:
 * invented numbers begin with 9 (no real one does: NIR begin with 1, 2, 3, 4, 7 or 8), invented IBAN have the check
 * digits 00 (never given, ISO 13616), invented addresses end in `.example` (kept for examples, RFC 2606), invented
 * telephone numbers are in the ranges that Arcep keeps for works of fiction (decision 2018-0881, art. 2.5.12).
 */
export function looksReal(text: string): RealData | undefined {
  const bare = text.replace(/[\s.\-_/]/g, '').toUpperCase();
  if (hasIban(text)) return 'iban';
  if (hasCard(bare)) return 'card';
  if (isNir(bare)) return 'nir';
  if (hasPhone(text)) return 'phone';
  return isEmail(text) ? 'email' : undefined;
}

/** 13 digits or more: sex, year, month (01 to 12, or 20 and above when unknown), department (2A and 2B too), then the rest. */
function isNir(bare: string): boolean {
  return /(?<!\d)[123478]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2A|2B)\d{6}/.test(bare);
}

/** A country, two check digits that can exist (02 to 98), at least ten more characters, most of them digits. */
function hasIban(text: string): boolean {
  const groups = text
    .toUpperCase()
    .matchAll(/(?<![A-Z0-9])[A-Z]{2}(?:0[2-9]|[1-8]\d|9[0-8])(?:[\s.\-_/]?[A-Z0-9]){10,30}/g);
  return [...groups].some(([found]) => /\d{5}/.test(found.replace(/[\s.\-_/]/g, '')));
}

/** 16 digits alone that pass the check of payment cards. */
function hasCard(bare: string): boolean {
  return [...bare.matchAll(/(?<!\d)\d{16}(?!\d)/g)].some(([digits]) => passesLuhn(digits));
}

/** Ranges kept for fiction (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98), and « 06 00 00 00 00 ». */
const FICTION = /^0(?:19900|26191|35301|46571|53649|63998|\d0{8}$)/;
const PHONE = /(?<![\d,])(?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.-]?\d{2}){4}(?![\d,])/g;

function hasPhone(text: string): boolean {
  return [...text.matchAll(PHONE)].some(([found]) => {
    const digits = found.replace(/\D/g, '').replace(/^(?:00)?330?(?=\d{9}$)/, '0');
    return !FICTION.test(digits);
  });
}

function isEmail(text: string): boolean {
  return [...text.matchAll(/[^\s@]+@[^\s@]+\.[a-z]{2,}/gi)].some(([address]) => !/\.example$/i.test(address));
}
