import { readWord, type Word } from './words';

/** There are fewer characters between two words of a term: the white space of a badly indented page, no more. */
export const FURTHEST = 200;

/** The words of a text, each read once, however often one looks ahead. */
export interface Reader {
  /** @returns a word to come, 0 for the next one. */
  word(place: number): Word | undefined;
  skip(count: number): void;
}

/** Reads words from an offset on; a term that begins before `to` may go on behind it. */
export function createReader(text: string, from: number, to: number): Reader {
  const words: Word[] = [];
  let at = from;
  return {
    word(place) {
      while (words.length <= place) {
        const word = readWord(text, at, Math.min(text.length, Math.max(to, at + FURTHEST)));
        if (!word) break;
        at = word.end;
        words.push(word);
      }
      return words[place];
    },
    skip(count) {
      for (let left = count; left > 0; left--) words.shift();
    },
  };
}
