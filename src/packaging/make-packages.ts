import { createHash, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installationFiles } from '../installation/installation-files.ts';
import { UPDATE_MANIFEST, updateUrl, XPI } from '../installation/policies.ts';
import { CHROMIUM_ID, FIREFOX_ID, PUBLIC_KEY } from '../modules/overlays/ids.ts';
import type { SettingsValues } from '../settings/schema.ts';
import { crx, extensionId, publicKeyOf } from './crx.ts';
import { writeDeb } from './deb.ts';
import { sourceFiles } from './sources.ts';
import {
  type Files,
  filesIn,
  reproducibleZip,
  withEveryPermission,
  withKey,
  withOpenPagesHelped,
  withUpdateUrl,
} from './zip.ts';

export interface PackagesInput {
  /** The project. */
  root: string;
  /** The built extension (`npm run build`), a folder for each browser. */
  builds: { chromium: string; firefox: string };
  /** Where the packages go; those of an earlier run are taken away first, and nothing else. */
  out: string;
  /** Signs the `.crx`; without it there is none. */
  key: KeyObject | undefined;
  /** The structure's settings, for the policies and the Debian package. */
  settings: SettingsValues;
  /** The browsers of the machines forget everything when they are closed. */
  forgetAll: boolean;
  /** Address of the folder the browsers will take the packages from: `file:///opt/cote-a-cote`. */
  address: string;
  /** A `.xpi` that Mozilla signed, to be used in place of the one made here. */
  signedXpi: Uint8Array | undefined;
}

/** One package: what it is for, and the id its extension has in the browser. */
export interface MadePackage {
  file: string;
  sha256: string;
}

export interface Made {
  version: string;
  packages: MadePackage[];
  /** The id of the `.crx`, from its key. */
  crxId: string | undefined;
}

const CRX = 'cote-a-cote.crx';
const SUMS = 'SHA256SUMS';

/**
 * Makes every package from a build. The same sources give the same bytes, wherever and whenever they are packed.
 * @throws when the project is not built, or `dpkg-deb` fails; without `dpkg-deb` there is no Debian package
 */
export function makePackages(input: PackagesInput): Made {
  const { root, builds, out, key, settings, forgetAll, address, signedXpi } = input;
  const chromium = filesIn(builds.chromium);
  const firefox = filesIn(builds.firefox);
  const installed = withOpenPagesHelped(withEveryPermission(chromium));
  const version = versionOf(root);
  takeAwayPackages(out);
  mkdirSync(out, { recursive: true });
  const packages: MadePackage[] = [];
  const note = (file: string): void => {
    packages.push({
      file,
      sha256: createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex'),
    });
  };
  const write = (file: string, bytes: Uint8Array | string): void => {
    writeFileSync(join(out, file), bytes);
    note(file);
  };
  write('cote-a-cote-chrome-edge.zip', reproducibleZip(withKey(chromium, undefined)));
  write(XPI, signedXpi ?? reproducibleZip(firefox));
  write('cote-a-cote-sources.zip', reproducibleZip(sourceFiles(root)));
  const source = { from: 'folder', address, isXpiSigned: signedXpi !== undefined } as const;
  const crxId = key && extensionId(publicKeyOf(key));
  if (key && crxId !== undefined) {
    const updated = withUpdateUrl(installed, updateUrl(source, 'chrome'));
    write(CRX, crx(reproducibleZip(withKey(updated, publicKeyOf(key).toString('base64'))), key));
    write(UPDATE_MANIFEST, updateManifest(crxId, version, `${address}/${CRX}`));
  }
  const machines = { settings, source, chromeId: crxId, edgeId: crxId, firefoxId: FIREFOX_ID, forgetAll };
  for (const { name, content } of installationFiles(machines)) write(name, content);
  if (existsSync('/usr/bin/dpkg-deb')) {
    const deb = `cote-a-cote_${version}_all.deb`;
    writeDeb(join(out, deb), {
      version,
      chromium: withKey(installed, PUBLIC_KEY),
      chromiumId: CHROMIUM_ID,
      firefox: signedXpi ?? reproducibleZip(withEveryPermission(firefox)),
      firefoxId: FIREFOX_ID,
      settings,
      forgetAll,
      copyright: copyright(chromium),
    });
    note(deb);
  }
  writeFileSync(join(out, SUMS), packages.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''));
  return { version, packages, crxId };
}

/** @returns the version of the project in this folder. */
export function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** A person may have named a folder of theirs: only what our own list names goes. */
function takeAwayPackages(folder: string): void {
  const list = join(folder, SUMS);
  const lines = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
  const names = lines.flatMap((line) => /^[0-9a-f]{64} {2}([^/\\]+)$/.exec(line)?.[1] ?? []);
  for (const name of [...names, SUMS]) rmSync(join(folder, name), { force: true });
}

const LICENCES = ['LICENSE.txt', 'LICENSE-overlays.txt', 'THIRD-PARTY.txt'];

/** What Debian wants every package to carry: the licences of all that is in it. @throws when the build lacks one */
function copyright(build: Files): string {
  const texts = LICENCES.map((name) => {
    const text = build.get(name);
    if (!text) throw new Error(`${name} manque dans ce qui a été construit : npm run build`);
    return new TextDecoder().decode(text).trimEnd();
  });
  return `${texts.join(`\n\n${'='.repeat(72)}\n\n`)}\n`;
}

/** What Chromium asks for at an `update_url` (developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux). */
function updateManifest(id: string, version: string, crxAddress: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${crxAddress}" version="${version}" />
  </app>
</gupdate>
`;
}
