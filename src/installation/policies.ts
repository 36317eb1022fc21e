import type { SettingsValues } from '../settings/schema.ts';

/** Where the browsers take the extension from. */
export type Source =
  | { from: 'stores' }
  /** Files on the machine itself (Linux): `folder` is an absolute path without a final `/`. */
  | { from: 'folder'; folder: string };

/** What is to be installed on each machine. */
export interface Installation {
  settings: SettingsValues;
  source: Source;
  chromeId: string;
  /** Edge's store gives its own id; `undefined`: not for Edge. */
  edgeId: string | undefined;
  firefoxId: string;
  /** The browser forgets everything when it is closed. */
  forgetAll: boolean;
}

export const CHROME_STORE = 'https://clients2.google.com/service/update2/crx';
export const EDGE_STORE = 'https://edge.microsoft.com/extensionwebstorebase/v1/crx';

/** File names that the update manifest and the policies agree on (src/packaging). */
export const UPDATE_MANIFEST = 'cote-a-cote-update.xml';
export const XPI = 'cote-a-cote-firefox.xpi';

/** The policy file of Chromium, Chrome or Edge on Linux; on the machine it stands beside others and changes none of them. */
export function chromiumPolicy(installation: Installation, browser: 'chrome' | 'edge'): object {
  const { settings, source, forgetAll } = installation;
  const id = browser === 'edge' ? (installation.edgeId ?? installation.chromeId) : installation.chromeId;
  const store = browser === 'edge' ? EDGE_STORE : CHROME_STORE;
  return {
    ExtensionSettings: {
      [id]: {
        installation_mode: 'force_installed',
        update_url: source.from === 'stores' ? store : `file://${source.folder}/${UPDATE_MANIFEST}`,
        toolbar_pin: 'force_pinned',
      },
    },
    ...chromiumValues(id, settings),
    ...(forgetAll ? { ForceEphemeralProfiles: true } : {}),
  };
}

/** Only the settings, for Chromium that has the extension already. */
export function chromiumValues(id: string, settings: SettingsValues): object {
  return Object.keys(settings).length > 0 ? { '3rdparty': { extensions: { [id]: settings } } } : {};
}

/** Firefox's `policies.json`: the only one on a machine, so it may have to be merged with what is there. */
export function firefoxPolicies({ settings, source, firefoxId, forgetAll }: Installation): object {
  const store = `https://addons.mozilla.org/firefox/downloads/latest/${firefoxId}/latest.xpi`;
  return {
    policies: {
      ExtensionSettings: {
        [firefoxId]: {
          installation_mode: 'force_installed',
          install_url: source.from === 'stores' ? store : `file://${source.folder}/${XPI}`,
          private_browsing: true,
        },
      },
      ...(Object.keys(settings).length > 0 ? { '3rdparty': { Extensions: { [firefoxId]: settings } } } : {}),
      ...(forgetAll ? { SanitizeOnShutdown: true } : {}),
    },
  };
}

/** Only the settings, for a Firefox that has the extension already: a native manifest of the type `storage`. */
export function firefoxValues(id: string, settings: SettingsValues): object {
  return { name: id, description: 'Côte à Côte', type: 'storage', data: settings };
}
