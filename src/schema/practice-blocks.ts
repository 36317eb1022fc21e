import type { Block } from './practice';

/** @returns every block of a practice page, containers before what they hold, in reading order. */
export function* flatBlocks(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if ('blocks' in block) yield* flatBlocks(block.blocks);
  }
}

/** @returns whether this is a button or link after which nothing is seen to happen: choosing a file, a part left out. */
export function leadsNowhere(block: Block): boolean {
  if (block.block === 'link') return !block.to;
  return block.block === 'button' && !(block.to || block.opens || block.closes || block.downloads || block.sends);
}
