// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN_MEMBERS } from '../src/modules/overlays/lighter';

const ROOT = resolve(import.meta.dirname, '..');

/** What leaves a content script or comes into it: messages, what is stored, packs, and what the browser itself names. */
const OUTSIDE = [
  ...filesOf('src/messages'),
  ...filesOf('src/schema'),
  ...filesOf('overlays/schema'),
  'src/settings/types.ts',
  'src/guides/progress.ts',
  'src/reread/frames.ts',
  'src/page/why.ts',
].map((path) => [path, readFileSync(resolve(ROOT, path), 'utf8')] as const);

/** Our own code, tests aside. */
const sources = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(resolve(ROOT, 'src', name), 'utf8'));

function filesOf(folder: string): string[] {
  return readdirSync(resolve(ROOT, folder))
    .filter((name) => /\.(ts|json)$/.test(name))
    .map((name) => join(folder, name));
}

function domTypes(): string {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const platform = `@typescript/typescript-${process.platform}-${process.arch}`;
  const found = createRequire(typescript).resolve(`${platform}/package.json`);
  return readFileSync(join(dirname(found), 'lib/lib.dom.d.ts'), 'utf8');
}

/** Functions are neither sent nor stored. */
const hasData = (text: string, name: string): boolean =>
  new RegExp(`(?:^|[{,;\\s])["']?${name}["']?\\??:\\s*[^\\s(]`, 'm').test(text);
const declares = (types: string, name: string): boolean =>
  new RegExp(`^\\s+(?:readonly )?${name}(?:\\?|<|\\(|:)`, 'm').test(types);

describe('the members that are shortened in content scripts', () => {
  it('are nobody’s but theirs: neither messages, nor what is stored, nor packs have them', () => {
    const shared = OUTSIDE.flatMap(([path, text]) =>
      OWN_MEMBERS.filter((name) => hasData(text, name)).map((name) => `${path}: ${name}`),
    );
    expect(shared).toEqual([]);
    expect(OUTSIDE.filter(([, text]) => hasData(text, 'severity') || hasData(text, 'progress'))).not.toEqual([]);
  });

  it('are never named by a string, which nobody shortens: types aside', () => {
    const code = sources.map((text) => text.replace(/\b(?:Pick|Omit)<[^>]*>/g, '').replace(/\b[A-Z]\w*\['\w+'\]/g, ''));
    const isNamed = (name: string): boolean => code.some((text) => text.includes(`'${name}'`));
    expect(isNamed('isText')).toBe(true);
    expect(OWN_MEMBERS.filter(isNamed)).toEqual([]);
  });

  it('name no attribute: a page’s style sheet knows those by their whole names', () => {
    const attributes = sources.flatMap((text) => [...text.matchAll(/dataset\??\.(\w+)/g)]).map(([, name]) => name);
    expect(attributes).toContain('slot');
    expect(OWN_MEMBERS.filter((name) => attributes.includes(name))).toEqual([]);
  });

  it('are none of the browser’s', () => {
    const types = domTypes();
    expect(declares(types, 'addEventListener')).toBe(true);
    expect(declares(types, 'isTrusted')).toBe(true);
    expect(OWN_MEMBERS.filter((name) => declares(types, name))).toEqual([]);
  });
});
