// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

interface Source {
  path: string;
  text: string;
  /** What it imports: paths from the root for our own files, names for packages; `type` imports apart. */
  imports: { from: string; isType: boolean }[];
}

function sources(folder: string): Source[] {
  return readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(resolve(ROOT, path), 'utf8');
      const imports = [...text.matchAll(/^import (type )?(?:[\s\S]*?from )?'([^']+)'/gm)].map(
        ([, type, from = '']) => ({
          from: from.startsWith('.') ? relative(ROOT, resolve(ROOT, path, '..', from)) : from,
          isType: type !== undefined,
        }),
      );
      return { path, text, imports };
    });
}

const SRC = sources('src');
const KINDS = ['guides', 'warnings', 'hints', 'terms'];
const inFolder = (path: string, folder: string): boolean => path.startsWith(`src/${folder}/`);

/** @returns a sentence for each import that a rule forbids. */
function broken(files: Source[], isForbidden: (from: string, isType: boolean) => boolean, why: string): string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(({ from, isType }) => isForbidden(from, isType))
      .map(({ from }) => `${path} imports ${from}: ${why}`),
  );
}

describe('the arrows go one way', () => {
  it('the four kinds do not import one another', () => {
    const rows = KINDS.flatMap((kind) => {
      const others = KINDS.filter((other) => other !== kind);
      return broken(
        SRC.filter(({ path }) => inFolder(path, kind)),
        (from, isType) => !isType && others.some((other) => from.startsWith(`src/${other}/`)),
        'each kind of overlay must work when the others are switched off',
      );
    });
    expect(rows).toEqual([]);
  });

  it('src/page and src/ui know nothing of the kinds above them', () => {
    const above = [...KINDS, 'engine', 'content', 'popup', 'options', 'practice'];
    const files = SRC.filter(({ path }) => inFolder(path, 'page') || inFolder(path, 'ui'));
    const rows = broken(
      files,
      (from) => above.some((folder) => from.startsWith(`src/${folder}/`)),
      'the locator and the shared views serve every kind',
    );
    expect(rows).toEqual([]);
  });

  it('only settings, messages, session, content and our own pages touch the browser', () => {
    const allowed = [
      'settings',
      'messages',
      'session',
      'content',
      'popup',
      'options',
      'practice',
      'sheet',
      'packs',
      'end-session',
      'modules',
    ];
    const files = SRC.filter(({ path }) => !allowed.some((folder) => inFolder(path, folder)));
    expect(
      broken(
        files,
        (from) => from === 'wxt/browser',
        'the engine must run on the practice pages as it does on the sites',
      ),
    ).toEqual([]);
  });

  it('zod stays out of what runs in pages', () => {
    const files = SRC.filter(
      ({ path }) =>
        !['schema', 'modules', 'settings', 'practice', 'packs', 'packaging'].some((folder) => inFolder(path, folder)),
    );
    const rows = broken(
      files,
      (from, isType) => from === 'zod' || (!isType && from.startsWith('src/schema')),
      'content scripts would carry 25 kB of validation that was done at build',
    );
    expect(rows).toEqual([]);
  });

  it('nothing that content scripts reach carries zod', () => {
    const reached = new Set(['src/content/start.ts']);
    for (const path of reached) {
      const { imports = [] } = SRC.find((one) => one.path === path) ?? {};
      for (const { from, isType } of imports) {
        if (!isType)
          for (const file of [`${from}.ts`, `${from}/index.ts`])
            if (SRC.some((one) => one.path === file)) reached.add(file);
      }
    }
    expect(reached.size).toBeGreaterThan(40);
    const carriers = SRC.filter(({ path, imports }) => reached.has(path) && imports.some(({ from }) => from === 'zod'));
    expect(carriers.map(({ path }) => path)).toEqual([]);
  });

  it('templates are HTML: the build leaves out what lit has for SVG and MathML alone', () => {
    const bad = SRC.filter(({ text }) => /import \{[^}]*\b(?:svg|mathml)\b[^}]*\} from 'lit/.test(text));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('what ships carries no library for nothing: each may one day have a fault of its own', () => {
    const { dependencies } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const imported = SRC.flatMap(({ imports }) => imports.map(({ from }) => from));
    const idle = Object.keys(dependencies).filter(
      (name) => !imported.some((from) => from === name || from.startsWith(`${name}/`)),
    );
    expect(idle).toEqual([]);
  });

  it('only entry points, the build and tests read overlays', () => {
    const files = SRC.filter(({ path }) => !inFolder(path, 'modules'));
    expect(
      broken(
        files,
        (from) => from.startsWith('virtual:') || from.startsWith('overlays'),
        'overlays are data: entry points hand them on',
      ),
    ).toEqual([]);
  });
});

describe('src/', () => {
  it('names no site: what is known of a site is in overlays/', () => {
    const named = SRC.filter(({ text }) =>
      /francetravail|['"`/.]ameli\b|['"`/.]caf\.fr|\bpole-emploi\b/.test(text.replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '')),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('listens to no window message and makes no request', () => {
    const bad = SRC.filter(
      ({ path, text }) =>
        !inFolder(path, 'modules') &&
        /addEventListener\(\s*'message'|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/.test(text),
    );
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('puts no string into the page as HTML', () => {
    const bad = SRC.filter(({ text }) => /\.innerHTML\s*=|unsafeHTML|insertAdjacentHTML|outerHTML\s*=/.test(text));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });
});

describe('entrypoints/', () => {
  it('only wire: 40 lines at most', () => {
    const long = sources('entrypoints').filter(({ text }) => text.split('\n').length > 41);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
