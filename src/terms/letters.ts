/** What a character is to the reader of words. */
export const OTHER = 0;
export const SMALL = 1;
export const CAPITAL = 2;
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

/** Below it, everything that French is written with (Latin 1, Latin Extended-A and B): looked up in tables. */
const TABLE = 0x250;
const COMBINING = /[\u0300-\u036f]/g;

/** Made when first needed, not while a page loads. */
let classes: Uint8Array | undefined;
let folded: readonly string[] | undefined;
const rare = new Map<number, number>();

/** @returns the class of the character at this offset; both halves of a character outside the basic plane have it. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= TABLE) return rareClass(text, at, code);
  classes ??= Uint8Array.from({ length: TABLE }, (_, one) => classify(one));
  return classes[code] as number;
}

function rareClass(text: string, at: number, unit: number): number {
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
  const code = text.codePointAt(isSecondHalf && at > 0 ? at - 1 : at) ?? unit;
  let known = rare.get(code);
  if (known === undefined) {
    known = classify(code);
    rare.set(code, known);
  }
  return known;
}

function classify(code: number): number {
  const char = String.fromCodePoint(code);
  if (/\p{Lu}/u.test(char)) return CAPITAL;
  if (/[\p{L}\p{N}]/u.test(char)) return SMALL;
  if (/\p{M}/u.test(char)) return MARK;
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(char)) return IGNORED;
  if (/\s/.test(char)) return SPACE;
  if (/[-\u2010\u2011]/.test(char)) return HYPHEN;
  if (/['\u2019\u02bc\u2018\u2032`\u00b4]/.test(char)) return APOSTROPHE;
  if (/[_@]/.test(char)) return JOINER;
  if (char === '+') return PLUS;
  return char === '.' ? DOT : OTHER;
}

/** @returns a letter without case and accent, one or two characters; nothing for letters that French is not written with. */
export function plainLetter(code: number): string {
  // Latin Extended Additional: other letters with accents, which may come apart.
  if (code >= TABLE) return code >> 8 === 0x1e ? fold(String.fromCharCode(code)) : '';
  folded ??= Array.from({ length: TABLE }, (_, one) => fold(String.fromCharCode(one)));
  return folded[code] as string;
}

/** @returns the text without case and accents (`Œuvré` → `oeuvre`). */
export function fold(text: string): string {
  return text.normalize('NFD').replace(COMBINING, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}
