/** What a value must be hidden as. `secret` is never shown at all. */
export type Sensitive = 'secret' | 'number' | 'iban' | 'phone' | 'email';

const BLANKS = /[\s.\-\u00a0\u202f]/g;
/** Digits of a payment card of today (ISO/IEC 7812). Fewer would take a company's number (SIRET) for one. */
const CARD = /^\d{15,19}$/;
/** Any long number may be that of a person or a file. */
const LONG_NUMBER = /^\d{13,}$/;
/** A French social security number, with or without its key: sex, year, month, department (2A, 2B), and so on. */
const SOCIAL = /^[1-8]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[ab])\d{6}(\d{2})?$/i;

/** @returns what kind of private value this text is, by its shape alone; `undefined` for anything else. */
export function sensitiveShape(text: string): Sensitive | undefined {
  const bare = text.replace(BLANKS, '');
  if (SOCIAL.test(bare)) return 'number';
  if (CARD.test(bare) && passesLuhn(bare)) return 'secret';
  if (LONG_NUMBER.test(bare)) return 'number';
  if (/^[a-z]{2}\d{2}[a-z0-9]{10,30}$/i.test(bare)) return 'iban';
  if (/^(?:\+|00)\d{9,14}$|^0\d{9}$/.test(bare)) return 'phone';
  return /^\S+@\S+$/.test(text.trim()) ? 'email' : undefined;
}

/** @returns the text with only its ends left: enough to recognise it, not to copy it. */
export function masked(text: string, kind: Sensitive): string {
  if (kind === 'secret') return '';
  if (kind === 'email') {
    const [name = '', host = ''] = text.split('@');
    return `${name.slice(0, 1)}•••@${host}`;
  }
  const bare = text.replace(BLANKS, '');
  const head = kind === 'iban' ? 4 : 2;
  const tail = kind === 'iban' ? 3 : 2;
  return bare.length <= head + tail ? '••••' : `${bare.slice(0, head)} •••• ${bare.slice(-tail)}`;
}

/** @returns whether digits end with the check digit of payment cards (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
