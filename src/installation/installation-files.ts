import { chromiumPolicy, firefoxPolicies, type Installation, type Source } from './policies.ts';
import { registryFile, removalFile } from './registry-file.ts';
import { writeSettingsFile } from './settings-file.ts';

export interface InstallationFile {
  name: string;
  /** For whom it is. */
  kind: 'reg' | 'unreg' | 'chrome' | 'edge' | 'firefox' | 'settings';
  content: string | Uint8Array<ArrayBuffer>;
}

/** @returns the files that install the extension with these settings, ready to be copied; none for a browser whose id is not known. */
export function installationFiles(installation: Installation): InstallationFile[] {
  const { source, chromeId, edgeId, settings } = installation;
  const files: InstallationFile[] = [];
  const add = (name: string, kind: InstallationFile['kind'], content: InstallationFile['content']): void =>
    void files.push({ name, kind, content });
  if (isForWindows(source) && (chromeId ?? edgeId) !== undefined) {
    add('cote-a-cote.reg', 'reg', registryFile(installation));
    add('cote-a-cote-enlever.reg', 'unreg', removalFile(installation));
  }
  if (isForLinux(source)) {
    if (chromeId !== undefined)
      add('cote-a-cote.json', 'chrome', json(chromiumPolicy(chromeId, 'chrome', installation)));
    if (edgeId !== undefined) add('cote-a-cote-edge.json', 'edge', json(chromiumPolicy(edgeId, 'edge', installation)));
  }
  add('policies.json', 'firefox', json(firefoxPolicies(installation)));
  add('reglages-cote-a-cote.json', 'settings', writeSettingsFile(settings));
  return files;
}

/** A folder of one machine is either Windows' (`file:///C:/…`) or Linux's; stores and servers serve both. */
const isForWindows = (source: Source): boolean =>
  source.from === 'stores' || !/^file:\/\/\/(?![a-z]:\/)/i.test(source.address);
const isForLinux = (source: Source): boolean =>
  source.from === 'stores' || !/^file:\/\/\/[a-z]:\//i.test(source.address);

/**
 * @returns the address of a folder as people write it (`/opt/cote-a-cote`, `C:\cote-a-cote`, `https://serveur/cote-a-cote`);
 * `undefined` when it is none of these, or holds a sign that would have to be encoded
 */
export function folderAddress(folder: string): string | undefined {
  // As it is copied from a window of files or of a browser.
  const path = folder.replace(/[\\/]$/, '');
  if (/^(\/[\w.-]+)+$/.test(path)) return `file://${path}`;
  if (/^[a-z]:([\\/][\w.-]+)+$/i.test(path)) return `file:///${path.replaceAll('\\', '/')}`;
  return /^https?:\/\/[\w.-]+(:\d+)?(\/[\w.-]+)*$/.test(path) ? path : undefined;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
