/** A seeded source of chance (mulberry32): the same seed gives the same cases everywhere. */
export interface Chance {
  /** @returns a number from 0 (included) to 1 (excluded). */
  next(): number;
  /** @returns one of these. @throws when there is none. */
  pick<T>(from: readonly T[]): T;
  /** @returns the same items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick(from) {
      const found = from[Math.floor(next() * from.length)];
      if (found === undefined) throw new Error('Nothing to pick from');
      return found;
    },
    shuffle(items) {
      return items
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
    },
  };
}

/** @returns a whole number that depends on every letter of the text (FNV-1a). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
