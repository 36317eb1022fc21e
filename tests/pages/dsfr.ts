import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { WorldHandler } from '../browser/world';

/** Example pages of the State's design system, as published: pages that nobody here wrote. Kept between runs. */
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/dsfr');

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** @returns the folder of one published version, fetched with npm when it is not there yet. */
export function dsfrFolder(version: string): string {
  const folder = join(CACHE, version);
  if (!existsSync(join(folder, 'package'))) {
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync('npm', ['pack', `@gouvfr/dsfr@${version}`, '--silent'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const file = archive.trim().split('\n').at(-1) ?? '';
    execFileSync('tar', ['xzf', file], { cwd: folder });
    rmSync(join(folder, file));
  }
  return join(folder, 'package');
}

/** Serves `/<version>/…` of every fetched version under any host. */
export const dsfrHandler: WorldHandler = ({ url }) => {
  const [, version = '', ...rest] = url.pathname.split('/');
  const asked = join(CACHE, version, 'package', ...rest);
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
  if (!existsSync(file)) return undefined;
  return { body: readFileSync(file), headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } };
};
