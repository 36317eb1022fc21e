import type { SettingsValues } from '../settings/schema.ts';
import { CHROME_STORE, EDGE_STORE, type Installation } from './policies.ts';

/** The number of our line in the list of extensions: high, so that it takes the place of no other. */
const LINE = '7350';

/**
 * A file for the Windows registry editor, for Chrome and, when its id is known, for Edge. From the stores only: a Windows
 * machine outside a domain takes an extension from nowhere else.
 * @returns UTF-16LE with a byte order mark and CRLF, as the registry editor itself writes
 */
export function registryFile(installation: Installation): Uint8Array<ArrayBuffer> {
  const { edgeId, chromeId } = installation;
  const chrome = browserLines('Google\\Chrome', chromeId, CHROME_STORE, installation);
  const edge = edgeId === undefined ? [] : browserLines('Microsoft\\Edge', edgeId, EDGE_STORE, installation);
  return utf16(['Windows Registry Editor Version 5.00', '', ...chrome, ...edge].map((line) => `${line}\r\n`).join(''));
}

function browserLines(
  vendor: string,
  id: string,
  store: string,
  { settings, forgetAll }: Installation,
): readonly string[] {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}`;
  const policy = `${root}\\3rdparty\\extensions\\${id}\\policy`;
  return [
    ...(forgetAll ? [`[${root}]`, '"ForceEphemeralProfiles"=dword:00000001', ''] : []),
    `[${root}\\ExtensionInstallForcelist]`,
    `${quoted(LINE)}=${quoted(`${id};${store}`)}`,
    '',
    // Takes away the settings of an earlier file first.
    `[-${policy}]`,
    '',
    ...valueLines(policy, settings),
  ];
}

function valueLines(policy: string, settings: SettingsValues): string[] {
  const entries = Object.entries(settings);
  const plain = entries.filter(([, value]) => !Array.isArray(value));
  const lists = entries.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
  return [
    `[${policy}]`,
    ...plain.map(([key, value]) => `${quoted(key)}=${data(value)}`),
    '',
    ...lists.flatMap(([key, items]) => [
      `[${policy}\\${key}]`,
      ...items.map((item, at) => `${quoted(String(at + 1))}=${quoted(item)}`),
      '',
    ]),
  ];
}

function data(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return `dword:${Number(value).toString(16).padStart(8, '0')}`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}
