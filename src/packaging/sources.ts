import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './zip.ts';

/** What a build makes, and what is of one machine only. */
const NOT_SOURCES = ['node_modules', '.output', '.wxt', '.git', 'dist', 'tests/screenshots'];

/** @returns the files from which the extension is built: those that Git knows, or all of a folder without Git. Never a private key. */
export function sourceFiles(root: string): Files {
  const names = existsSync(join(root, '.git')) ? tracked(root) : walked(root, '');
  return new Map(names.filter((name) => !name.endsWith('.pem')).map((name) => [name, readFileSync(join(root, name))]));
}

function tracked(root: string): string[] {
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}

function walked(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_SOURCES.includes(name)) return [];
    return entry.isDirectory() ? walked(root, name) : entry.isFile() ? [name] : [];
  });
}
