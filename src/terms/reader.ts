import { newWord, readWord, type Word } from './words';

/** Characters between two words of a term: the white space of a badly indented page, no more. */
const FURTHEST = 200;

/** The words of a text, each read once, however often one looks ahead. */
export interface Reader {
  /** Begins a text anew; a term that begins before `to` may go on behind it. */
  start(text: string, from: number, to: number): void;
  /** @returns a word to come, 0 for the next one; it is overwritten once it has been skipped. */
  word(place: number): Word | undefined;
  skip(count: number): void;
}

export function createReader(): Reader {
  /** Those read and not skipped yet, then room for others: a text has too many words to make an object of each. */
  const words: Word[] = [];
  let known = 0;
  let [text, at, until] = ['', 0, 0];
  return {
    start(whole, from, to) {
      [text, at, until, known] = [whole, from, to, 0];
    },
    word(place) {
      for (; known <= place; known++) {
        words[known] ??= newWord();
        const word = words[known] as Word;
        if (!readWord(text, at, Math.min(text.length, Math.max(until, at + FURTHEST)), word)) return undefined;
        at = word.end;
      }
      return words[place];
    },
    skip(count) {
      for (let left = count; left > 0; left--) words.push(words.shift() as Word);
      known -= count;
    },
  };
}
