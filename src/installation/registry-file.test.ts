import { describe, expect, it } from 'vitest';
import type { Installation } from './policies';
import { registryFile, registryPlaces, removalFile } from './registry-file';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const EDGE = 'ponmlkjihgfedcbaponmlkjihgfedcba';
const SETTINGS = {
  structureName: 'Espace "Léo\\Lagrange" – œuvre',
  inactivityMinutes: 15,
  mode: 'public',
  practice: false,
  guides: true,
} as const;
const INSTALLATION: Installation = {
  settings: SETTINGS,
  source: { from: 'stores' },
  chromeId: ID,
  edgeId: EDGE,
  firefoxId: 'x@y',
  forgetAll: true,
};

/** `null`: the value is deleted. */
type Values = Record<string, string | number | null>;

/** Reads a registration file as the registry editor does: the tree it leaves, and the keys it deletes first. */
function parseReg(bytes: Uint8Array): { keys: Record<string, Values>; deleted: string[] } {
  expect([...bytes.slice(0, 2)]).toEqual([0xff, 0xfe]);
  const text = new TextDecoder('utf-16le', { fatal: true }).decode(bytes.slice(2));
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [first, ...lines] = text.split('\r\n');
  expect(first).toBe('Windows Registry Editor Version 5.00');
  const keys: Record<string, Values> = {};
  const deleted: string[] = [];
  let current: Values | undefined;
  for (const line of lines.filter((one) => one !== '')) {
    const removed = /^\[-(.+)\]$/.exec(line)?.[1];
    const opened = /^\[([^-].*)\]$/.exec(line)?.[1];
    const value = /^"((?:[^"\\]|\\["\\])*)"=(?:"((?:[^"\\]|\\["\\])*)"|dword:([0-9a-f]{8})|(-))$/.exec(line);
    if (removed) deleted.push(removed);
    else if (opened) current = keys[opened] ??= {};
    else if (value && current) current[plain(value[1])] = dataOf(value);
    else throw new Error(`The registry editor would not read this line: ${line}`);
  }
  return { keys, deleted };
}

function dataOf([, , text, number, deleted]: RegExpExecArray): Values[string] {
  if (deleted) return null;
  return number ? Number.parseInt(number, 16) : plain(text);
}

function plain(escaped = ''): string {
  return escaped.replace(/\\(["\\])/g, '$1');
}

describe('the file for the Windows registry', () => {
  it.each([
    ['Google\\Chrome', ID, 'https://clients2.google.com/service/update2/crx', { toolbar_pin: 'force_pinned' }],
    [
      'Microsoft\\Edge',
      EDGE,
      'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
      { toolbar_state: 'force_shown' },
    ],
  ])('installs, shows and sets %s', (vendor, id, store, shown) => {
    const { keys, deleted } = parseReg(registryFile(INSTALLATION));
    const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}`;
    expect(keys[`${root}\\ExtensionInstallForcelist`]).toEqual({ 7350: `${id};${store}` });
    expect(keys[`${root}\\ExtensionSettings\\${id}`]).toEqual({
      installation_mode: 'force_installed',
      update_url: store,
      ...shown,
    });
    expect(keys[root]).toEqual({ ForceEphemeralProfiles: 1 });
    const policy = `${root}\\3rdparty\\extensions\\${id}\\policy`;
    expect(keys[policy]).toEqual({
      structureName: SETTINGS.structureName,
      inactivityMinutes: 15,
      mode: 'public',
      practice: 0,
      guides: 1,
    });
    expect(deleted).toContain(policy);
  });

  it('leaves Edge alone when its id is not known, and erases nothing when not asked', () => {
    const { keys } = parseReg(registryFile({ ...INSTALLATION, edgeId: undefined, forgetAll: false }));
    expect(Object.keys(keys).some((key) => key.includes('Edge'))).toBe(false);
    expect(Object.values(keys).some((values) => 'ForceEphemeralProfiles' in values)).toBe(false);
  });

  it('gives both the id of the .crx when it comes from a folder, with its address', () => {
    const source = { from: 'folder', address: 'file:///C:/cote-a-cote', isXpiSigned: true } as const;
    const { keys } = parseReg(registryFile({ ...INSTALLATION, source, edgeId: ID }));
    const lists = Object.entries(keys).filter(([key]) => key.endsWith('ExtensionInstallForcelist'));
    expect(lists.map(([, values]) => values)).toEqual([
      { 7350: `${ID};file:///C:/cote-a-cote/cote-a-cote-update.xml` },
      { 7350: `${ID};file:///C:/cote-a-cote/cote-a-cote-update.xml` },
    ]);
  });

  it('has beside it one that takes away everything it wrote, and nothing else', () => {
    const written = parseReg(registryFile(INSTALLATION)).keys;
    const { keys: emptied, deleted } = parseReg(removalFile(INSTALLATION));
    const left = Object.entries(written).flatMap(([key, values]) =>
      deleted.some((gone) => key === gone || key.startsWith(`${gone}\\`))
        ? []
        : Object.keys(values).filter((name) => emptied[key]?.[name] !== null),
    );
    expect(left).toEqual([]);
    expect(deleted.every((key) => [ID, EDGE].some((id) => key.endsWith(id)))).toBe(true);
    const named = Object.entries(emptied).flatMap(([key, values]) =>
      Object.keys(values).map((name) => `${key} : ${name}`),
    );
    expect(registryPlaces(INSTALLATION).toSorted()).toEqual([...named, ...deleted].toSorted());
  });
});
