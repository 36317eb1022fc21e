import { folded } from '../page/folded';
import type { Guide, Pack } from '../schema';
import { isNearWord } from './near-words';

/** One thing a person may want to do, in their words, and the guide that leads there. */
export interface Errand {
  words: string;
  guide: Guide;
  pack: Pack;
}

/** Little words, which every errand may hold, and the ways of asking: they tell no errand from another. */
const EMPTY = new Set(
  folded(`a ai au aux avec ca ce ces cette comment d dans de des du elle en est et faire fait faut il ils j jai je l la
    le les leur m ma me mes moi mon n ne on ou par pas peux plus pour qu que qui quoi s sa se ses suis sur t un une
    veux voudrais y dois c cest mais tout`).split(' '),
);

/** Of the errands that share a word or two with what was typed, those far behind the best one only confuse. */
const SHARE_OF_BEST = 0.7;
const MOST = 6;

/** @returns one errand per guide, in its first everyday wording, grouped by site in the order of the packs. */
export function errandsOf(packs: readonly Pack[]): Errand[] {
  return packs.flatMap((pack) => pack.guides.map((guide) => ({ words: guide.errands[0] ?? guide.title, guide, pack })));
}

/** @returns the packs with that of this site first: two sites have errands in the same words (« J'ai changé de banque »). */
export function siteFirst(packs: readonly Pack[], siteName: string | undefined): Pack[] {
  const isOther = (pack: Pack): number => Number(pack.site.name !== siteName);
  return [...packs].sort((a, b) => isOther(a) - isOther(b));
}

/**
 * @returns the errands that hold every word typed, in any of their wordings or their title; all when nothing is typed.
 * When none does, people have written as they speak, or with a slip: then the few that are nearest, best first.
 */
export function searchErrands(errands: readonly Errand[], typed: string): Errand[] {
  const wanted = inOneWord(typed)
    .split(' ')
    .filter((word) => word !== '');
  const exact = errands.filter((errand) => {
    const text = textOf(errand);
    return wanted.every((word) => text.includes(word));
  });
  return exact.length > 0 ? exact : nearest(errands, wanted);
}

/** A word that few errands hold says more than one that many do. */
function nearest(errands: readonly Errand[], wanted: readonly string[]): Errand[] {
  const texts = errands.map((errand) => [...new Set(textOf(errand).split(' '))]);
  const scores = errands.map(() => 0);
  for (const word of new Set(wanted.filter((one) => !EMPTY.has(one)))) {
    const holders = texts.flatMap((text, at) => (text.some((one) => isNearWord(word, one)) ? [at] : []));
    for (const at of holders) scores[at] = (scores[at] ?? 0) + Math.log(1 + errands.length / holders.length);
  }
  const best = Math.max(0, ...scores);
  return errands
    .map((errand, at) => ({ errand, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= best * SHARE_OF_BEST)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ errand }) => errand);
}

/** The site's addresses hold the names that it had before: many people still use those. */
function textOf({ guide, pack: { site } }: Errand): string {
  return inOneWord([guide.title, ...guide.errands, site.name, ...site.officialDomains].join(' '));
}

/** Our texts say « e-mail » alone; people type any of its names. */
function inOneWord(text: string): string {
  return folded(text).replace(/\b(?:e ?mail|courriel|mel)(s?)\b/g, 'mail$1');
}
