import { resolve } from 'node:path';
import type { Block, Pack, PracticePage, Target } from '../../src/schema';
import { buildPacks } from '../../src/schema/load/build-packs';

/** The built-in overlays, as the extension under test carries them. */
export const SITES = buildPacks(resolve(import.meta.dirname, '../../overlays'));
export const ALL_PRACTICE: PracticePage[] = SITES.flatMap(({ practice }) => practice);

/** @returns the practice pages on which an overlay for these pages can be met. */
export function practiceFor(
  { practice, pack }: { practice: PracticePage[]; pack: Pack },
  pages: readonly string[],
): PracticePage[] {
  const wanted = pages.includes('any') ? pack.site.pages.map(({ id }) => id) : pages;
  return practice.filter(({ page }) => wanted.includes(page));
}

/** @returns the practice pages that show one of these words at once, not behind another answer. */
export function showingAtOnce(pages: readonly PracticePage[], words: readonly string[]): PracticePage[] {
  return pages.filter(({ blocks }) => mentions(shownAtOnce(blocks), words));
}

function mentions(blocks: readonly unknown[], words: readonly string[]): boolean {
  const text = JSON.stringify(blocks).toLowerCase();
  return words.some((word) => text.includes(JSON.stringify(word).toLowerCase()));
}

function shownAtOnce(blocks: readonly Block[]): unknown[] {
  return blocks
    .filter((block) => !('showIf' in block && block.showIf))
    .map((block) => ('blocks' in block ? { ...block, blocks: shownAtOnce(block.blocks) } : block));
}

/** @returns every wording and id by which targets may be known. */
export function cluesOf(targets: readonly Target[]): string[] {
  return targets.flatMap(({ name, label, text, also }) =>
    [name ?? [], label ?? [], text ?? [], also?.id ?? [], also?.name ?? []].flat(),
  );
}
