import type { Term } from '../schema';
import { buildLexicon } from './lexicon';
import { createReader } from './reader';

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
  const longest = yield* buildLexicon(terms);
  const part: Matcher['part'] = (text, from, to, found) => {
    let end = from;
    const reader = createReader(text, from, to);
    for (let word = reader.word(0); word && word.start < to; word = reader.word(0)) {
      const reading = longest(text, reader);
      const term = reading && terms[reading.term];
      end = reading?.end ?? word.end;
      if (term) found({ term, start: word.start, end });
      reader.skip(reading?.count ?? 1);
    }
    return Math.max(end, to);
  };
  const all = (text: string): Match[] => {
    const matches: Match[] = [];
    part(text, 0, text.length, (match) => matches.push(match));
    return matches;
  };
  return Object.assign(all, { part });
}
