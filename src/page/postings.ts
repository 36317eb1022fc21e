import { isTypo } from './similarity';

/** Letters; shorter words, and numbers, are never taken for one another. */
const SHORTEST = 4;
/** Letters at each end by which a word is found again when one letter of it is wrong: the slip spares one of the ends. */
const END = 2;

/** Which things carry a word: a page's labels by their words. */
export class Postings<T> {
  readonly #lists = new Map<string, Set<T>>();
  readonly #ends = new Map<string, Set<string>>();

  add(words: readonly string[], item: T): void {
    for (const word of words) {
      const list = this.#lists.get(word);
      if (list) list.add(item);
      else {
        this.#lists.set(word, new Set([item]));
        for (const end of endsOf(word)) this.#ends.set(end, (this.#ends.get(end) ?? new Set()).add(word));
      }
    }
  }

  remove(words: readonly string[], item: T): void {
    for (const word of words) {
      const list = this.#lists.get(word);
      if (!list?.delete(item) || list.size > 0) continue;
      this.#lists.delete(word);
      for (const end of endsOf(word)) this.#ends.get(end)?.delete(word);
    }
  }

  /** @returns what carries this word; when nothing does, what carries it with one letter wrong. */
  of(word: string): ReadonlySet<T> {
    return this.#lists.get(word) ?? this.near(word);
  }

  /** @returns what carries this word with one letter wrong. */
  near(word: string): ReadonlySet<T> {
    const found = new Set<T>();
    for (const end of endsOf(word)) {
      for (const other of this.#ends.get(end) ?? []) {
        if (isTypo(word, other)) for (const item of this.#lists.get(other) ?? []) found.add(item);
      }
    }
    return found;
  }
}

function endsOf(word: string): string[] {
  if (word.length < SHORTEST || /^\d/.test(word)) return [];
  return [`${word.slice(0, END)}…`, `…${word.slice(-END)}`];
}
