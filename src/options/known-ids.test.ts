import { describe, expect, it } from 'vitest';
import { updateUrl } from '../installation/policies';
import { CHROMIUM_ID, FIREFOX_ID } from '../modules/overlays/ids';
import { knownIds } from './known-ids';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const NONE = { chromeId: '', edgeId: '', crxId: '' };

describe('the ids that an installation file may name', () => {
  it.each([
    ['from Chrome’s store', ID, updateUrl({ from: 'stores' }, 'chrome'), { ...NONE, chromeId: ID }],
    ['from Edge’s store', ID, updateUrl({ from: 'stores' }, 'edge'), { ...NONE, edgeId: ID }],
    ['from a .crx', ID, undefined, { ...NONE, crxId: ID }],
    ['unpacked, whose key nobody has', CHROMIUM_ID, undefined, NONE],
    ['in Firefox', FIREFOX_ID, undefined, NONE],
  ])('%s', (_, id, url, known) => expect(knownIds(id, url)).toEqual(known));
});
