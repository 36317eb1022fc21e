/** Letters that people write onto the word when they leave the apostrophe out: « largent », « dactivité ». */
const ELIDED = /^[cdjlmnst](?=[aeiouyh])/;
/** Shorter words are too easily another word. */
const SHORTEST_START = 4;
/** From these lengths on a word may lose two letters at its end, or hold two slips, and still be no other word. */
const LONG_ENDING = 8;
const LONG = 10;

/** @returns whether a typed word stands for this one, both folded: the same, another form of it, or it with a slip of the hand. */
export function isNearWord(typed: string, word: string): boolean {
  return isNear(typed, word) || (ELIDED.test(typed) && isNear(typed.slice(1), word));
}

function isNear(typed: string, word: string): boolean {
  const shortest = Math.min(typed.length, word.length);
  if (typed === word) return true;
  if (shortest < SHORTEST_START || typed[0] !== word[0]) return false;
  const shared = Math.max(SHORTEST_START, shortest - (shortest >= LONG_ENDING ? 2 : 1));
  if (typed.slice(0, shared) === word.slice(0, shared)) return true;
  return slips(typed, word) <= (shortest >= LONG ? 2 : 1);
}

/** @returns how many letters to change, add or take away, or neighbours to swap. */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      line[at] = Math.min(
        (last[at] ?? 0) + 1,
        (line[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, line];
  }
  return last[other.length] ?? 0;
}
