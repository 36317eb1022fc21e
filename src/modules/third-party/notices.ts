import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Adds the folder of each package that a bundle carries code of. */
export function collectPackages(folders: Set<string>): Plugin {
  return {
    name: 'cote-a-cote:third-party',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const id of output.moduleIds) {
          const folder = packageFolder(id);
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
}

/** @returns the folder of the package that a module is in; `undefined` for our own modules. */
function packageFolder(module: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
}

/**
 * The licences of these packages, whole, in the order of their names.
 * @throws when a package names no licence, or its text stands neither in it nor in a package of the same project: it cannot ship
 */
export function notices(folders: Iterable<string>): string {
  const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = `Côte à Côte contient ces logiciels libres.\n\n${packages.map(({ name, version, licence }) => `- ${name} ${version} (${licence})`).join('\n')}\n`;
  const each = packages.map(
    (one) =>
      `\n${'='.repeat(72)}\n${one.name} ${one.version}\n${one.licence}\n\n${one.text ?? textOfProject(one, packages)}\n`,
  );
  return head + each.join('');
}

interface Shipped {
  name: string;
  version: string;
  licence: string;
  /** Where its project is; a project publishes several packages. */
  repository: string | undefined;
  /** `undefined`: the package came without it. */
  text: string | undefined;
}

function textOfProject({ name, licence, repository }: Shipped, packages: readonly Shipped[]): string {
  const sister = packages.find(
    (one) => one.text !== undefined && one.licence === licence && one.repository === repository,
  );
  if (repository === undefined || sister?.text === undefined)
    throw new Error(`${name} comes without the text of its licence: it cannot ship`);
  return sister.text;
}

function readPackage(folder: string): Shipped {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${folder} is no package`);
  if (typeof license !== 'string') throw new Error(`${name} names no licence: it cannot ship`);
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
  const url =
    typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  return { name, version, licence: license, repository: typeof url === 'string' ? url : undefined, text };
}
