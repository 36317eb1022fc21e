import { resolve } from 'node:path';
import type { Pack, PracticePage, Target } from '../../src/schema';
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

/** @returns the practice pages whose description holds one of these words or ids: the others need not be opened. */
export function holding(pages: readonly PracticePage[], words: readonly string[]): PracticePage[] {
  const found = pages.filter(({ blocks }) => {
    const text = JSON.stringify(blocks).toLowerCase();
    return words.some((word) => text.includes(JSON.stringify(word).slice(1, -1).toLowerCase()));
  });
  return found.length > 0 ? found : [...pages];
}

/** @returns every wording and id by which targets may be known. */
export function cluesOf(targets: readonly Target[]): string[] {
  return targets.flatMap(({ name, label, text, also }) =>
    [name ?? [], label ?? [], text ?? [], also?.id ?? [], also?.name ?? []].flat(),
  );
}
