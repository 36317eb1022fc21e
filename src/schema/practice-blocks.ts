import type { Block } from './practice';

/** @returns every block of a practice page, containers before what they hold, in reading order. */
export function* flatBlocks(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if ('blocks' in block) yield* flatBlocks(block.blocks);
  }
}
