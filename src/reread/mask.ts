/** What a value must be hidden as. `secret` is never shown at all. */
export type Sensitive = 'secret' | 'number' | 'iban' | 'phone' | 'email';

/** What a field declares about its value (HTML types, autofill tokens, its words), whatever its shape. */
export type Declared = Exclude<Sensitive, 'secret'> | undefined;

/** What may be shown of an answer. */
export interface ShownAnswer {
  text: string;
  /** Masked but for its ends; `secret` is not shown at all. */
  hidden: Sensitive | undefined;
}

const BLANKS = /[\s.\-\u00a0\u202f]/g;
/** Digits of a payment card of today (ISO/IEC 7812). Fewer would take a company's number (SIRET) for one. */
const CARD = /^\d{15,19}$/;
/** Any long number may be that of a person or a file. */
const LONG_NUMBER = /^\d{13,}$/;
/** A French social security number, with or without its key: sex, year, month, department (2A, 2B), and so on. */
const SOCIAL = /^[1-8]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[ab])\d{6}(\d{2})?$/i;

/** What may stand inside a longer text, written with or without blanks: addresses, accounts, long numbers, telephones. */
const INSIDE = new RegExp(
  [
    String.raw`[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().,;]+`,
    String.raw`\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3}\b)?`,
    String.raw`\b[1-8](?:[ .-]?\d){4}[ .-]?\d[\dab](?:[ .-]?\d){6,8}\b`,
    String.raw`\b\d(?:[ .-]?\d){12,}\b`,
    String.raw`(?<!\d)(?:(?:\+|00) ?33 ?(?:\(0\) ?)?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)`,
  ].join('|'),
  'gi',
);

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

/** @returns the answer as it may be shown: private numbers with only their ends, cards and codes not at all. */
export function shownText(text: string, declared: Declared, isRevealed: boolean): ShownAnswer {
  const hidden = sensitiveShape(text) ?? declaredShape(text, declared);
  if (hidden === undefined) return insideText(text, isRevealed);
  if (isRevealed && hidden !== 'secret') return { text, hidden: undefined };
  return { text: masked(text, hidden), hidden };
}

/** @returns the text with only its ends left: enough to recognise it, not to copy it. */
export function masked(text: string, kind: Sensitive): string {
  if (kind === 'secret') return '';
  if (kind === 'email') {
    const [name = '', host = ''] = text.split('@');
    return `${name.slice(0, 1)}•••${host && `@${host}`}`;
  }
  const bare = text.replace(BLANKS, '');
  const head = kind === 'iban' ? 4 : 2;
  const tail = kind === 'iban' ? 3 : 2;
  return bare.length < 2 * (head + tail) ? '••••' : `${bare.slice(0, head)} •••• ${bare.slice(-tail)}`;
}

/** @returns whether digits end with the check digit of payment cards (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Numbers hold digits, however mistyped; an e-mail address is the whole of what is typed. */
function declaredShape(text: string, declared: Declared): Declared {
  return (declared === 'email' ? /\S/ : /\d/).test(text) ? declared : undefined;
}

/** A letter to the office may hold a number: only its own ends are left of it. A card is hidden even when the rest is shown. */
function insideText(text: string, isRevealed: boolean): ShownAnswer {
  let hidden: Sensitive | undefined;
  const shown = text.replace(INSIDE, (found) => {
    const kind = sensitiveShape(found);
    if (kind === undefined || (isRevealed && kind !== 'secret')) return found;
    hidden ??= kind === 'secret' ? undefined : kind;
    return kind === 'secret' ? '••••' : masked(found, kind);
  });
  return { text: shown, hidden };
}
