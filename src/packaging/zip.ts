import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** Files by their path in the archive, with `/`. */
export type Files = Map<string, Uint8Array>;

/** The oldest date a zip can hold, in local time as zip has it: the same bytes in every time zone. */
const MTIME = new Date(1980, 0, 1);

/** @returns a zip whose bytes depend on nothing but names and contents. */
export function reproducibleZip(files: Files): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(
    sorted.map(([name, bytes]) => [name, [bytes, { mtime: MTIME, level: 9 }]]),
  );
  return zipSync(entries);
}

/** @returns every file under a folder. */
export function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]));
}

/** @returns the files with another `key` in their manifest; none, as the stores want it, when `key` is `undefined`. */
export function withKey(files: Files, key: string | undefined): Files {
  return withManifest(files, ({ key: _, ...manifest }) => (key === undefined ? manifest : { ...manifest, key }));
}

/**
 * @returns the files with every optional permission there from the start, for machines that somebody set up for others.
 * They stay among the optional ones: Firefox refuses to be asked again for what is not.
 */
export function withEveryPermission(files: Files): Files {
  return withManifest(files, (manifest) => ({
    ...manifest,
    permissions: joined(manifest.permissions, manifest.optional_permissions),
    host_permissions: joined(manifest.host_permissions, manifest.optional_host_permissions),
  }));
}

/** @returns the files with the right to help pages that Chromium opened while it installed them (`session/help-open-pages.ts`). */
export function withOpenPagesHelped(files: Files): Files {
  return withManifest(files, ({ content_scripts: scripts = [], ...manifest }) => ({
    ...manifest,
    content_scripts: scripts,
    permissions: joined(manifest.permissions, ['scripting']),
    host_permissions: joined(
      manifest.host_permissions,
      scripts.flatMap(({ matches }) => matches),
    ),
  }));
}

/**
 * @returns the files with the address where Chromium asks for newer ones: that of a policy serves for the first installation
 * alone, and without one in the manifest an installed version stays for ever.
 */
export function withUpdateUrl(files: Files, url: string): Files {
  return withManifest(files, (manifest) => ({ ...manifest, update_url: url }));
}

interface Permissions {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
}
type Manifest = Record<string, unknown> & Permissions & { content_scripts?: { matches: string[] }[] };

function joined(required: readonly string[] = [], optional: readonly string[] = []): string[] {
  return [...new Set([...required, ...optional])];
}

function withManifest(files: Files, change: (manifest: Manifest) => Manifest): Files {
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as Manifest;
  return new Map([...files, ['manifest.json', strToU8(`${JSON.stringify(change(manifest), undefined, 2)}\n`)]]);
}
