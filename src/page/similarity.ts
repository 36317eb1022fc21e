import type { Wording } from '../schema';
import { contrasts, foldLabel, fullWords, numbers, stem, stems } from './normalise';

/** Likeness of two labels that have the same words, inflected or of other dates and amounts. */
const SAME_WORDS = 0.97;
/** A word with one letter wrong still counts, but less. */
const TYPO_WORTH = 0.85;
/** Highest likeness of two labels that one word sets apart (« ne pas », « autre », another number). */
const CONTRAST_CAP = 0.4;
/** Longest phrase of the list of synonyms, in words. */
const LONGEST_PHRASE = 4;
/** Highest likeness of two labels when one has a word that the other has not: often it is the word that matters. */
const LEFTOVER_CAP = 0.79;
/** Stems shorter than this must be the same to the letter. */
const MIN_TYPO_LENGTH = 5;
/** The same for whole words, whose endings say less: « loyer » is not « foyer ». */
const MIN_SLIP_LENGTH = 6;

/** A year is said beside a thing to tell it from that of another year. */
const YEAR = /\b(?:19|20)\d\d\b/;

/** A label as it is compared. */
export interface Label {
  readonly text: string;
  readonly folded: string;
  /** With its amounts and dates. */
  readonly whole: string;
  /** Its words, without those that mean nothing by themselves. */
  readonly words: readonly string[];
  /** Their stems as they are written. */
  readonly written: readonly string[];
  /** With each phrase of the list of synonyms put in one way. */
  readonly stems: readonly string[];
  /** Every stem by which it can be found: as it is written, and with synonyms put in one way. */
  readonly keys: readonly string[];
  /** What makes of it another thing than its look-alikes: « ne pas », « autre »… With synonyms put in one way, and as it is written. */
  readonly contrasts: string;
  readonly writtenContrasts: string;
  /** The numbers in it. */
  readonly numbers: string;
}

/** Compares labels with the near-synonyms of the overlays folder. */
export interface Comparer {
  /** @returns a label as people read it; the same label is read once. */
  read(text: string): Label;
  /** @returns how alike the best of these wordings and a label are: 0 to 1, 1 only when they read the same. */
  compare(wanted: Wording, actual: string | Label): number;
  /** @returns whether the text holds one of these wordings, whole words in order. */
  holds(text: string, wanted: Wording): boolean;
}

/** Makes a comparer; groups of synonyms are read once, when first needed. */
export function createComparer(synonyms: readonly (readonly string[])[]): Comparer {
  let canonical: ReadonlyMap<string, string> | undefined;
  const read = cached((text: string) => {
    const folded = foldLabel(text);
    const words = fullWords(folded);
    const written = words.map(stem);
    canonical ??= oneWay(synonyms);
    const found = replaced(written, canonical);
    return {
      text,
      folded,
      whole: /\d/.test(text) ? foldLabel(text, true) : folded,
      words,
      written,
      stems: found,
      keys: keysOf(written, found),
      // « Précédent » alone may be put as « Retour »; within a label it says which of two things is meant.
      contrasts: contrasts(canonical.has(written.join(' ')) ? found : written).join(),
      writtenContrasts: contrasts(written).join(),
      numbers: numbers(words).join(),
    } satisfies Label;
  });
  return {
    read,
    compare(wanted, actual) {
      const right = typeof actual === 'string' ? read(actual) : actual;
      if (right.folded === '') return 0;
      return Math.max(...list(wanted).map((one) => alike(read(one), right)));
    },
    holds(text, wanted) {
      const { folded, whole } = read(text);
      const isIn = (inner: string, outer: string): boolean => ` ${outer} `.includes(` ${inner} `);
      return list(wanted).some(
        (one) => isIn(read(one).whole, whole) || (!YEAR.test(one) && isIn(read(one).folded, folded)),
      );
    },
  };
}

/** Each phrase of the groups of synonyms, with the one that stands for its group. */
function oneWay(synonyms: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const key = (phrase: string): string => stems(foldLabel(phrase)).join(' ');
  return new Map(
    synonyms.flatMap((group) => {
      const first = key(group[0] ?? '');
      return group.map((word) => [key(word), first] as const);
    }),
  );
}

/** The same stems with each phrase of the list of synonyms, the longest first, put in one way; themselves where none is. */
function replaced(found: readonly string[], canonical: ReadonlyMap<string, string>): readonly string[] {
  const result: string[] = [];
  for (let at = 0; at < found.length; ) {
    let length = Math.min(LONGEST_PHRASE, found.length - at);
    while (length > 0 && !canonical.has(found.slice(at, at + length).join(' '))) length--;
    const phrase = length > 0 ? canonical.get(found.slice(at, at + length).join(' ')) : undefined;
    result.push(...(phrase ?? found[at] ?? '').split(' '));
    at += Math.max(1, length);
  }
  return result.join() === found.join() ? found : result;
}

