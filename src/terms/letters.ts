/** What a character is to the reader of words. */
export const OTHER = 0;
export const CAPITAL = 1;
export const SMALL = 2;
/** Combining marks: an accent written apart from its letter. */
export const MARK = 3;
/** Soft hyphens and zero-width characters: they are not there. */
export const IGNORED = 4;
export const SPACE = 5;
export const HYPHEN = 6;
export const APOSTROPHE = 7;
/** Joins a word to an address or a name of a machine (`aide@caf`, `RSA_2`). */
export const JOINER = 8;
export const PLUS = 9;
export const DOT = 10;

/** The characters of each class, in the order of their numbers above; those of an earlier one are in no later one. */
const CLASSES: readonly RegExp[] = [
  /\p{Lu}/u,
  // Unicode has the apostrophe U+02BC for a letter.
  /(?!\u02bc)[\p{L}\p{N}]/u,
  /\p{M}/u,
  /[\u00ad\u200b-\u200d\u2060\ufeff]/,
  /\s/,
  /[-\u2010\u2011]/,
  /['\u2019\u02bc\u2018\u2032`\u00b4]/,
  /[_@]/,
  /\+/,
  /\./,
];

/** By UTF-16 unit, one more than its class; 0 where nobody asked yet. Made when first needed, not while a page loads. */
let known: Uint8Array | undefined;
const plainLetters: string[] = [];

/** @returns the class of the character at this offset; both halves of a character outside the basic plane have it. `OTHER` outside the text. */
export function classAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return OTHER;
  const code = text.charCodeAt(at);
  // Half of a character: what it is depends on the other half.
  if ((code & 0xf800) === 0xd800) return classify(text.codePointAt(code >= 0xdc00 && at > 0 ? at - 1 : at) ?? code);
  known ??= new Uint8Array(0x10000);
  known[code] ||= 1 + classify(code);
  return (known[code] as number) - 1;
}

function classify(code: number): number {
  const char = String.fromCodePoint(code);
  return 1 + CLASSES.findIndex((one) => one.test(char));
}

/** @returns a letter, by its UTF-16 unit, without case and accent: one or two characters. */
export function plainLetter(code: number): string {
  plainLetters[code] ??= fold(String.fromCharCode(code));
  return plainLetters[code] as string;
}

/** @returns the text without case and accents (`Œuvré` → `oeuvre`). */
export function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}
