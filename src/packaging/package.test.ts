// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [resolve(import.meta.dirname, 'package.ts'), ...args], { encoding: 'utf8' });
}

it.each(['--key', '--settings', '--signed-xpi'])(
  '`npm run package -- %s` with no such file says so in French',
  (option) => {
    const { status, stderr } = run('--no-build', option, 'absent.txt');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Pas de fichier absent\.txt\./);
    expect(stderr).not.toContain('ENOENT');
  },
);

it.each(['--kee cle.pem', 'cle.pem', '--key', '--forget-all=oui'])(
  '`npm run package -- %s` is not understood: nothing is done, and every option is told',
  (words) => {
    const { status, stdout, stderr } = run(...words.split(' '));
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`« ${words} » n’est pas compris`);
    expect(stderr).toContain('--signed-xpi');
    expect(stderr).not.toContain('ERR_');
  },
);

it.each(['--key', '--signed-xpi', '--settings'])(
  '`npm run package -- %s` with a folder says so in French',
  (option) => {
    const { status, stderr } = run('--no-build', option, import.meta.dirname);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^C’est un dossier, il faut un fichier/);
  },
);

it('a file that is no private key is refused in French', () => {
  const { status, stderr } = run('--no-build', '--key', import.meta.filename);
  expect(status).toBe(1);
  expect(stderr).toMatch(/n’est pas une clé privée/);
});

it('an address where no browser could take a file is refused', () => {
  expect(run('--no-build', '--address', 'opt/cote-a-cote')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('« opt/cote-a-cote » n’est pas l’adresse d’un dossier'),
  });
});

it('`npm run package -- --help` tells every option', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--forget-all'), stderr: '' });
});
