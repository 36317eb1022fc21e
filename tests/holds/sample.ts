import type { Cell } from './cell.ts';
import type { PageKind } from './pages/page-kind.ts';
import type { Way } from './ways/way.ts';

interface Choice {
  only?: string | undefined;
  way?: string | undefined;
  /** How many cells are wanted; the order is then drawn. */
  part?: number | undefined;
  seed: number;
}

/** @returns the cells to try, in order: all of them, or drawn with a seed so that every kind of page comes up early. */
export function chosenCells(
  kinds: readonly PageKind[],
  ways: readonly Way[],
  { only, way, part, seed }: Choice,
): Cell[] {
  const cells = kinds
    .filter(({ id }) => only === undefined || only.split(',').some((start) => id.startsWith(start)))
    .flatMap((kind) =>
      ways
        .filter(({ id, needs }) => (way === undefined || id === way) && (needs?.test(kind.body + kind.script) ?? true))
        .map((one) => ({ kind, way: one })),
    );
  return part === undefined ? cells : shuffled(cells, random(seed));
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((one) => ({ one, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** mulberry32: small, seeded, good enough to draw lots. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
