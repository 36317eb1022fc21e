// @vitest-environment node
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, matchesGlob, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OVERLAY_FILES, overlaySchema } from '../src/modules/overlays/json-schema';
import { snippets } from '../src/schema/new/snippets';

const ROOT = resolve(import.meta.dirname, '..');
const OVERLAYS = resolve(ROOT, 'overlays');
const KINDS = Object.keys(OVERLAY_FILES) as (keyof typeof OVERLAY_FILES)[];

/** What an editor reads, made from the schemas; `UPDATE_SCHEMA=1 npm run test:unit -- tests/schema.test.ts` writes it again. */
const EDITOR_FILES: Record<string, unknown> = {
  ...Object.fromEntries(KINDS.map((kind) => [`overlays/schema/${kind}.json`, overlaySchema(kind)])),
  '.vscode/settings.json': {
    'yaml.schemas': Object.fromEntries(
      KINDS.map((kind) => [
        `./overlays/schema/${kind}.json`,
        OVERLAY_FILES[kind].files.map((glob) => (glob.startsWith('!') ? glob : `overlays/${glob}`)),
      ]),
    ),
    'yaml.validate': true,
    'yaml.completion': true,
    'yaml.hover': true,
    '[yaml]': {
      'editor.tabSize': 2,
      'editor.insertSpaces': true,
      'editor.quickSuggestions': { other: true, strings: true },
    },
  },
  '.vscode/extensions.json': { recommendations: ['redhat.vscode-yaml'] },
  '.vscode/cote-a-cote.code-snippets': snippets(),
};

describe('what an editor reads', () => {
  it.each(Object.entries(EDITOR_FILES))('%s is what the schemas say', (name, content) => {
    const path = resolve(ROOT, name);
    const now = `${JSON.stringify(content, null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, now);
    }
    expect(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : 'no such file').toEqual(JSON.parse(now));
  });

  it('explains its fields in French', () => {
    expect(readFileSync(resolve(OVERLAYS, 'schema/guide.json'), 'utf8')).toContain('Quoi faire, en une phrase.');
  });

  it.each(KINDS)('points at definitions that are in the same document: %s', (kind) => {
    const schema = overlaySchema(kind);
    const text = JSON.stringify(schema);
    const lost = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)]
      .map(([, path = '']) => path)
      .filter(
        (path) =>
          path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], schema) === undefined,
      );
    expect(lost).toEqual([]);
  });

  it('knows one schema for every file of the folder', () => {
    const files = readdirSync(OVERLAYS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => relative('.', name));
    const kindsOf = (name: string): string[] =>
      KINDS.filter((kind) => {
        const globs: readonly string[] = OVERLAY_FILES[kind].files;
        const isOut = globs.some((glob) => glob.startsWith('!') && matchesGlob(name, glob.slice(1)));
        return !isOut && globs.some((glob) => matchesGlob(name, glob));
      });
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((name) => kindsOf(name).length !== 1)).toEqual([]);
  });
});
