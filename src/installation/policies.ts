import type { SettingsValues } from '../settings/schema.ts';

/** Where the browsers take the extension from. */
export type Source =
  | { from: 'stores' }
  /** Our own packages, in a folder of the machine or on a server. */
  | {
      from: 'folder';
      /** Of the folder, without a final `/`: `file:///opt/cote-a-cote`. */
      address: string;
      /** Mozilla signed the `.xpi`; Firefox ESR takes one that is not, and no other Firefox does. */
      isXpiSigned: boolean;
    };

/** What is to be installed on each machine. */
export interface Installation {
  settings: SettingsValues;
  source: Source;
  /** `undefined`: not for Chrome. */
  chromeId: string | undefined;
  /** Edge's store gives its own id, a `.crx` has the same everywhere; `undefined`: not for Edge. */
  edgeId: string | undefined;
  firefoxId: string;
  /** The browser forgets everything when it is closed. */
  forgetAll: boolean;
}

const STORES = {
  chrome: 'https://clients2.google.com/service/update2/crx',
  edge: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
} as const;

/** The browsers that take Chromium's policies. */
export type ChromiumName = keyof typeof STORES;

/** File names that the update manifest and the policies agree on (src/packaging). */
export const UPDATE_MANIFEST = 'cote-a-cote-update.xml';
export const XPI = 'cote-a-cote-firefox.xpi';

/** @returns the address where the browser asks for the extension and for its updates. */
export function updateUrl(source: Source, browser: ChromiumName): string {
  return source.from === 'stores' ? STORES[browser] : `${source.address}/${UPDATE_MANIFEST}`;
}

/** @returns the store that a manifest's `update_url` belongs to; none for an extension from elsewhere. */
export function storeOf(url: string | undefined): ChromiumName | undefined {
  return (['chrome', 'edge'] as const).find((name) => STORES[name] === url);
}

/** Our button always in sight: Edge has a name of its own for it. */
const SHOWN_BUTTON: Record<ChromiumName, Record<string, string>> = {
  chrome: { toolbar_pin: 'force_pinned' },
  edge: { toolbar_state: 'force_shown' },
};

/** @returns what the policy `ExtensionSettings` says of our extension, by the names that this browser knows. */
export function extensionSettings(source: Source, browser: ChromiumName): Record<string, string> {
  return {
    installation_mode: 'force_installed',
    update_url: updateUrl(source, browser),
    ...SHOWN_BUTTON[browser],
  };
}

/** The policy file of Chromium, Chrome or Edge on Linux. It stands beside others there, but of two that have `ExtensionSettings` the browser follows one. */
export function chromiumPolicy(id: string, browser: ChromiumName, installation: Installation): object {
  const { settings, source, forgetAll } = installation;
  return {
    ExtensionSettings: { [id]: extensionSettings(source, browser) },
    ...chromiumValues(id, settings, forgetAll),
  };
}

/** Only the place of our button, for Chromium that has the extension already. */
export function chromiumButton(id: string): object {
  return { ExtensionSettings: { [id]: SHOWN_BUTTON.chrome } };
}

/** Only what is set, for Chromium that has the extension already. */
export function chromiumValues(id: string, settings: SettingsValues, forgetAll: boolean): object {
  return {
    ...(Object.keys(settings).length > 0 ? { '3rdparty': { extensions: { [id]: settings } } } : {}),
    ...(forgetAll ? { ForceEphemeralProfiles: true } : {}),
  };
}

/** Firefox's `policies.json`: the only one on a machine, so it may have to be merged with what is there. */
export function firefoxPolicies({ settings, source, firefoxId, forgetAll }: Installation): object {
  const store = `https://addons.mozilla.org/firefox/downloads/latest/${firefoxId}/latest.xpi`;
  const isUnsigned = source.from === 'folder' && !source.isXpiSigned;
  return {
    policies: {
      ExtensionSettings: {
        [firefoxId]: {
          installation_mode: 'force_installed',
          install_url: source.from === 'stores' ? store : `${source.address}/${XPI}`,
          private_browsing: true,
        },
      },
      ...(Object.keys(settings).length > 0 ? { '3rdparty': { Extensions: { [firefoxId]: settings } } } : {}),
      ...(isUnsigned ? { Preferences: { 'xpinstall.signatures.required': false } } : {}),
      ...(forgetAll ? { SanitizeOnShutdown: true } : {}),
    },
  };
}

/** Only the settings, for a Firefox that has the extension already: a native manifest of the type `storage`. */
export function firefoxValues(id: string, settings: SettingsValues): object {
  return { name: id, description: 'Côte à Côte', type: 'storage', data: settings };
}
