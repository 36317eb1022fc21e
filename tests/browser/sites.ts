import { resolve } from 'node:path';
import type { Pack, PracticePage } from '../../src/schema';
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
