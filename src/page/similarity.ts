import type { Wording } from '../schema';
import { contrasts, foldLabel, numbers, stems } from './normalise';

/** A word with one letter wrong still counts, but less. */
const TYPO_WORTH = 0.85;
/** Highest likeness of two labels that one word sets apart (« ne pas », « autre », another number). */
const CONTRAST_CAP = 0.4;
/** Longest phrase of the list of synonyms, in words. */
const LONGEST_PHRASE = 4;
/** Words shorter than this must be the same to the letter. */
const MIN_TYPO_LENGTH = 5;

/** Compares labels with the near-synonyms of the overlays folder. */
export interface Comparer {
  /** @returns the stems of a label, by which an index finds it. */
  stemsOf(text: string): readonly string[];
  /** @returns how alike the best of these wordings and a label are: 0 to 1, 1 only when they read the same. */
  compare(wanted: Wording, actual: string): number;
  /** @returns whether the text holds one of these wordings, whole words in order. */
  holds(text: string, wanted: Wording): boolean;
}

/** Makes a comparer; groups of synonyms are read once. */
export function createComparer(synonyms: readonly (readonly string[])[]): Comparer {
  const canonical = new Map<string, string>();
  for (const group of synonyms) {
    const first = stems(foldLabel(group[0] ?? '')).join(' ');
    for (const word of group) canonical.set(stems(foldLabel(word)).join(' '), first);
  }
  const read = cached((text: string) => {
    const folded = foldLabel(text);
    const found = stems(folded);
    return { folded, stems: replaced(found, canonical) };
  });
  return {
    stemsOf: (text) => read(text).stems,
    compare(wanted, actual) {
      const right = read(actual);
      if (right.folded === '') return 0;
      return Math.max(...list(wanted).map((one) => alike(read(one), right)));
    },
    holds(text, wanted) {
      const padded = ` ${read(text).folded} `;
      return list(wanted).some((one) => padded.includes(` ${read(one).folded} `));
    },
  };
}

/** The same stems with each phrase of the list of synonyms, the longest first, put in one way. */
function replaced(found: readonly string[], canonical: ReadonlyMap<string, string>): string[] {
  const result: string[] = [];
  for (let at = 0; at < found.length; ) {
    let length = Math.min(LONGEST_PHRASE, found.length - at);
    while (length > 0 && !canonical.has(found.slice(at, at + length).join(' '))) length--;
    const phrase = length > 0 ? canonical.get(found.slice(at, at + length).join(' ')) : undefined;
    result.push(...(phrase ?? found[at] ?? '').split(' '));
    at += Math.max(1, length);
  }
  return result;
}

interface Label {
  folded: string;
  stems: string[];
}

/** Dice coefficient on stems, one-letter typos allowed; the same reading is 1, the same stems almost. */
function alike(left: Label, right: Label): number {
  if (left.folded === right.folded) return 1;
  if (left.stems.length === 0 || right.stems.length === 0) return 0;
  const rest = [...right.stems];
  let shared = 0;
  for (const word of left.stems) {
    const exact = rest.indexOf(word);
    const near = exact >= 0 ? exact : rest.findIndex((other) => isTypo(word, other));
    if (near < 0) continue;
    rest.splice(near, 1);
    shared += exact >= 0 ? 1 : TYPO_WORTH;
  }
  const likeness = 0.97 * ((2 * shared) / (left.stems.length + right.stems.length));
  return areSetApart(left.stems, right.stems) ? Math.min(likeness, CONTRAST_CAP) : likeness;
}

/** A number on one side only may be a count; two numbers that differ are two things. */
function areSetApart(left: readonly string[], right: readonly string[]): boolean {
  const [a, b] = [numbers(left), numbers(right)];
  const isOther = a.length > 0 && b.length > 0 && a.join() !== b.join();
  return isOther || contrasts(left).join() !== contrasts(right).join();
}

/** @returns whether two words differ by one letter added, lost, changed or swapped with its neighbour. */
export function isTypo(a: string, b: string): boolean {
  if (a.length < MIN_TYPO_LENGTH || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    Math.max(left.length, right.length) <= 1 || (left.length === 2 && left[0] === right[1] && left[1] === right[0])
  );
}

function list(wording: Wording): readonly string[] {
  return typeof wording === 'string' ? [wording] : wording;
}

/** Entries kept; labels of a page repeat from one look to the next. */
const CACHE_SIZE = 20_000;

function cached<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= CACHE_SIZE) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
