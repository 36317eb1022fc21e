import type { DeferredOverlays, Pack, Term } from '../schema';
import type { Settings } from '../settings/types';
import type { Additions, ImportedPack } from './types';

/** Why a pack is not in use on this machine. */
export type Refusal = 'unknownKey' | 'noKeys';

/** @returns why the structure's settings keep a pack out; nothing when they let it in. */
export function refusalOf(
  { key }: Pick<ImportedPack, 'key'>,
  { packKeys, mode }: Pick<Settings, 'packKeys' | 'mode'>,
): Refusal | undefined {
  if (packKeys !== undefined) return key !== undefined && packKeys.split(' ').includes(key) ? undefined : 'unknownKey';
  return mode === 'public' ? 'noKeys' : undefined;
}

/** @returns what the packs in use add to one site, all together. */
export function additionsFor(site: string, imported: readonly ImportedPack[]): Additions {
  const added = imported.flatMap(({ sites }) => sites[site] ?? []);
  return {
    guides: added.flatMap(({ guides }) => guides),
    hints: added.flatMap(({ hints }) => hints),
    notes: added.flatMap(({ notes }) => notes),
    terms: added.flatMap(({ terms }) => terms),
    people: added.flatMap(({ people }) => people),
  };
}

/** @returns the packs of the extension with what was imported. */
export function withImported(packs: readonly Pack[], imported: readonly ImportedPack[]): Pack[] {
  return packs.map((pack) => {
    const added = additionsFor(pack.site.id, imported);
    const terms = withTerms(pack.terms, added);
    return { ...pack, ...joinedParts(pack, added), warnings: joined(pack.warnings, added.notes), terms };
  });
}

/** @returns what a page asks for, with what was imported. */
export function withAdditions(overlays: DeferredOverlays, added: Additions): DeferredOverlays {
  return { ...overlays, ...joinedParts(overlays, added), notes: joined(overlays.notes, added.notes) };
}

export function withTerms(terms: readonly Term[], added: Additions): Term[] {
  return joined(terms, added.terms);
}

type Parts = Pick<Additions, 'guides' | 'hints' | 'people'>;

function joinedParts(own: Parts, added: Parts): Parts {
  return {
    guides: joined(own.guides, added.guides),
    hints: joined(own.hints, added.hints),
    people: joined(own.people, added.people),
  };
}

/** A newer extension may bring what a pack brought before: its own comes first, each name once. */
function joined<T extends { id: string }>(own: readonly T[], added: readonly T[]): T[] {
  return [...new Map([...own, ...added].reverse().map((one) => [one.id, one])).values()].reverse();
}
