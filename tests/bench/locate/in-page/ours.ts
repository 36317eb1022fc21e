import { locate } from '../../../../src/page/locate';
import { createIndex, type LivingIndex } from '../../../../src/page/page-index';
import { type Comparer, createComparer } from '../../../../src/page/similarity';
import { TUNING, type Tuning } from '../../../../src/page/tuning';
import type { Located } from '../../../../src/page/types';
import type { Target } from '../../../../src/schema';

const owns = (): boolean => false;

/** The locator of the extension, as the engine asks it: one index of the page for all the targets. */
export interface Ours {
  locate(target: Target): Located;
}

/** @returns the locator on this page as it is now, and the ms it took to index it. */
export function readPage(
  document: Document,
  comparer: Comparer,
  tuning: Tuning = TUNING,
): Ours & { indexMs: number; index: LivingIndex } {
  const start = performance.now();
  const index = createIndex(document, owns, comparer);
  while (index.step());
  const indexMs = performance.now() - start;
  return { index, indexMs, locate: (target) => locate(target, { index, comparer, owns, tuning }) };
}

/** @returns what compares labels, with the near-synonyms of the overlays folder. */
export function comparerWith(synonyms: readonly (readonly string[])[]): Comparer {
  return createComparer(synonyms);
}

/** @returns what a person would be shown: the element, what stands for it, what opens its place. */
export function shownBy(located: Located): Element[] {
  if (located.kind !== 'found') return [];
  return [located.element, located.pointAt, ...(located.opener ? [located.opener] : [])];
}
