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

/** @returns what the packs in use add to one site. */
export function additionsFor(site: string, imported: readonly ImportedPack[]): Additions[] {
  return imported.flatMap(({ sites }) => sites[site] ?? []);
}

/** @returns the packs of the extension with what was imported. */
export function withImported(packs: readonly Pack[], imported: readonly ImportedPack[]): Pack[] {
  return packs.map((pack) => {
    const added = additionsFor(pack.site.id, imported);
    return {
      ...pack,
      guides: joined(
        pack.guides,
        added.map(({ guides }) => guides),
      ),
      hints: joined(
        pack.hints,
        added.map(({ hints }) => hints),
      ),
      warnings: joined(
        pack.warnings,
        added.map(({ notes }) => notes),
      ),
      terms: withTerms(pack.terms, added),
      people: joined(
        pack.people,
        added.map(({ people }) => people),
      ),
    };
  });
}

/** @returns what a page asks for, with what was imported. */
export function withAdditions(overlays: DeferredOverlays, added: readonly Additions[]): DeferredOverlays {
  return {
    ...overlays,
    guides: joined(
      overlays.guides,
      added.map(({ guides }) => guides),
    ),
    hints: joined(
      overlays.hints,
      added.map(({ hints }) => hints),
    ),
    notes: joined(
      overlays.notes,
      added.map(({ notes }) => notes),
    ),
    people: joined(
      overlays.people,
      added.map(({ people }) => people),
    ),
  };
}

export function withTerms(terms: readonly Term[], added: readonly Additions[]): Term[] {
  return joined(
    terms,
    added.map((one) => one.terms),
  );
}

/** A newer extension may bring what a pack brought before: its own comes first, each name once. */
function joined<T extends { id: string }>(own: readonly T[], added: readonly (readonly T[])[]): T[] {
  return [...new Map([...own, ...added.flat()].reverse().map((one) => [one.id, one])).values()].reverse();
}
