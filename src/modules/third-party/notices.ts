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
 * @throws when a package names no licence: it cannot ship
 */
export function notices(folders: Iterable<string>): string {
  const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = `Côte à Côte contient ces logiciels libres.\n\n${packages.map(({ name, version, licence }) => `- ${name} ${version} (${licence})`).join('\n')}\n`;
  const each = packages.map(
    ({ name, version, licence, text }) => `\n${'='.repeat(72)}\n${name} ${version}\n${licence}\n\n${text}\n`,
  );
  return head + each.join('');
}

interface Shipped {
  name: string;
  version: string;
  licence: string;
  text: string;
}

function readPackage(folder: string): Shipped {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${folder} is no package`);
  if (typeof license !== 'string') throw new Error(`${name} names no licence: it cannot ship`);
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const by = typeof author === 'object' && author !== null && 'name' in author ? author.name : author;
  const text = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : [by, homepage].filter((one) => typeof one === 'string').join(', ');
  return { name, version, licence: license, text };
}
