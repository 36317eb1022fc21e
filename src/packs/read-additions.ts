import type * as z from 'zod';
import type { Pack, Services } from '../schema';
import { guide } from '../schema/guide';
import { hints } from '../schema/hint';
import { assemble } from '../schema/load/assemble';
import { crossCheck } from '../schema/load/cross-checks';
import type { Overlays } from '../schema/load/load-overlays';
import type { Problem } from '../schema/load/problem';
import { parseYaml, type Read } from '../schema/load/read-yaml';
import { people } from '../schema/people';
import { words } from '../schema/term';
import { warning } from '../schema/warning';
import type { Additions } from './types';

/** What the extension brings itself, which a pack may point at and must not repeat. */
export interface Known {
  packs: readonly Pack[];
  services: Services;
}

/** In messages, where something is that the extension brings. */
const OURS = 'l’extension';

/**
 * Reads the files of a pack as the build reads the overlays folder, beside what the extension brings.
 * @param files YAML texts by their path in the overlays folder
 * @returns what they add to each site, or every problem with file, line and field
 */
export function readAdditions(
  files: Readonly<Record<string, string>>,
  known: Known,
): { sites: Record<string, Additions> } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const all = <T>(folder: string, schema: z.ZodType<T>): Read<T>[] =>
    Object.entries(files).flatMap(([path, text]) => {
      if (!isIn(path, folder)) return [];
      taken.add(path);
      const read = parseYaml(path, text, schema);
      if (!('problems' in read)) return [read];
      problems.push(...read.problems);
      return [];
    });
  const own: Own = {
    words: all('words', words),
    people: all('people.yaml', people)[0],
    sites: known.packs.map(({ site: { id } }) => ({
      guides: all(`${id}/guides`, guide),
      warnings: all(`${id}/warnings`, warning),
      hints: all(`${id}/hints`, hints),
    })),
  };
  for (const file of Object.keys(files)) if (!taken.has(file)) problems.push(problem(file, NOT_READ));
  if (problems.length > 0) return { problems };
  const overlays = withKnown(own, known);
  problems.push(...crossCheck(overlays), ...repeated(own, known), ...notForPacks(own));
  return problems.length > 0 ? { problems } : { sites: additions(overlays, known) };
}

const NOT_READ =
  'un lot ne peut pas avoir ce fichier ; il peut avoir people.yaml, words/…, et dans le dossier d’un site guides/…, warnings/…, hints/…';

interface Own extends Pick<Overlays, 'words' | 'people'> {
  sites: Pick<Overlays['sites'][number], 'guides' | 'warnings' | 'hints'>[];
}

function isIn(path: string, folder: string): boolean {
  return path === folder || (/\.ya?ml$/.test(path) && path.slice(0, path.lastIndexOf('/')) === folder);
}

function problem(file: string, message: string, field = ''): Problem {
  return { file, line: 1, field, message };
}

/** What the extension brings, as if it had been read from a file of its own. */
function ours<T>(file: string, value: T): Read<T> {
  return { file, value, problemAt: (at, message) => problem(file, message, at.join(' › ')) };
}

function withKnown(own: Own, { packs, services }: Known): Overlays {
  const terms = new Map(packs.flatMap((pack) => pack.terms.map((term) => [term.id, term])));
  const helpers = [...new Map(packs.flatMap((pack) => pack.people.map((one) => [one.id, one]))).values()];
  return {
    root: '',
    words: [ours(OURS, { theme: OURS, words: [...terms.values()] }), ...own.words],
    synonyms: undefined,
    people: withOurs(own.people, helpers),
    services: ours(OURS, services),
    figures: [ours(OURS, { figures: packs.flatMap(({ figures }) => figures) } as Overlays['figures'][number]['value'])],
    sites: packs.map(({ site }, place) => ({
      // Where one leaves is a guide of the extension, which stands in no file here.
      site: ours(`${site.id}/site.yaml`, { ...site, leaveGuide: undefined }),
      guides: own.sites[place]?.guides ?? [],
      warnings: own.sites[place]?.warnings ?? [],
      hints: own.sites[place]?.hints ?? [],
      practice: [],
      persons: [],
    })),
  };
}

/** One list of both, the pack's first: where a problem stands in its file does not change. */
function withOurs(own: Overlays['people'], helpers: Pack['people']): Overlays['people'] {
  if (!own) return ours(OURS, { people: helpers });
  return { ...own, value: { people: [...own.value.people, ...helpers] } };
}

/** An overlay of the extension is never replaced: who trusts the one has not read the other. */
function repeated(own: Own, { packs }: Known): Problem[] {
  const helpers = new Set(packs.flatMap((pack) => pack.people.map(({ id }) => id)));
  const said = (id: string): string => `« ${id} » existe déjà dans ${OURS} : prenez un autre nom`;
  const repeatedHelpers = (own.people?.value.people ?? []).flatMap(({ id }, place) =>
    helpers.has(id) && own.people ? [own.people.problemAt(['people', place, 'id'], said(id))] : [],
  );
  const inSites = own.sites.flatMap(({ guides, warnings, hints: placed }, place) => {
    const pack = packs[place];
    const has = (list: readonly { id: string }[] | undefined, id: string): boolean =>
      list?.some((one) => one.id === id) ?? false;
    return [
      ...guides.flatMap((file) =>
        has(pack?.guides, file.value.id) ? [file.problemAt(['id'], said(file.value.id))] : [],
      ),
      ...warnings.flatMap((file) =>
        has(pack?.warnings, file.value.id) ? [file.problemAt(['id'], said(file.value.id))] : [],
      ),
      ...placed.flatMap((file) =>
        file.value.hints.flatMap(({ id }, at) =>
          has(pack?.hints, id) ? [file.problemAt(['hints', at, 'id'], said(id))] : [],
        ),
      ),
    ];
  });
  return [...repeatedHelpers, ...inSites];
}

/** What only the extension can do. */
function notForPacks({ sites }: Own): Problem[] {
  return sites.flatMap(({ warnings, hints: placed }) => [
    ...warnings.flatMap((file) =>
      file.value.severity === 'inform'
        ? []
        : [file.problemAt(['severity'], 'un lot ne peut pas retenir un choix ; écrivez severity: inform')],
    ),
    ...placed.flatMap((file) =>
      file.value.hints.flatMap(({ checks = [] }, at) =>
        checks.flatMap((check, place) =>
          check.kind === 'figure'
            ? [file.problemAt(['hints', at, 'checks', place], 'un lot ne peut pas comparer avec un chiffre daté')]
            : [],
        ),
      ),
    ),
  ]);
}

/** What was assembled with what the extension brings, without it. */
function additions(overlays: Overlays, { packs }: Known): Record<string, Additions> {
  const built = assemble(overlays).map(({ pack }, place): [string, Additions] => {
    const isNew = (list: readonly { id: string }[] = []) => {
      const ids = new Set(list.map(({ id }) => id));
      return ({ id }: { id: string }): boolean => !ids.has(id);
    };
    const ourPack = packs[place];
    return [
      pack.site.id,
      {
        guides: pack.guides,
        notes: pack.warnings,
        hints: pack.hints,
        terms: pack.terms.filter(isNew(ourPack?.terms)),
        people: pack.people.filter(isNew(ourPack?.people)),
      },
    ];
  });
  return Object.fromEntries(built);
}
