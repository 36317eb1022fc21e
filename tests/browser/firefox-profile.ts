import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder that a first start of Firefox has left (`first-start.ts`). */
const FIRST_START = 'FIREFOX_FIRST_START';
/** Where Firefox keeps what it compiled of its own scripts, and the version that this holds for: nothing of anybody's. */
const OWN_SCRIPTS = ['startupCache', 'compatibility.ini'];

/** Keeps in a folder what a profile that has been used spares the new ones; the tests that start from here on take it. */
export function keepFirstStart(profile: string, folder: string): void {
  copyOwnScripts(profile, folder);
  process.env[FIRST_START] = folder;
}

/** Spares a new profile what Firefox does at its first start only; after no first start, or for a used one, does nothing. */
export function spareFirstStart(profile: string): void {
  const kept = process.env[FIRST_START];
  if (kept !== undefined && readdirSync(profile).length === 0) copyOwnScripts(kept, profile);
}

function copyOwnScripts(from: string, to: string): void {
  for (const one of OWN_SCRIPTS) cpSync(join(from, one), join(to, one), { recursive: true, preserveTimestamps: true });
}
