import { isTypo } from './similarity';

/** Letters; shorter words, and numbers, are never taken for one another. */
const SHORTEST = 4;
/** Letters at each end by which a word is found again when one letter of it is wrong: the slip spares one of the ends. */
const END = 2;

/** Things that are remembered as new. */
const MOST_NEW = 2_000;

/** Which things carry a word: a page's labels by their words. */
export class Postings<T> {
  /** How many things have been added, ever. */
  count = 0;
  readonly #new: T[] = [];
  readonly #lists = new Map<string, Set<T>>();
  readonly #ends = new Map<string, Set<string>>();
  /** Words with one letter wrong, by the word that was asked for; until a new word comes. */
  readonly #alike = new Map<string, readonly string[]>();

  add(words: readonly string[], item: T): void {
    this.count += 1;
    if (this.#new.push(item) > MOST_NEW) this.#new.shift();
    for (const word of words) {
      const list = this.#lists.get(word);
      if (list) list.add(item);
      else {
        this.#lists.set(word, new Set([item]));
        const ends = endsOf(word);
        if (ends.length > 0) this.#alike.clear();
        for (const end of ends) this.#ends.set(end, (this.#ends.get(end) ?? new Set()).add(word));
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

  /** @returns what was added since there were so many; `undefined` when that is too long ago. */
  since(count: number): readonly T[] | undefined {
    const place = this.#new.length + count - this.count;
    return place < 0 ? undefined : this.#new.slice(place);
  }

  /** @returns what carries this word, and what carries it with one letter wrong: the lists themselves, which may be long. */
  of(word: string): ReadonlySet<T>[] {
    return [word, ...this.#alikeOf(word)].flatMap((one) => this.#lists.get(one) ?? []);
  }

  #alikeOf(word: string): readonly string[] {
    const known = this.#alike.get(word);
    if (known) return known;
    const alike = new Set<string>();
    for (const end of endsOf(word)) {
      for (const other of this.#ends.get(end) ?? []) if (other !== word && isTypo(word, other)) alike.add(other);
    }
    const found = [...alike];
    this.#alike.set(word, found);
    return found;
  }
}

function endsOf(word: string): string[] {
  if (word.length < SHORTEST || /^\d/.test(word)) return [];
  return [`${word.slice(0, END)}…`, `…${word.slice(-END)}`];
}
