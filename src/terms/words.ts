import * as letters from './letters';

/** One word of a text, where it stands and how it is written. Filled again and again: a text has very many. */
export interface Word {
  /** Offsets in the text, end excluded. */
  start: number;
  end: number;
  /** Nothing in it but letters without accents and digits. */
  isPlain: boolean;
  /** It has a capital after its first letter: an acronym, a name (`PréParE`), or words written in capitals. */
  hasInnerCapital: boolean;
  /** All its letters are capitals, and there are two at least. */
  isCapitals: boolean;
  /** It is part of an address or a machine's name: no word of ours. */
  isJoined: boolean;
  /** The same number for a word in capitals, with or without its accents, singular or plural; seldom for two others. */
  stem: number;
}

export const newWord = (): Word => ({
  start: 0,
  end: 0,
  isPlain: true,
  hasInnerCapital: false,
  isCapitals: false,
  isJoined: false,
  stem: 0,
});

const isLetter = (kind: number): boolean => kind === letters.SMALL || kind === letters.CAPITAL;

/** Letters; what is longer is no word but data, and is not read in one go. */
const LONGEST = 200;

/** Reads the first word that begins between two offsets. @returns false when there is none. */
export function readWord(text: string, from: number, to: number, word: Word): boolean {
  let at = from;
  while (at < to && !isLetter(letters.classAt(text, at))) at += 1;
  if (at >= to) return false;
  word.start = at;
  if (!readDotted(text, word)) readLetters(text, word);
  else word.isJoined = false;
  word.isJoined ||= classOf(text, at - 1) === letters.JOINER || classOf(text, word.end) === letters.JOINER;
  return true;
}

function readLetters(text: string, word: Word): void {
  const stop = Math.min(text.length, word.start + LONGEST);
  let capitals = 0;
  let others = 0;
  startStem();
  word.isPlain = true;
  word.hasInnerCapital = false;
  let at = word.start;
  for (; at < stop; at++) {
    const code = text.charCodeAt(at);
    // The letters most pages are made of, without a look in any table.
    if (code >= 97 && code <= 122) {
      others += 1;
      addToStem(code);
      continue;
    }
    const kind = letters.classAt(text, at);
    if (!goesOn(kind)) break;
    if (code > 127) word.isPlain = false;
    if (isLetter(kind)) addPlainly(code);
    if (kind === letters.CAPITAL) {
      capitals += 1;
      word.hasInnerCapital ||= at > word.start;
    } else if (kind === letters.SMALL && !isDigit(code)) others += 1;
  }
  word.isJoined = isLetter(classOf(text, at)) || isLetter(classOf(text, word.start - 1));
  const hasPlus = classOf(text, at) === letters.PLUS && !isLetter(classOf(text, at + 1));
  word.end = hasPlus ? at + 1 : withoutIgnored(text, at);
  word.isCapitals = capitals > 1 && others === 0;
  word.stem = stem;
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

function addToStem(code: number): void {
  whole = Math.imul(whole ^ code, 0x01000193);
  count += 1;
  // What a plural adds or changes at the end (s, x, -aux for -al) says nothing.
  if (count <= SURE || (code !== 115 && code !== 120 && code !== 117 && code !== 108)) stem = whole;
}

/** First letters of a word that no plural changes. */
const SURE = 2;

function addPlainly(code: number): void {
  const plain = letters.plainLetter(code);
  for (let at = 0; at < plain.length; at++) addToStem(plain.charCodeAt(at));
}

/** What a word is made of after its first letter. */
const goesOn = (kind: number): boolean => isLetter(kind) || kind === letters.MARK || kind === letters.IGNORED;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Invisible characters after the last letter are no part of the word that is marked. */
function withoutIgnored(text: string, end: number): number {
  let at = end;
  while (letters.classAt(text, at - 1) === letters.IGNORED) at -= 1;
  return at;
}

/** Outside the text there is nothing that belongs to a word. */
const classOf = (text: string, at: number): number =>
  at >= 0 && at < text.length ? letters.classAt(text, at) : letters.OTHER;

/** @returns whether a letter or digit stands there. */
export const isLetterAt = (text: string, at: number): boolean => isLetter(classOf(text, at));

/** `R.S.A.` or `R.S.A`: one word, its last dot with it. */
function readDotted(text: string, word: Word): boolean {
  let at = word.start;
  startStem();
  while (classOf(text, at) === letters.CAPITAL && classOf(text, at + 1) === letters.DOT) {
    addPlainly(text.charCodeAt(at));
    at += 2;
  }
  if (at === word.start) return false;
  const last = classOf(text, at);
  const next = classOf(text, at + 1);
  if (last === letters.CAPITAL && !isLetter(next) && next !== letters.MARK && next !== letters.IGNORED) {
    addPlainly(text.charCodeAt(at));
    at += 1;
  }
  if (at - word.start < 'R.S'.length) return false;
  word.end = at;
  word.stem = stem;
  // The dots are taken out with the accents, where there are any.
  word.isPlain = false;
  word.hasInnerCapital = true;
  word.isCapitals = true;
  return true;
}

/** @returns the letters of a word: without the dots of an acronym, without invisible characters, composed. */
export function spelling(text: string, { start, end, isPlain }: Word): string {
  const raw = text.slice(start, end);
  return isPlain ? raw : raw.replace(/[.\u00ad\u200b-\u200d\u2060\ufeff]/g, '').normalize('NFC');
}

/** @returns whether what stands between two words of a term lets them be one term. */
export function joins(text: string, from: number, to: number): boolean {
  let seen: number = letters.OTHER;
  for (let at = from; at < to; at++) {
    const kind = letters.classAt(text, at);
    if (kind === letters.IGNORED) continue;
    const goesOn =
      seen === letters.OTHER
        ? kind === letters.SPACE || kind === letters.HYPHEN || kind === letters.APOSTROPHE
        : kind === letters.SPACE && seen !== letters.HYPHEN;
    if (!goesOn) return false;
    if (seen === letters.OTHER) seen = kind;
  }
  return seen !== letters.OTHER;
}

/** Characters; a longer acronym is never a word of another sort. */
const LONGEST_DOUBTFUL = 4;

/** @returns whether a short acronym stands among words in capitals, where any word looks like one (`NE PAS`). */
export function isAmongCapitals(text: string, { start, end, isCapitals, isPlain }: Word): boolean {
  const isDoubtful = isCapitals && isPlain && end - start <= LONGEST_DOUBTFUL;
  return isDoubtful && (isInCapitals(text, start - 1, -1) || isInCapitals(text, end, 1));
}

/** Of the word behind a space on the same line. */
function isInCapitals(text: string, from: number, by: 1 | -1): boolean {
  let at = from;
  while (classOf(text, at) === letters.SPACE && text[at] !== '\n') at += by;
  return at !== from && classOf(text, at) === letters.CAPITAL && classOf(text, at + by) === letters.CAPITAL;
}
