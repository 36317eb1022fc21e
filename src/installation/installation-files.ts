import { chromiumPolicy, firefoxPolicies, type Installation } from './policies.ts';
import { registryFile } from './registry-file.ts';
import { writeSettingsFile } from './settings-file.ts';

export interface InstallationFile {
  name: string;
  /** For whom it is. */
  kind: 'reg' | 'chrome' | 'edge' | 'firefox' | 'settings';
  content: string | Uint8Array<ArrayBuffer>;
}

/** @returns the files that install the extension with these settings, ready to be copied. */
export function installationFiles(installation: Installation): InstallationFile[] {
  const { source, edgeId, settings } = installation;
  const isStores = source.from === 'stores';
  const files: InstallationFile[] = [
    { name: 'cote-a-cote.json', kind: 'chrome', content: json(chromiumPolicy(installation, 'chrome')) },
    { name: 'policies.json', kind: 'firefox', content: json(firefoxPolicies(installation)) },
    { name: 'reglages-cote-a-cote.json', kind: 'settings', content: writeSettingsFile(settings) },
  ];
  if (isStores) files.unshift({ name: 'cote-a-cote.reg', kind: 'reg', content: registryFile(installation) });
  if (isStores && edgeId !== undefined)
    files.push({ name: 'cote-a-cote-edge.json', kind: 'edge', content: json(chromiumPolicy(installation, 'edge')) });
  return files;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