/** The same reading is 1, the same stems almost: as they are written, or with synonyms put in one way. */
function alike(left: Label, right: Label): number {
  if (left.folded === right.folded)
    // Two dates may be two things; one is but of its day.
    return left.whole === right.whole || [left, right].some(({ whole, folded }) => whole === folded) ? 1 : SAME_WORDS;
  if (left.stems.length === 0 || right.stems.length === 0) return 0;
  const areNumbersOther = left.numbers !== '' && right.numbers !== '' && left.numbers !== right.numbers;
  const capped = (likeness: number, areOther: boolean): number =>
    // A number on one side only may be a count; two numbers that differ are two things.
    areOther || areNumbersOther ? Math.min(likeness, CONTRAST_CAP) : likeness;
  const asWritten = capped(dice(left, right, 'written'), left.writtenContrasts !== right.writtenContrasts);
  const likeness =
    left.stems === left.written && right.stems === right.written
      ? asWritten
      : Math.max(asWritten, capped(dice(left, right, 'stems'), left.contrasts !== right.contrasts));
  const mayBeMistyped = likeness > 0 && likeness < TYPO_WORTH && !areNumbersOther;
  return mayBeMistyped && isMistyped(left, right) ? TYPO_WORTH : likeness;
}

/** The same words in the same order, letters apart: those that say little, or set things apart, may be mistyped as well. */
function isMistyped(a: Label, b: Label): boolean {
  const [left, right] = [a.folded.split(' '), b.folded.split(' ')];
  return left.length === right.length && left.every((word, at) => word === right[at] || isMisspelt(word, right[at]));
}

const isMisspelt = (a: string, b = ''): boolean => isTypo(stem(a), stem(b)) || isSlip(a, b);

/** Dice coefficient on stems, one-letter typos allowed in a stem or in the word that it comes from. */
function dice(a: Label, b: Label, reading: 'written' | 'stems'): number {
  const [left, right] = [a[reading], b[reading]];
  const rest = [...right];
  const words = reading === 'written' ? [...b.words] : [];
  let shared = 0;
  let paired = 0;
  for (const [at, word] of left.entries()) {
    const exact = rest.indexOf(word);
    const near =
      exact >= 0 ? exact : rest.findIndex((other, place) => isTypo(word, other) || isSlip(a.words[at], words[place]));
    if (near < 0) continue;
    rest.splice(near, 1);
    words.splice(near, 1);
    shared += exact >= 0 ? 1 : TYPO_WORTH;
    paired += 1;
  }
  const likeness = (SAME_WORDS * 2 * shared) / (left.length + right.length);
  return paired < Math.max(left.length, right.length) ? Math.min(likeness, LEFTOVER_CAP) : likeness;
}

/** Two longer words that begin alike and differ by one letter, where their endings made two stems of them. */
function isSlip(a = '', b = ''): boolean {
  return Math.min(a.length, b.length) >= MIN_SLIP_LENGTH && a[0] === b[0] && isTypo(a, b);
}

/** Numbers find a label that is nothing else; beside words they would only fill the index. */
function keysOf(written: readonly string[], found: readonly string[]): string[] {
  const all = [...new Set(written === found ? written : [...written, ...found])];
  const words = all.filter((word) => !/^\d/.test(word));
  return words.length > 0 ? words : all;
}

/** @returns whether two words differ by one letter added, lost, changed or swapped with its neighbour. */
export function isTypo(a: string, b: string): boolean {
  if (a.length < MIN_TYPO_LENGTH || Math.abs(a.length - b.length) > 1) return false;
  // One letter cannot change both ends.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // Another first letter makes another word: « reconnecter » is not « déconnecter ».
  const isOneLetter = Math.max(left.length, right.length) <= 1 && (start > 0 || left.length !== right.length);
  return isOneLetter || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

function list(wording: Wording): readonly string[] {
  return typeof wording === 'string' ? [wording] : wording;
}

/** Entries kept twice over; labels of a page repeat from one look to the next. */
const CACHE_SIZE = 10_000;

function cached<T extends object>(compute: (text: string) => T): (text: string) => T {
  let [recent, older] = [new Map<string, T>(), new Map<string, T>()];
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    if (recent.size >= CACHE_SIZE) [recent, older] = [new Map(), recent];
    const value = older.get(text) ?? compute(text);
    recent.set(text, value);
    return value;
  };
}
