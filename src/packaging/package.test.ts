// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it.each(['--key', '--settings', '--signed-xpi'])(
  '`npm run package -- %s` with no such file says so in French',
  (option) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, 'package.ts'), '--no-build', option, 'absent.txt'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Pas de fichier absent\.txt\./);
    expect(stderr).not.toContain('ENOENT');
  },
);
