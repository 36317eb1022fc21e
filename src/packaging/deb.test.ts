// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDeb } from './deb';

const CHROMIUM = '/etc/chromium/policies/managed/cote-a-cote.json';
const FIREFOX = '/etc/firefox-esr/cote-a-cote.js';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cac-deb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Packs, and lays out what dpkg reads: the files under `x`, the rest of the package under `x/DEBIAN`. */
function laidOut(name: string, forgetAll: boolean): (path: string) => string {
  const file = join(folder, `${name}.deb`);
  writeDeb(file, {
    version: '1.2.3',
    chromium: new Map([['manifest.json', new TextEncoder().encode('{}')]]),
    chromiumId: 'abcdefghijklmnopabcdefghijklmnop',
    firefox: new Uint8Array(),
    firefoxId: 'x@y',
    settings: forgetAll ? { mode: 'public' } : {},
    forgetAll,
    copyright: 'MIT',
  });
  const root = join(folder, name);
  execFileSync('dpkg-deb', ['-R', file, root]);
  return (path) => readFileSync(join(root, path), 'utf8');
}

it('a package that forgets nothing takes the place of all that an earlier one set: dpkg leaves behind a file that has gone', () => {
  const first = laidOut('first', true);
  const second = laidOut('second', false);
  expect(first('DEBIAN/conffiles').trim().split('\n')).toEqual([CHROMIUM, FIREFOX]);
  expect(second('DEBIAN/conffiles')).toBe(first('DEBIAN/conffiles'));
  expect(JSON.parse(first(CHROMIUM))).toMatchObject({ ForceEphemeralProfiles: true });
  expect(JSON.parse(second(CHROMIUM))).toEqual({});
  expect(first(FIREFOX)).toContain('sanitizeOnShutdown');
  expect(second(FIREFOX)).not.toContain('pref(');
});
