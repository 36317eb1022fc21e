import type { Term } from '../schema';
import { buildLexicon, readTerm } from './lexicon';
import { newWord, readWord } from './words';

/** A word of the list found in a text: offsets, end excluded. */
export interface Match {
  term: Term;
  start: number;
  end: number;
}

/** Finds the terms of a text: whole words, leftmost, longest first, none over another. The rules are in `README.md`. */
export interface Matcher {
  /** @returns all the matches of a text. */
  (text: string): Match[];
  /**
   * Reads the words that begin in a part of a text.
   * @returns where the next part begins: at `to`, or after a term that goes beyond it.
   */
  part(text: string, from: number, to: number, found: (match: Match) => void): number;
}

/** Makes a matcher at once. */
export function createMatcher(terms: readonly Term[]): Matcher {
  const steps = matcherSteps(terms);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Makes a matcher step by step, for long lists on a page that is waiting. */
export function* matcherSteps(terms: readonly Term[]): Generator<undefined, Matcher> {
  const lexicon = yield* buildLexicon(terms);
  const word = newWord();
  const keys: string[] = [];
  const part: Matcher['part'] = (text, from, to, found) => {
    let at = from;
    while (readWord(text, at, to, word)) {
      at = word.end;
      const reading = word.isJoined ? undefined : readTerm(lexicon, text, word, keys);
      const term = reading && terms[reading.term];
      if (!term) continue;
      found({ term, start: word.start, end: reading.end });
      at = reading.end;
    }
    return Math.max(at, to);
  };
  const all = (text: string): Match[] => {
    const matches: Match[] = [];
    part(text, 0, text.length, (match) => matches.push(match));
    return matches;
  };
  return Object.assign(all, { part });
}
