import * as letters from './letters';

/** One word of a text and where it stands. */
export interface Word {
  /** Offsets in the text, end excluded. */
  start: number;
  end: number;
  /** It is part of an address or a machine's name: no word of ours. */
  isJoined: boolean;
  /** The same number for a word in capitals, with or without its accents, singular or plural; seldom for two others. */
  stem: number;
}

const isLetter = (kind: number): boolean => kind === letters.SMALL || kind === letters.CAPITAL;

/** @returns whether a letter or digit stands there. */
export const isLetterAt = (text: string, at: number): boolean => isLetter(letters.classAt(text, at));

/** Letters; what is longer is no word but data, and is not read in one go. */
const LONGEST = 200;

/** @returns the first word that begins between two offsets. */
export function readWord(text: string, from: number, to: number): Word | undefined {
  let start = from;
  while (start < to && !isLetterAt(text, start)) start += 1;
  if (start >= to) return undefined;
  const dotted = endOfDotted(text, start);
  const end = dotted || endOfLetters(text, start);
  // Letters beside it: it was cut, being too long for a word, or is the rest of one.
  const isCut = !dotted && (isLetterAt(text, start - 1) || isLetterAt(text, end));
  return {
    start,
    end,
    isJoined: isCut || isJoiner(text, start - 1) || isJoiner(text, end) || isInAddress(text, end),
    stem,
  };
}

const isJoiner = (text: string, at: number): boolean => letters.classAt(text, at) === letters.JOINER;

/** `caf.fr`: a sentence that ends there would go on with a space or a capital. */
const isInAddress = (text: string, end: number): boolean =>
  letters.classAt(text, end) === letters.DOT && /[a-z]/.test(text.charAt(end + 1));

function endOfLetters(text: string, start: number): number {
  const stop = Math.min(text.length, start + LONGEST);
  startStem();
  let at = start;
  for (; at < stop; at++) {
    const code = text.charCodeAt(at);
    // The letters most pages are made of, without a look in any table.
    if (code >= 97 && code <= 122) addToStem(code);
    else {
      const kind = letters.classAt(text, at);
      if (isLetter(kind)) addPlainly(code);
      else if (kind !== letters.MARK && kind !== letters.IGNORED) break;
    }
  }
  if (letters.classAt(text, at) === letters.PLUS && !isLetterAt(text, at + 1)) return at + 1;
  // Invisible characters after the last letter are no part of the word that is marked.
  while (letters.classAt(text, at - 1) === letters.IGNORED) at -= 1;
  return at;
}

/** Of the word being read: of all its letters so far, of those that count, and how many they are. */
let whole = 0;
let stem = 0;
let count = 0;

function startStem(): void {
  whole = 0;
  stem = 0;
  count = 0;
}

/** First letters of a word that no plural changes. */
const SURE = 2;

function addToStem(code: number): void {
  whole = Math.imul(whole ^ code, 0x01000193);
  count += 1;
  // What a plural adds or changes at the end (s, x, -aux for -al) says nothing.
  if (count <= SURE || (code !== 115 && code !== 120 && code !== 117 && code !== 108)) stem = whole;
}

function addPlainly(code: number): void {
  const plain = letters.plainLetter(code);
  for (let at = 0; at < plain.length; at++) addToStem(plain.charCodeAt(at));
}

/** `R.S.A.` or `R.S.A`: one word, its last dot with it. @returns 0 when there is none. */
function endOfDotted(text: string, start: number): number {
  let at = start;
  startStem();
  while (letters.classAt(text, at) === letters.CAPITAL && letters.classAt(text, at + 1) === letters.DOT) {
    addPlainly(text.charCodeAt(at));
    at += 2;
  }
  if (at === start) return 0;
  const next = letters.classAt(text, at + 1);
  const isLast = !isLetter(next) && next !== letters.MARK && next !== letters.IGNORED;
  if (isLast && letters.classAt(text, at) === letters.CAPITAL) {
    addPlainly(text.charCodeAt(at));
    at += 1;
  }
  return at - start < 'R.S'.length ? 0 : at;
}

/** @returns the letters of a word: without the dots of an acronym, without invisible characters, composed. */
export function spelling(text: string, { start, end }: Word): string {
  return text
    .slice(start, end)
    .replace(/[.\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFC');
}

/** @returns whether what stands between two words of a term lets them be one term. */
export function joins(text: string, from: number, to: number): boolean {
  let first: number = letters.OTHER;
  for (let at = from; at < to; at++) {
    const kind = letters.classAt(text, at);
    if (kind === letters.IGNORED) continue;
    // White space, a hyphen or an apostrophe; then white space alone, and none after a hyphen.
    if (first ? kind !== letters.SPACE || first === letters.HYPHEN : kind < letters.SPACE || kind > letters.APOSTROPHE)
      return false;
    first ||= kind;
  }
  return first !== letters.OTHER;
}
