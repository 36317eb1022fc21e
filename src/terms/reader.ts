import { readWord, type Word } from './words';

/** There are fewer characters between two words of a term: the white space of a badly indented page, no more. */
export const FURTHEST = 200;

/** The words of a text, each read once, however often one looks ahead. */
export interface Reader {
  /** Begins a text anew; a term that begins before `to` may go on behind it. */
  start(text: string, from: number, to: number): void;
  /** @returns a word to come, 0 for the next one. */
  word(place: number): Word | undefined;
  skip(count: number): void;
}

export function createReader(): Reader {
  let words: Word[] = [];
  let [text, at, until] = ['', 0, 0];
  return {
    start(whole, from, to) {
      [text, at, until, words] = [whole, from, to, []];
    },
    word(place) {
      while (words.length <= place) {
        const word = readWord(text, at, Math.min(text.length, Math.max(until, at + FURTHEST)));
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
