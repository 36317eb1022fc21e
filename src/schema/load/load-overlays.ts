import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type * as z from 'zod';
import { figures } from '../figures';
import { guide } from '../guide';
import { hints } from '../hint';
import { people } from '../people';
import { person } from '../person';
import { practicePage } from '../practice';
import { services, site } from '../site';
import { synonyms } from '../synonyms';
import { words } from '../term';
import { warning } from '../warning';
import { OverlayError, type Problem } from './problem';
import { readYaml } from './read-file';
import type { Read } from './read-yaml';

/** All files of one site's folder. */
export interface SiteFiles {
  site: Read<z.infer<typeof site>>;
  guides: Read<z.infer<typeof guide>>[];
  warnings: Read<z.infer<typeof warning>>[];
  hints: Read<z.infer<typeof hints>>[];
  practice: Read<z.infer<typeof practicePage>>[];
  persons: Read<z.infer<typeof person>>[];
}

/** A whole overlays folder, read and valid file by file; cross-checks come after. */
export interface Overlays {
  root: string;
  sites: SiteFiles[];
  words: Read<z.infer<typeof words>>[];
  synonyms: Read<z.infer<typeof synonyms>> | undefined;
  people: Read<z.infer<typeof people>> | undefined;
  services: Read<z.infer<typeof services>> | undefined;
  figures: Read<z.infer<typeof figures>>[];
}

/**
 * Reads an overlays folder (layout: design, "Layout").
 * @throws OverlayError with every problem of every file, not only the first.
 */
export function loadOverlays(root: string): Overlays {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const read = <T>(path: string, schema: z.ZodType<T>): Read<T>[] => {
    taken.add(path);
    const result = readYaml(root, path, schema);
    if ('problems' in result) {
      problems.push(...result.problems);
      return [];
    }
    return [result];
  };
  const all = <T>(folder: string, schema: z.ZodType<T>): Read<T>[] =>
    yamlFiles(folder).flatMap((path) => read(path, schema));
  const optional = <T>(name: string, schema: z.ZodType<T>): Read<T> | undefined =>
    existsSync(join(root, name)) ? read(join(root, name), schema)[0] : undefined;
  const wordFiles = yamlFiles(join(root, 'words'));
  const sites = siteFolders(root).flatMap((folder) =>
    read(join(folder, 'site.yaml'), site).map((siteFile) => ({
      site: siteFile,
      guides: all(join(folder, 'guides'), guide),
      warnings: all(join(folder, 'warnings'), warning),
      hints: all(join(folder, 'hints'), hints),
      practice: all(join(folder, 'practice'), practicePage),
      persons: all(join(folder, 'persons'), person),
    })),
  );
  const overlays: Overlays = {
    root,
    sites,
    words: wordFiles.filter((path) => basename(path) !== 'synonyms.yaml').flatMap((path) => read(path, words)),
    synonyms: wordFiles.filter((path) => basename(path) === 'synonyms.yaml').flatMap((path) => read(path, synonyms))[0],
    people: optional('people.yaml', people),
    services: optional('services.yaml', services),
    figures: yamlFiles(root)
      .filter((path) => /^\d{4}\.yaml$/.test(basename(path)))
      .flatMap((path) => read(path, figures)),
  };
  problems.push(...notRead(root, taken));
  if (problems.length > 0) throw new OverlayError(problems);
  if (sites.length === 0) {
    throw new OverlayError([
      { file: root, line: 1, field: '', message: 'aucun dossier de site (un dossier avec site.yaml) ici' },
    ]);
  }
  return overlays;
}

/** A file in a folder of another name would be left out without a word. Hidden folders belong to tools. */
function notRead(root: string, taken: ReadonlySet<string>): Problem[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && !/(?:^|[\\/])\./.test(name))
    .map((name) => join(root, name))
    .filter((path) => !taken.has(path))
    .sort()
    .map((path) => ({ file: relative(root, path), line: 1, field: '', message: NOT_READ }));
}

const NOT_READ =
  'ce fichier n’est pas lu : vérifiez le nom du dossier (guides, warnings, hints, practice ou persons, dans un site qui a un site.yaml ; ou words)';

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function siteFolders(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isDirectory() && existsSync(join(path, 'site.yaml')));
}
