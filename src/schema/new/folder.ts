import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { describeProblem } from '../load/problem';
import { readYaml } from '../load/read-file';
import type { Read } from '../load/read-yaml';
import { people } from '../people';
import { site } from '../site';
import { Refusal } from './refusal';

/** What of an overlays folder a new item is checked against. */
export interface Folder {
  root: string;
  sites: ReadonlyMap<string, z.infer<typeof site>>;
  /** Names of the files of `words/`, without ending. */
  themes: readonly string[];
  /** Ids of `people.yaml`, with their names. */
  people: Readonly<Record<string, string>>;
}

/**
 * Reads what a new item needs, and no more: an item that is still to be written does not stop the next one.
 * @throws Refusal when a `site.yaml` or `people.yaml` is wrong, or there is no site.
 */
export function readFolder(root: string): Folder {
  if (!existsSync(root)) throw new Refusal(`Le dossier « ${root} » n’existe pas.`);
  const sites = readdirSync(root)
    .sort()
    .map((name) => join(root, name, 'site.yaml'))
    .filter((path) => existsSync(path))
    .map((path) => mustRead(root, path, site).value);
  if (sites.length === 0) throw new Refusal(`Aucun site dans « ${root} » : il faut un dossier avec site.yaml.`);
  const peopleFile = join(root, 'people.yaml');
  const helpers = existsSync(peopleFile) ? mustRead(root, peopleFile, people).value.people : [];
  return {
    root,
    sites: new Map(sites.map((one) => [one.id, one])),
    themes: yamlNames(join(root, 'words')).filter((name) => name !== 'synonyms'),
    people: Object.fromEntries(helpers.map(({ id, name }) => [id, name])),
  };
}

/** @returns the names of the YAML files of a folder, without ending; none when there is no such folder. */
export function yamlNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** @throws Refusal naming what is wrong in the file. */
export function mustRead<T>(root: string, path: string, schema: z.ZodType<T>): Read<T> {
  const read = readYaml(root, path, schema);
  if (!('problems' in read)) return read;
  throw new Refusal(`Ce fichier a une erreur, corrigez-la d’abord :\n${read.problems.map(describeProblem).join('\n')}`);
}
