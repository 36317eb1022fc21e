import { relative, resolve } from 'node:path';
import * as z from 'zod';
import { loadOverlays, type Overlays, type SiteFiles } from '../../src/schema/load/load-overlays';
import { OverlayError } from '../../src/schema/load/problem';
import { readYaml } from '../../src/schema/load/read-file';
import type { Read } from '../../src/schema/load/read-yaml';
import { GUIDE, HELPER, HINT, PERSON, SERVICE, type Shown, SITE, TERM, WARNING } from './shown-fields';

/** What kind of thing a text belongs to; `locale` is the interface's own text. */
export type Kind = 'guide' | 'warning' | 'hint' | 'term' | 'helper' | 'person' | 'site' | 'service' | 'locale';

/** One text that a person reads, where it is written, and with what it is read in one go. */
export interface ShownText {
  kind: Kind;
  /** Sites where it is shown. */
  sites: readonly string[];
  /** From the root of the project. */
  file: string;
  line: number;
  field: string;
  /** As it is shown: figures of the year are in it, Markdown too. */
  text: string;
  /** Texts of one box (a step, a warning, a word) have the same; formulas are computed on a box. */
  box: string;
  shown: Shown;
}

/** The interface's own texts. */
export const LOCALE = 'src/locales/fr.yml';
/** Groups of the interface's texts that stand in a bubble or in a warning. */
const LOCALE_BUBBLES = new Set(['guide', 'hint', 'warning']);
/** The sheet for whoever installs on many machines: paths, policies and registry keys, never shown to a person being helped nor read aloud. */
const FOR_INSTALLERS = 'installation';

/**
 * Every text that a person can read: overlays of every kind (those marked `unsure` are never shown), the stories and
 * explanations of the people to practise with, and the interface.
 * Practice pages and their papers imitate documents of others: they are not ours to simplify.
 * @throws OverlayError when a file does not fit its schema.
 */
export function shownTexts(root: string, folder = resolve(root, 'overlays')): ShownText[] {
  const overlays = loadOverlays(folder);
  const collect = collector(overlays, relative(root, folder));
  const everywhere = overlays.sites.map(({ site }) => site.value.id);
  const { words, people, services } = overlays;
  return [
    ...overlays.sites.flatMap((files) => siteTexts(files, collect)),
    ...words.flatMap((file) => listTexts('term', file, 'words', file.value.words, TERM, everywhere, collect)),
    ...(people ? listTexts('helper', people, 'people', people.value.people, HELPER, everywhere, collect) : []),
    ...(services
      ? listTexts('service', services, 'services', services.value.services, SERVICE, everywhere, collect)
      : []),
    ...interfaceTexts(root, everywhere),
  ];
}

const isShown = (item: { confidence: string }): boolean => item.confidence !== 'unsure';

function siteTexts(files: SiteFiles, collect: Collect): ShownText[] {
  const sites = [files.site.value.id];
  const whole = (kind: Kind, file: Read<unknown>, fields: Readonly<Record<string, Shown>>): ShownText[] =>
    collect(kind, file, [], file.value, fields, sites);
  return [
    ...whole('site', files.site, SITE),
    ...files.guides.filter(({ value }) => isShown(value)).flatMap((file) => whole('guide', file, GUIDE)),
    ...files.warnings.filter(({ value }) => isShown(value)).flatMap((file) => whole('warning', file, WARNING)),
    ...files.hints.flatMap((file) => listTexts('hint', file, 'hints', file.value.hints, HINT, sites, collect)),
    ...files.persons.flatMap((file) => whole('person', file, PERSON)),
  ];
}

function listTexts(
  kind: Kind,
  file: Read<unknown>,
  key: string,
  items: readonly { confidence: string; sites?: string[] | undefined }[],
  fields: Readonly<Record<string, Shown>>,
  everywhere: readonly string[],
  collect: Collect,
): ShownText[] {
  return items.flatMap((item, place) =>
    isShown(item) ? collect(kind, file, [key, place], item, fields, item.sites ?? everywhere) : [],
  );
}

type Collect = <T>(
  kind: Kind,
  file: Read<T>,
  at: readonly PropertyKey[],
  item: unknown,
  fields: Readonly<Record<string, Shown>>,
  sites: readonly string[],
) => ShownText[];

function collector(overlays: Overlays, folder: string): Collect {
  const figures = new Map(
    overlays.figures
      .flatMap(({ value }) => value.figures)
      .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
      .map(({ id, text }) => [id, text]),
  );
  const withFigures = (text: string): string =>
    text.replace(/\{\{([^}]*)\}\}/g, (whole, id: string) => figures.get(id) ?? whole);
  return (kind, file, at, item, fields, sites) =>
    [...textsOf(item, [])].flatMap(([path, text]) => {
      const shown = fields[path.map((key) => (typeof key === 'number' ? '*' : String(key))).join('.')];
      if (!shown) return [];
      const { line, field } = file.problemAt([...at, ...path], '');
      const parts = shown.boxDepth === undefined ? [] : path.slice(0, shown.boxDepth);
      const box = [file.file, ...at, ...parts, shown.box].join('/');
      return [{ kind, sites, file: `${folder}/${file.file}`, line, field, text: withFigures(text), box, shown }];
    });
}

function interfaceTexts(root: string, sites: readonly string[]): ShownText[] {
  const schema = z.record(z.string(), z.record(z.string(), z.string()));
  const file = readYaml(root, resolve(root, LOCALE), schema);
  if ('problems' in file) throw new OverlayError(file.problems);
  const shown = [...textsOf(file.value, [])].filter(([[group]]) => group !== FOR_INSTALLERS);
  return shown.map(([path, text]) => {
    const { line, field } = file.problemAt(path, '');
    const how: Shown = { place: LOCALE_BUBBLES.has(String(path[0])) ? 'bubble' : 'page', box: field, says: 'ours' };
    return { kind: 'locale', sites, file: LOCALE, line, field, text, box: `${LOCALE}/${field}`, shown: how };
  });
}

function* textsOf(value: unknown, path: PropertyKey[]): Iterable<[PropertyKey[], string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [place, inner] of value.entries()) yield* textsOf(inner, [...path, place]);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, [...path, key]);
}
