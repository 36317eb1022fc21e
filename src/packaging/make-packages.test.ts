// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { type Made, makePackages } from './make-packages';

const FILES: [name: string, content: string][] = [
  [
    'manifest.json',
    '{"name":"x","manifest_version":3,"permissions":["storage"],"optional_permissions":["cookies"],"optional_host_permissions":["https://caf.fr/*"],"content_scripts":[{"matches":["https://wwwd.caf.fr/*"]}]}',
  ],
  ['background.js', 'export {};'],
  ['content-scripts/caf.js', '// é'],
  ['_locales/fr/messages.json', '{}'],
  ['LICENSE.txt', 'MIT'],
  ['LICENSE-overlays.txt', 'CC BY 4.0'],
  ['THIRD-PARTY.txt', 'lit'],
];
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let folders: string[] = [];

afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

/** @returns the folder of a project of its own, its files written in this order, on this day. */
function project(files: typeof FILES, day: string, change = ''): string {
  const root = mkdtempSync(join(tmpdir(), `cac-${day}-`));
  folders.push(root);
  const put = (name: string, content: string): void => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, new Date(day), new Date(day));
  };
  put('package.json', '{"version":"1.2.3"}');
  for (const browser of ['chromium', 'firefox']) {
    for (const [name, content] of files)
      put(join('.output', browser, name), name.endsWith('.js') ? `${content}${change}` : content);
  }
  return root;
}

function make(root: string): Made {
  return makePackages({
    root,
    builds: { chromium: join(root, '.output/chromium'), firefox: join(root, '.output/firefox') },
    out: join(root, 'dist'),
    key: privateKey,
    settings: { structureName: 'CCAS', mode: 'public' },
    forgetAll: true,
    address: 'file:///opt/cote-a-cote',
    signedXpi: undefined,
  });
}

/** Makes the packages of such a project, written and packed under this umask. */
function packed(files: typeof FILES, day: string, umask: number, change = ''): Made {
  const before = process.umask(umask);
  try {
    return make(project(files, day, change));
  } finally {
    process.umask(before);
  }
}

it('the same sources give the same bytes, wherever, whenever and by whoever they are packed', () => {
  const one = packed(FILES, '2026-01-02', 0o022);
  const two = packed([...FILES].reverse(), '2026-07-08', 0o077);
  const names = one.packages.map(({ file }) => file);
  expect(names).toContain('cote-a-cote.crx');
  expect(names).toContain('cote-a-cote_1.2.3_all.deb');
  expect(names).toContain('policies.json');
  expect(two.packages).toEqual(one.packages);
});

it('another byte in a file gives another package', () => {
  const one = packed(FILES, '2026-01-02', 0o022);
  const other = packed(FILES, '2026-01-02', 0o022, '// x');
  const changed = one.packages.filter(({ sha256 }, place) => sha256 !== other.packages[place]?.sha256);
  expect(changed.map(({ file }) => file)).toEqual([
    'cote-a-cote-chrome-edge.zip',
    'cote-a-cote-firefox.xpi',
    'cote-a-cote.crx',
    'cote-a-cote_1.2.3_all.deb',
  ]);
  expect(readdirSync(join(folders[0] ?? '', 'dist'))).toContain('SHA256SUMS');
  expect(readFileSync(join(folders[0] ?? '', 'dist/SHA256SUMS'), 'utf8').split('\n')).toHaveLength(
    one.packages.length + 1,
  );
});

it('asks at first use from the stores, and has every permission from the start where somebody installs it for others', () => {
  packed(FILES, '2026-01-02', 0o022);
  const dist = join(folders[0] ?? '', 'dist');
  const crx = readFileSync(join(dist, 'cote-a-cote.crx'));
  const unpacked = join(dist, 'deb');
  execFileSync('dpkg-deb', ['-x', join(dist, 'cote-a-cote_1.2.3_all.deb'), unpacked]);
  const xpi = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.xpi')) ?? '';
  const asked = { permissions: ['storage'], optional_permissions: ['cookies'] };
  const given = { permissions: ['storage', 'cookies'], host_permissions: ['https://caf.fr/*'] };
  // Chromium opens its first page while it installs.
  const helped = {
    permissions: ['storage', 'cookies', 'scripting'],
    host_permissions: ['https://caf.fr/*', 'https://wwwd.caf.fr/*'],
  };
  expect(manifestIn(readFileSync(join(dist, 'cote-a-cote-chrome-edge.zip')))).toMatchObject(asked);
  expect(manifestIn(readFileSync(join(dist, 'cote-a-cote-firefox.xpi')))).toMatchObject(asked);
  expect(manifestIn(zipIn(crx))).toMatchObject(helped);
  expect(
    JSON.parse(readFileSync(join(unpacked, 'usr/share/cote-a-cote/chromium/manifest.json'), 'utf8')),
  ).toMatchObject(helped);
  // Firefox refuses to be asked for a permission that is not among the optional ones.
  expect(manifestIn(readFileSync(join(unpacked, xpi)))).toMatchObject({ ...given, optional_permissions: ['cookies'] });
});

it('a .crx says where newer ones are: Chromium asks nowhere else once it is installed; stores want no such address', () => {
  packed(FILES, '2026-01-02', 0o022);
  const dist = join(folders[0] ?? '', 'dist');
  const update_url = 'file:///opt/cote-a-cote/cote-a-cote-update.xml';
  expect(manifestIn(zipIn(readFileSync(join(dist, 'cote-a-cote.crx'))))).toMatchObject({ update_url });
  expect(manifestIn(readFileSync(join(dist, 'cote-a-cote-chrome-edge.zip')))).not.toHaveProperty('update_url');
});

/** The part of a `.crx` that comes after its signed header. */
function zipIn(crx: Buffer): Uint8Array {
  return crx.subarray(12 + crx.readUInt32LE(8));
}

function manifestIn(zip: Uint8Array): unknown {
  return JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()));
}

it('takes away the packages of an earlier run, and nothing that somebody put into the folder', () => {
  const root = project(FILES, '2026-01-01');
  const out = join(root, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'lettre.txt'), 'à moi');
  writeFileSync(join(out, 'old.crx'), 'x');
  writeFileSync(join(out, 'SHA256SUMS'), `${'0'.repeat(64)}  old.crx\n${'0'.repeat(64)}  ../package.json\n`);
  make(root);
  expect(readFileSync(join(out, 'lettre.txt'), 'utf8')).toBe('à moi');
  expect(readdirSync(out)).not.toContain('old.crx');
  expect(readdirSync(root)).toContain('package.json');
});
