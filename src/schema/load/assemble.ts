import type { Figure } from '../figures';
import type { Pack } from '../pack';
import type { Person } from '../person';
import type { PracticePage } from '../practice';
import type { Overlays } from './load-overlays';

/** What the build makes of an overlays folder: one pack a site, its practice pages and the people to practise with. */
export interface BuiltSite {
  pack: Pack;
  practice: PracticePage[];
  persons: Person[];
}

/** @returns what valid overlays make, site by site. Items marked `unsure` are left out: nothing unsure is ever shown. */
export function assemble(overlays: Overlays): BuiltSite[] {
  return overlays.sites.map((files) => buildSite(overlays, files));
}

/** @returns whether an item may be shown. */
export const isShown = (item: { confidence: string }): boolean => item.confidence !== 'unsure';

function buildSite(overlays: Overlays, files: Overlays['sites'][number]): BuiltSite {
  const siteId = files.site.value.id;
  const isForSite = (item: { sites?: string[] | undefined }): boolean => !item.sites || item.sites.includes(siteId);
  const figures = overlays.figures.flatMap((file) => file.value.figures).filter(isShown);
  const pack: Pack = {
    site: files.site.value,
    guides: files.guides.map((file) => file.value).filter(isShown),
    warnings: files.warnings.map((file) => file.value).filter(isShown),
    hints: files.hints
      .flatMap(({ value }) => value.hints.map((hint) => ({ ...hint, pages: value.pages })))
      .filter(isShown),
    terms: overlays.words.flatMap((file) => file.value.words).filter((word) => isForSite(word) && isShown(word)),
    people: (overlays.people?.value.people ?? []).filter((one) => isForSite(one) && isShown(one)),
    figures,
    updateWindows: overlays.figures.flatMap((file) => file.value.updateWindows ?? []),
    synonyms: overlays.synonyms?.value.groups ?? [],
  };
  return {
    pack: withFigures(pack, figures),
    practice: files.practice.map((file) => file.value),
    persons: withFigures(
      files.persons.map((file) => file.value),
      figures,
    ),
  };
}

/** Replaces `{{id}}` by the text of the latest figure of that id, in every text. */
function withFigures<T>(value: T, figures: readonly Figure[]): T {
  const latest = new Map(
    [...figures].sort((a, b) => a.validFrom.localeCompare(b.validFrom)).map((one) => [one.id, one.text]),
  );
  const replace = (inner: unknown): unknown => {
    if (typeof inner === 'string')
      return inner.replace(/\{\{([^}]*)\}\}/g, (whole, id: string) => latest.get(id) ?? whole);
    if (Array.isArray(inner)) return inner.map(replace);
    if (inner && typeof inner === 'object')
      return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, replace(one)]));
    return inner;
  };
  return replace(value) as T;
}
