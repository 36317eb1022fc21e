import { type ChromiumName, extensionSettings, type Installation, updateUrl } from './policies.ts';

/** The number of our line in the list of extensions: high, so that it takes the place of no other. */
const LINE = '7350';

const VENDOR: Record<ChromiumName, string> = { chrome: 'Google\\Chrome', edge: 'Microsoft\\Edge' };

/**
 * A file for the Windows registry editor, for those of Chrome and Edge whose id is known. A Windows machine outside a domain
 * takes an extension from nowhere but its browser's store.
 * @returns UTF-16LE with a byte order mark and CRLF, as the registry editor itself writes
 */
export function registryFile(installation: Installation): Uint8Array<ArrayBuffer> {
  return registration(browsersOf(installation).flatMap(([name, id]) => installingLines(name, id, installation)));
}

/** @returns the same kind of file, which takes away all that `registryFile` wrote, and nothing else. */
export function removalFile(installation: Installation): Uint8Array<ArrayBuffer> {
  return registration(browsersOf(installation).flatMap(([name, id]) => removingLines(name, id, installation)));
}

/** @returns the keys and values that `registryFile` writes, by their whole path, for who takes them away by hand. */
export function registryPlaces(installation: Installation): string[] {
  return browsersOf(installation).flatMap(([name, id]) => {
    const { root, list, extension, button } = keysOf(name, id);
    return [
      `${list} : ${LINE}`,
      button,
      extension,
      ...(installation.forgetAll ? [`${root} : ForceEphemeralProfiles`] : []),
    ];
  });
}

function browsersOf({ chromeId, edgeId }: Installation): [ChromiumName, string][] {
  return [
    ...(chromeId === undefined ? [] : [['chrome', chromeId] satisfies [ChromiumName, string]]),
    ...(edgeId === undefined ? [] : [['edge', edgeId] satisfies [ChromiumName, string]]),
  ];
}

function keysOf(name: ChromiumName, id: string): Record<'root' | 'list' | 'button' | 'extension' | 'policy', string> {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${VENDOR[name]}`;
  const extension = `${root}\\3rdparty\\extensions\\${id}`;
  return {
    root,
    list: `${root}\\ExtensionInstallForcelist`,
    button: `${root}\\ExtensionSettings\\${id}`,
    extension,
    policy: `${extension}\\policy`,
  };
}

function installingLines(name: ChromiumName, id: string, { settings, source, forgetAll }: Installation): string[] {
  const { root, list, button, policy } = keysOf(name, id);
  return [
    ...(forgetAll ? [`[${root}]`, '"ForceEphemeralProfiles"=dword:00000001', ''] : []),
    `[${list}]`,
    `${quoted(LINE)}=${quoted(`${id};${updateUrl(source, name)}`)}`,
    '',
    // The list installs; only these values also keep the button in sight.
    ...valueLines(button, extensionSettings(source, name)),
    // Takes away the settings of an earlier file first.
    `[-${policy}]`,
    '',
    ...valueLines(policy, settings),
  ];
}

function removingLines(name: ChromiumName, id: string, { forgetAll }: Installation): string[] {
  const { root, list, button, extension } = keysOf(name, id);
  return [
    ...(forgetAll ? [`[${root}]`, '"ForceEphemeralProfiles"=-', ''] : []),
    `[${list}]`,
    `${quoted(LINE)}=-`,
    '',
    `[-${button}]`,
    '',
    `[-${extension}]`,
    '',
  ];
}

function valueLines(key: string, values: object): string[] {
  return [`[${key}]`, ...Object.entries(values).map(([name, value]) => `${quoted(name)}=${data(value)}`), ''];
}

function data(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return `dword:${Number(value).toString(16).padStart(8, '0')}`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function registration(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return utf16(['Windows Registry Editor Version 5.00', '', ...lines].map((line) => `${line}\r\n`).join(''));
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}
