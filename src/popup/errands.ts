import { folded } from '../page/folded';
import type { Guide, Pack } from '../schema';

/** One thing a person may want to do, in their words, and the guide that leads there. */
export interface Errand {
  words: string;
  guide: Guide;
  pack: Pack;
}

/** @returns one errand per guide, in its first everyday wording, grouped by site in the order of the packs. */
export function errandsOf(packs: readonly Pack[]): Errand[] {
  return packs.flatMap((pack) => pack.guides.map((guide) => ({ words: guide.errands[0] ?? guide.title, guide, pack })));
}

/** @returns the packs with that of this site first: two sites have errands in the same words (« J'ai changé de banque »). */
export function siteFirst(packs: readonly Pack[], siteName: string | undefined): Pack[] {
  const isOther = (pack: Pack): number => Number(pack.site.name !== siteName);
  return [...packs].sort((a, b) => isOther(a) - isOther(b));
}

/** @returns the errands that hold every word typed, in any of their wordings or their title; all when nothing is typed. */
export function searchErrands(errands: readonly Errand[], typed: string): Errand[] {
  const wanted = folded(typed)
    .split(' ')
    .filter((word) => word !== '');
  return errands.filter(({ guide, pack }) => {
    const text = folded([guide.title, ...guide.errands, pack.site.name].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}
