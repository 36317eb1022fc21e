import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
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

/**
 * @returns the folder that holds the example pages and the one style sheet of a published version, and nothing else
 * of its 100 MB; fetched with npm once.
 */
export function dsfrExamples(version: string): string {
  const folder = join(CACHE, 'examples', version);
  if (existsSync(folder)) return folder;
  const fetched = mkdtempSync(join(tmpdir(), 'dsfr-'));
  try {
    const archive = execFileSync('npm', ['pack', `@gouvfr/dsfr@${version}`, '--silent'], {
      cwd: fetched,
      encoding: 'utf8',
    });
    const wanted = [
      '--wildcards',
      '--exclude=*/utility/*',
      '--exclude=*/analytics/*',
      'package/example/*.html',
      'package/dist/*dsfr.min.css',
    ];
    execFileSync('tar', ['xzf', archive.trim().split('\n').at(-1) ?? '', ...wanted], { cwd: fetched });
    mkdirSync(dirname(folder), { recursive: true });
    cpSync(join(fetched, 'package'), `${folder}.new`, { recursive: true });
    renameSync(`${folder}.new`, folder);
    return folder;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

/** Serves `/<version>/…` of every fetched version under any host. */
export const dsfrHandler: WorldHandler = ({ url }) => {
  const [, version = '', ...rest] = url.pathname.split('/');
  const asked = join(CACHE, version, 'package', ...rest);
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
  if (!existsSync(file)) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  // Dozens of style sheets a page, published once and for all: a browser asks for each of them once.
  return { body: readFileSync(file), headers: { 'content-type': type, 'cache-control': 'max-age=3600, immutable' } };
};
