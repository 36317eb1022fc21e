import { describe, expect, it } from 'vitest';
import { folderAddress, installationFiles } from './installation-files';
import type { Installation, Source } from './policies';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const EDGE = 'ponmlkjihgfedcbaponmlkjihgfedcba';
const SETTINGS = { mode: 'public', keepExercises: false, inactivityMinutes: 5 } as const;
const STORES: Installation = {
  settings: SETTINGS,
  source: { from: 'stores' },
  chromeId: ID,
  edgeId: EDGE,
  firefoxId: 'x@y',
  forgetAll: true,
};
const folder = (address: string, isXpiSigned = false): Installation => ({
  ...STORES,
  edgeId: ID,
  source: { from: 'folder', address, isXpiSigned } satisfies Source,
});

/** The JSON of one of the files, as a browser reads it. */
function read(installation: Installation, name: string): unknown {
  const content = installationFiles(installation).find((file) => file.name === name)?.content;
  if (typeof content !== 'string') throw new Error(`No ${name}`);
  return JSON.parse(content);
}

const names = (installation: Installation): string[] => installationFiles(installation).map(({ name }) => name);

describe('the files that install the extension', () => {
  it.each([
    ['cote-a-cote.json', ID, 'https://clients2.google.com/service/update2/crx', { toolbar_pin: 'force_pinned' }],
    [
      'cote-a-cote-edge.json',
      EDGE,
      'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
      { toolbar_state: 'force_shown' },
    ],
  ])(
    '%s takes it from that browser’s store, under that store’s id, in sight, with every setting',
    (name, id, store, shown) => {
      expect(read(STORES, name)).toEqual({
        ExtensionSettings: {
          [id]: { installation_mode: 'force_installed', update_url: store, ...shown },
        },
        '3rdparty': { extensions: { [id]: SETTINGS } },
        ForceEphemeralProfiles: true,
      });
    },
  );

  it('policies.json takes it from Mozilla, and asks for no weaker check of signatures', () => {
    expect(read(STORES, 'policies.json')).toEqual({
      policies: {
        ExtensionSettings: {
          'x@y': {
            installation_mode: 'force_installed',
            install_url: 'https://addons.mozilla.org/firefox/downloads/latest/x@y/latest.xpi',
            private_browsing: true,
          },
        },
        '3rdparty': { Extensions: { 'x@y': SETTINGS } },
        SanitizeOnShutdown: true,
      },
    });
    expect(read(folder('file:///opt/x', true), 'policies.json')).not.toHaveProperty('policies.Preferences');
  });

  it('policies.json lets in the unsigned file that « npm run package » makes', () => {
    expect(read(folder('file:///opt/x'), 'policies.json')).toMatchObject({
      policies: {
        ExtensionSettings: { 'x@y': { install_url: 'file:///opt/x/cote-a-cote-firefox.xpi' } },
        Preferences: { 'xpinstall.signatures.required': false },
      },
    });
  });

  it('are only those of the browsers whose id is known', () => {
    expect(names({ ...STORES, chromeId: undefined, edgeId: undefined })).toEqual([
      'policies.json',
      'reglages-cote-a-cote.json',
    ]);
    expect(names({ ...STORES, chromeId: undefined })).not.toContain('cote-a-cote.json');
    expect(names({ ...STORES, edgeId: undefined })).not.toContain('cote-a-cote-edge.json');
  });

  it('are for the system that the folder is on, or for both when it is on a server', () => {
    expect(names(folder('file:///C:/x'))).toContain('cote-a-cote.reg');
    expect(names(folder('file:///C:/x'))).not.toContain('cote-a-cote.json');
    expect(names(folder('file:///opt/x'))).toContain('cote-a-cote.json');
    expect(names(folder('file:///opt/x'))).not.toContain('cote-a-cote.reg');
    expect(names(folder('https://serveur/x'))).toEqual(expect.arrayContaining(['cote-a-cote.json', 'cote-a-cote.reg']));
  });
});

describe('the address of a folder', () => {
  it.each([
    ['/opt/cote-a-cote', 'file:///opt/cote-a-cote'],
    ['C:\\cote-a-cote', 'file:///C:/cote-a-cote'],
    ['d:\\outils\\cote-a-cote', 'file:///d:/outils/cote-a-cote'],
    ['https://serveur.ville.fr:8080/cote-a-cote', 'https://serveur.ville.fr:8080/cote-a-cote'],
    ['opt/cote-a-cote', undefined],
    ['/opt/côte à côte', undefined],
    // As it is copied from elsewhere.
    ['C:/cote-a-cote/', 'file:///C:/cote-a-cote'],
    ['C:\\cote-a-cote\\', 'file:///C:/cote-a-cote'],
    ['/opt/cote-a-cote/', 'file:///opt/cote-a-cote'],
    ['https://serveur/', 'https://serveur'],
    ['/', undefined],
    ['', undefined],
  ])('%s is %s', (written, address) => expect(folderAddress(written)).toBe(address));
});
