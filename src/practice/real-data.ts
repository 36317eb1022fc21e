import { passesLuhn } from '../reread/mask';

/** What looks like somebody's real data. */
export type RealData = 'nir' | 'iban' | 'card' | 'phone' | 'email';

/** A piece of a text that looks real: from this character on, up to but without that one. */
export interface Found {
  kind: RealData;
  from: number;
  to: number;
  /** @returns whether what is typed after it cannot be the rest of it: something else begins there. */
  isNew(late: string): boolean;
}

/** What people put between the digits of one number: « FR76 3000 », « FR76 - 3000 », « 06.12 ». */
const GAP = String.raw`[\s.\-–_/]{0,8}`;

/**
 * Finds what looks like real personal data in a text, which has no place in an exercise. Ours never does: invented
 * numbers begin with 9 (no real one does: NIR begin with 1, 2, 3, 4, 7 or 8), invented IBAN have the check digits 00
 * (never given, ISO 13616), invented addresses end in `.example` (kept for examples, RFC 2606), invented telephone
 * numbers are in the ranges that Arcep keeps for works of fiction (decision 2018-0881, art. 2.5.12).
 * @returns the first one, `undefined` when there is none
 */
export function findReal(text: string): Found | undefined {
  return findIban(text) ?? findCard(text) ?? findNir(text) ?? findPhone(text) ?? findEmail(text);
}

/** @returns what kind of real data this text looks like, or holds. */
export function looksReal(text: string): RealData | undefined {
  return findReal(text)?.kind;
}

/** What begins anew after a number that was not written to its end, as what is invented does (keys of a NIR end at 97). */
const NEW: Partial<Record<RealData, RegExp>> = { nir: /^9[89]/, iban: /^[A-Z]{2}00/i, email: /@/ };

function firstOf(
  kind: RealData,
  text: string,
  pattern: RegExp,
  isReal: (found: string) => boolean = () => true,
): Found | undefined {
  const match = [...text.matchAll(pattern)].find(([found]) => isReal(found));
  if (!match) return undefined;
  const { index: from } = match;
  return { kind, from, to: from + match[0].length, isNew: (late) => NEW[kind]?.test(bare(late)) ?? false };
}

/**
 * Sex, year, month (01 to 12, or 20 and above when unknown), department (2A and 2B too), six more digits, and the key
 * when it is there.
 */
const NIR = new RegExp(
  [
    String.raw`(?<!\d${GAP})[123478](?:${GAP}\d){2}${GAP}`,
    String.raw`(?:0${GAP}[1-9]|1${GAP}[0-2]|[2-9]${GAP}\d)${GAP}`,
    String.raw`(?:\d${GAP}\d|2${GAP}[AB])(?:${GAP}\d){6}(?:${GAP}\d){0,2}`,
  ].join(''),
  'gi',
);
const DAY = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}(?!\d)/g;

/** Two days side by side are no number: « 20/11/2026 05/12/2026 ». */
function findNir(text: string): Found | undefined {
  return firstOf(
    'nir',
    text.replace(DAY, (day) => 'x'.repeat(day.length)),
    NIR,
  );
}

/** Characters of an account number by country, its two letters included (ISO 13616); the longest for the others. */
const IBAN_LENGTH: Record<string, number> = { FR: 27, MC: 27, BE: 16, DE: 22, ES: 24, IT: 27, LU: 20, CH: 21, PT: 25 };
const LONGEST_IBAN = 34;
/** A country, two check digits that can exist (02 to 98), at least ten more characters. « FR 76 » is written too. */
const IBAN = new RegExp(
  String.raw`(?<![A-Z0-9])(?:FR${GAP}|[A-Z]{2})(?:0[2-9]|[1-8]\d|9[0-8])(?:${GAP}[A-Z0-9]){10,30}`,
  'gi',
);

function findIban(text: string): Found | undefined {
  const found = firstOf('iban', text, IBAN, (one) => /\d{5}/.test(bare(one)));
  if (!found) return undefined;
  const country = text.slice(found.from, found.from + 2).toUpperCase();
  return { ...found, to: endOfIban(text, found, IBAN_LENGTH[country] ?? LONGEST_IBAN) };
}

/** No account number of those countries has four letters in a row. */
const A_WORD = /^[a-z]{4}/i;

/** The words that follow an account number are none of it: it is as long as its country says, or ends with a digit. */
function endOfIban(text: string, { from, to }: Found, longest: number): number {
  let end = from;
  let count = 0;
  for (let at = from; at < to && count < longest; at++) {
    if (longest < LONGEST_IBAN && A_WORD.test(text.slice(at))) break;
    if (!/[a-z\d]/i.test(text.charAt(at))) continue;
    count++;
    if (/\d/.test(text.charAt(at)) || longest < LONGEST_IBAN) end = at + 1;
  }
  return end;
}

/** 16 digits alone that pass the check of payment cards; those of banks begin with 2 to 6 (ISO/IEC 7812). */
const CARD = new RegExp(String.raw`(?<!\d${GAP})[2-6](?:${GAP}\d){15}(?!${GAP}\d)`, 'g');

function findCard(text: string): Found | undefined {
  return firstOf('card', text, CARD, (one) => passesLuhn(bare(one)));
}

/** Ranges kept for fiction (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98), and « 06 00 00 00 00 ». */
const FICTION = /^0(?:19900|26191|35301|46571|53649|63998|\d0{8}$)/;
const PHONE = /(?<![\d,])(?:(?:\+|00)\s{0,8}33\s{0,8}(?:\(0\)\s{0,8})?|0)[1-9](?:[\s.\-–]{0,8}\d{2}){4}(?![\d,])/g;

function findPhone(text: string): Found | undefined {
  return firstOf('phone', text, PHONE, (one) => {
    const digits = one.replace(/\D/g, '').replace(/^(?:00)?330?(?=\d{9}$)/, '0');
    return !FICTION.test(digits);
  });
}

/** An invented address is invented from its first letter to its last: « .ex », « .exa »… end no real one. */
const INVENTED = /\.e(?:x(?:a(?:m(?:p(?:le?)?)?)?)?)?$/i;

/** Also as it is mistyped: with blanks around the sign, a comma before the end. */
const EMAIL = /[^\s@]+\s{0,3}@\s{0,3}[^\s@,]+(?:\s?\.[a-z]{2,}|,(?:com|fr|net|org)(?![a-z]))/gi;

function findEmail(text: string): Found | undefined {
  return firstOf('email', text, EMAIL, (address) => !INVENTED.test(address));
}

function bare(text: string): string {
  return text.replace(/[\s.\-–_/]/g, '');
}
