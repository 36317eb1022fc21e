/** One word of a text, with where it stands. */
export interface Token {
  /** Without case, accents, dots of an acronym; singular. */
  key: string;
  /** Offsets in the text, end excluded. */
  start: number;
  end: number;
  /** Written in capitals only (an acronym), with or without dots. */
  isCapitals: boolean;
}

/** Acronyms with dots (`R.S.A.`), words with digits and inner hyphens or plus signs (`FranceConnect+`). Apostrophes separate: elision. */
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+\+?/gu;
const MARKS = /[\u0300-\u036f]/g;

/** Cuts a text into words. Hyphens, apostrophes and all spaces separate, so that `trop-perçu` and `trop perçu` read the same. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const letters = word.replace(/\./g, '');
    const isCapitals = letters.length > 1 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters);
    tokens.push({ key: keyOf(letters, isCapitals), start: match.index, end: match.index + word.length, isCapitals });
  }
  return tokens;
}

function keyOf(word: string, isCapitals: boolean): string {
  const plain = word.normalize('NFD').replace(MARKS, '').toLowerCase().replace(/œ/g, 'oe');
  return isCapitals || plain.length <= 3 ? plain : plain.replace(/(?:s|x)$/, '');
}
