// @vitest-environment node
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { FIREFOX_ID } from '../modules/overlays/ids';
import { signedXpi } from './signed-xpi';

const VERSION = '1.2.3';
const manifest = (id: string, version = VERSION): Record<string, Uint8Array> => ({
  'manifest.json': strToU8(JSON.stringify({ version, browser_specific_settings: { gecko: { id } } })),
});
const SIGNATURE = { 'META-INF/mozilla.rsa': strToU8('signature') };

it('takes ours, signed, as it is', () => {
  const bytes = zipSync({ ...manifest(FIREFOX_ID), ...SIGNATURE });
  expect(signedXpi(bytes, 'x.xpi', VERSION)).toBe(bytes);
});

it.each([
  ['text', strToU8('bonjour'), 'x.xpi n’est pas un fichier .xpi.'],
  ['a zip without a manifest', zipSync(SIGNATURE), 'x.xpi n’est pas une extension : son manifest.json ne se lit pas.'],
  [
    'another extension',
    zipSync({ ...manifest('autre@exemple.fr'), ...SIGNATURE }),
    'x.xpi est une autre extension : autre@exemple.fr.',
  ],
  [
    'an older one of ours',
    zipSync({ ...manifest(FIREFOX_ID, '1.0.0'), ...SIGNATURE }),
    'x.xpi est de la version 1.0.0, ce dossier de la version 1.2.3.',
  ],
  ['ours, not signed', zipSync(manifest(FIREFOX_ID)), 'x.xpi n’est pas signé par Mozilla.'],
])('refuses %s', (_, bytes, reason) => {
  expect(() => signedXpi(bytes, 'x.xpi', VERSION)).toThrow(reason);
});
