// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDeb } from './deb';

const CHROMIUM = '/etc/chromium/policies/managed/cote-a-cote.json';
const BUTTON = '/etc/chromium/policies/managed/00-cote-a-cote-bouton.json';
const FIREFOX = '/etc/firefox-esr/cote-a-cote.js';
const XPI = 'usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/x@y.xpi';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cac-deb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Packs, and lays out what dpkg reads: the files under `x`, the rest of the package under `x/DEBIAN`. @returns where */
function laidOut(name: string, { forgetAll = false, xpi = '' } = {}): string {
  const file = join(folder, `${name}.deb`);
  writeDeb(file, {
    version: '1.2.3',
    chromium: new Map([['manifest.json', new TextEncoder().encode('{}')]]),
    chromiumId: 'abcdefghijklmnopabcdefghijklmnop',
    firefox: new TextEncoder().encode(xpi),
    firefoxId: 'x@y',
    settings: forgetAll ? { mode: 'public' } : {},
    forgetAll,
    copyright: 'MIT',
  });
  const root = join(folder, name);
  execFileSync('dpkg-deb', ['-R', file, root]);
  return root;
}

it('a package that forgets nothing takes the place of all that an earlier one set: dpkg leaves behind a file that has gone', () => {
  const read = (root: string) => (path: string) => readFileSync(join(root, path), 'utf8');
  const first = read(laidOut('first', { forgetAll: true }));
  const second = read(laidOut('second'));
  expect(first('DEBIAN/conffiles').trim().split('\n')).toEqual([CHROMIUM, BUTTON, FIREFOX]);
  expect(JSON.parse(second(BUTTON))).toEqual({
    ExtensionSettings: { abcdefghijklmnopabcdefghijklmnop: { toolbar_pin: 'force_pinned' } },
  });
  expect(second('DEBIAN/conffiles')).toBe(first('DEBIAN/conffiles'));
  expect(JSON.parse(first(CHROMIUM))).toMatchObject({ ForceEphemeralProfiles: true });
  expect(JSON.parse(second(CHROMIUM))).toEqual({});
  expect(first(FIREFOX)).toContain('sanitizeOnShutdown');
  expect(second(FIREFOX)).not.toContain('pref(');
});

it('another .xpi has another date, the same one the same: Firefox knows by it alone that there is a new version', () => {
  const dates = [laidOut('old', { xpi: '1' }), laidOut('again', { xpi: '1' }), laidOut('new', { xpi: '2' })].map(
    (root) => statSync(join(root, XPI)).mtimeMs,
  );
  expect(dates[1]).toBe(dates[0]);
  expect(dates[2]).not.toBe(dates[0]);
});
