// @vitest-environment node
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_ID, PUBLIC_KEY } from '../modules/overlays/ids';
import { crx, extensionId } from './crx';
import { reproducibleZip, withKey } from './zip';

describe('packages of Chromium', () => {
  it('the id written down is the one of the public key', () => {
    expect(extensionId(Buffer.from(PUBLIC_KEY, 'base64'))).toBe(CHROMIUM_ID);
  });

  it('the same zip and key give the same bytes', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const zip = reproducibleZip(new Map([['manifest.json', Buffer.from('{}')]]));
    expect(crx(zip, privateKey).equals(crx(zip, privateKey))).toBe(true);
  });

  it('a zip does not depend on the order of its files nor on the hour', () => {
    const [a, b] = [Buffer.from('a'), Buffer.from('b')];
    const one = reproducibleZip(
      new Map([
        ['a', a],
        ['b/c', b],
      ]),
    );
    const two = reproducibleZip(
      new Map([
        ['b/c', b],
        ['a', a],
      ]),
    );
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('the stores get no key in the manifest', () => {
    const files = withKey(new Map([['manifest.json', Buffer.from('{"key":"x","name":"n"}')]]), undefined);
    expect(JSON.parse(new TextDecoder().decode(files.get('manifest.json')))).toEqual({ name: 'n' });
  });
});
