// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notices } from './notices';

const URL = 'git+https://exemple.fr/outil.git';

describe('the licences of what ships', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cote-a-cote-notices-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const installed = (name: string, manifest: object, text?: string): string => {
    const folder = join(root, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
    if (text !== undefined) writeFileSync(join(folder, 'LICENSE'), text);
    return folder;
  };

  it('are there whole, that of its project for a package that came without', () => {
    const all = notices([
      installed('b', { license: 'MIT', repository: { url: URL } }),
      installed('a', { license: 'MIT', repository: { url: URL } }, 'Copyright (c) 2026 A'),
    ]);
    expect(all.split('Copyright (c) 2026 A')).toHaveLength(3);
  });

  it.each([
    ['no licence', {}],
    ['no text', { license: 'MIT', author: 'B' }],
    ['no text, in a project of another licence', { license: 'ISC', repository: { url: URL } }],
  ])('are missed before anything ships: %s', (_, manifest) => {
    const sister = installed('a', { license: 'MIT', repository: { url: URL } }, 'Copyright (c) 2026 A');
    expect(() => notices([sister, installed('b', manifest)])).toThrow(/^b /);
  });
});
