import hyphenation from 'hyphen/fr/index.js';
import { bareWord, sentencesOf, wordsOf } from './sentences';

/** How easy a text is to read; the formulas of the accessibility facts, § 3. */
export interface Measures {
  /** Our words; quoted labels are not counted. */
  words: number;
  /** Words a sentence. */
  perSentence: number;
  /** Kandel and Moles (1958): higher is easier, 100 and more is very easy. */
  kandelMoles: number;
  /** LIX (Björnsson): lower is easier. */
  lix: number;
}

/** LIX calls a word long from its seventh letter on. */
const LONG_WORD = 7;

/** @returns the measures of these sentences (already {@link ownText}), or `undefined` when there is no word. */
export function measure(text: string): Measures | undefined {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf).map(bareWord).filter(Boolean);
  if (words.length === 0) return undefined;
  const perSentence = words.length / sentences.length;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const long = words.filter((word) => word.replace(/[^\p{L}]/gu, '').length >= LONG_WORD).length;
  return {
    words: words.length,
    perSentence,
    kandelMoles: 207 - 1.015 * perSentence - (73.6 * syllables) / words.length,
    lix: perSentence + (100 * long) / words.length,
  };
}

/** @returns how many syllables are heard: those of hyphenation, without a last one that holds a mute e only. A number counts 1. */
export function syllablesOf(word: string): number {
  const parts = word
    .toLowerCase()
    .split('-')
    .filter(Boolean)
    .flatMap((part) => hyphenation.hyphenateSync(part, { hyphenChar: '|', minWordLength: 2 }).split('|'));
  const isMute = parts.length > 1 && /^[^aeiouyàâéèêëîïôöùûüœæ]+es?$/.test(parts.at(-1) ?? '');
  return Math.max(1, parts.length - (isMute ? 1 : 0));
}
