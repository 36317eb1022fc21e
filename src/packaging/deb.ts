import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromiumButton, chromiumValues, firefoxValues } from '../installation/policies.ts';
import type { SettingsValues } from '../settings/schema.ts';
import type { Files } from './zip.ts';

/** What the package puts on the machine. */
export interface DebianPackage {
  version: string;
  /** The unpacked extension; Debian's Chromium loads what lies in its extensions folder. */
  chromium: Files;
  chromiumId: string;
  /** The signed or unsigned `.xpi`; Debian's Firefox ESR takes both from the system folder. */
  firefox: Uint8Array;
  firefoxId: string;
  /** Settings of the structure; none: the package sets nothing. */
  settings: SettingsValues;
  /** The browsers forget everything when they are closed. */
  forgetAll: boolean;
  /** The licences: ours and those of what ships. */
  copyright: string;
}

const HOME = 'usr/share/cote-a-cote';
/**
 * What Debian's Firefox ESR reads beside its own preferences: those that the policy `SanitizeOnShutdown` sets, for a package
 * may not take the machine's only `policies.json`.
 */
const FIREFOX_FORGETS = `${[
  'privacy.sanitize.sanitizeOnShutdown',
  'privacy.clearOnShutdown_v2.browsingHistoryAndDownloads',
  'privacy.clearOnShutdown_v2.cookiesAndStorage',
  'privacy.clearOnShutdown_v2.cache',
  'privacy.clearOnShutdown_v2.formdata',
  'privacy.clearOnShutdown_v2.siteSettings',
]
  .map((name) => `pref("${name}", true, locked);`)
  .join('\n')}\n`;
const FIREFOX_KEEPS = '// Côte à Côte sets nothing here.\n';
/** The id of Firefox itself, under which its system folder for extensions is named. */
const FIREFOX_APP = '{ec8030f7-c20a-464f-9b0e-13a3a9e97384}';
/** Seconds since 1970 when the caller names none (reproducible-builds.org): 1 January 1980, as in the zips. */
const EPOCH = '315532800';

/** Writes a Debian package; the same bytes for the same contents. @throws when `dpkg-deb` is not there or refuses. */
export function writeDeb(file: string, deb: DebianPackage): void {
  const root = mkdtempSync(join(tmpdir(), 'cote-a-cote-deb-'));
  try {
    lay(root, deb);
    settleModes(root);
    execFileSync('dpkg-deb', ['--build', '--root-owner-group', '-Zxz', root, file], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? EPOCH },
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function lay(root: string, deb: DebianPackage): void {
  const { version, chromium, chromiumId, firefox, firefoxId, settings, forgetAll, copyright } = deb;
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [name, bytes] of chromium) put(`${HOME}/chromium/${name}`, bytes);
  mkdirSync(join(root, 'usr/share/chromium/extensions'), { recursive: true });
  symlinkSync('../../cote-a-cote/chromium', join(root, 'usr/share/chromium/extensions/cote-a-cote'));
  const xpi = `usr/share/mozilla/extensions/${FIREFOX_APP}/${firefoxId}.xpi`;
  put(xpi, firefox);
  const date = dateMadeOf(firefox);
  utimesSync(join(root, xpi), date, date);
  put('usr/share/doc/cote-a-cote/copyright', copyright);
  const hasSettings = Object.keys(settings).length > 0;
  if (hasSettings) put(`usr/lib/mozilla/managed-storage/${firefoxId}.json`, json(firefoxValues(firefoxId, settings)));
  // All of them, even with nothing to say: dpkg leaves such a file as it was when a later package has it no more.
  const set: Record<string, string> = {
    '/etc/chromium/policies/managed/cote-a-cote.json': json(chromiumValues(chromiumId, settings, forgetAll)),
    // Of two files with `ExtensionSettings` Chromium follows the last one by name: that of the structure, if it has any.
    '/etc/chromium/policies/managed/00-cote-a-cote-bouton.json': json(chromiumButton(chromiumId)),
    '/etc/firefox-esr/cote-a-cote.js': forgetAll ? FIREFOX_FORGETS : FIREFOX_KEEPS,
  };
  for (const [path, content] of Object.entries(set)) put(path.slice(1), content);
  put('DEBIAN/control', control(version));
  put(
    'DEBIAN/conffiles',
    Object.keys(set)
      .map((path) => `${path}\n`)
      .join(''),
  );
}

/**
 * @returns seconds since 1970, other ones for other bytes: Firefox knows by its date alone that a file of its system folder is
 * another, and would keep the version it had. Before `EPOCH`, for `dpkg-deb` brings later dates back to that one.
 */
function dateMadeOf(bytes: Uint8Array): number {
  return createHash('sha256').update(bytes).digest().readUInt32BE() % Number(EPOCH);
}

function control(version: string): string {
  return `Package: cote-a-cote
Version: ${version}
Architecture: all
Section: web
Priority: optional
Maintainer: Côte à Côte <cote-a-cote@cote-a-cote.fr>
Recommends: chromium | firefox-esr
Description: Aide en contexte sur les sites de l'administration
 Extension pour Chromium et Firefox ESR : où cliquer, ce que les mots veulent
 dire, et un avertissement avant un choix difficile à défaire.
 Aucune demande sur internet, rien n'est envoyé.
`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Whatever the umask of who packs. */
function settleModes(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) settleModes(path);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}
