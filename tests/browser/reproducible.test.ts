import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles } from '../../src/packaging/sources';

/** `npm run package` as anybody runs it, in two folders: who wants to check what ships builds it again and compares. */
const ROOT = resolve(import.meta.dirname, '../..');
/** ms; two builds for two browsers each, side by side: two minutes, and six on a machine that is busy elsewhere. */
const LONGEST = 1_200_000;

describe.skipIf(!process.env.REPRODUCIBLE)('« npm run package »', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'cote-a-cote-twice-'));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(place, 'cle.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('gives the same bytes in two folders, on two days, in two countries', { timeout: LONGEST, retry: 0 }, async () => {
    const made = await Promise.all([
      packed('a', '2026-01-02', { TZ: 'Europe/Paris', LC_ALL: 'C.UTF-8' }),
      packed('un autre/dossier', '2026-07-08', { TZ: 'Asia/Tokyo', LC_ALL: 'C' }),
    ]);
    const [one = '', two] = made;
    expect(one.split('\n').map((line) => line.split('  ')[1])).toEqual(
      expect.arrayContaining([
        'cote-a-cote-chrome-edge.zip',
        'cote-a-cote-firefox.xpi',
        'cote-a-cote-sources.zip',
        'cote-a-cote.crx',
        'cote-a-cote-update.xml',
      ]),
    );
    expect(two).toBe(one);
  });

  /** @returns the sums of the packages made of our sources, laid into this folder on this day. */
  async function packed(name: string, day: string, env: Record<string, string>): Promise<string> {
    const folder = join(place, name);
    for (const [file, bytes] of sourceFiles(ROOT)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), bytes);
      utimesSync(join(folder, file), new Date(day), new Date(day));
    }
    copyModules(join(folder, 'node_modules'));
    const said: string[] = [];
    const run = spawn('npm', ['run', 'package', '--', '--key', join(place, 'cle.pem'), '--forget-all'], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()));
    const code = await new Promise((ended) => run.once('close', ended));
    if (code !== 0) throw new Error(`npm run package: ${code}\n${said.join('').slice(-2_000)}`);
    return readFileSync(join(folder, 'dist/SHA256SUMS'), 'utf8');
  }
});

/** Really there, not behind a link: what leans on their place must differ too. Hard links, where the disk is the same. */
function copyModules(to: string): void {
  const from = join(ROOT, 'node_modules');
  if (spawnSync('cp', ['-al', from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, to]);
}
