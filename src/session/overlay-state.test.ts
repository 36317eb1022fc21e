import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteEvent, readState, withEvent } from './overlay-state';

const EMPTY = { overlays: {}, pages: {}, letThrough: {}, failures: {} };

describe('the state of the overlays', () => {
  beforeEach(() => fakeBrowser.reset());

  it('keeps the last day an overlay was found after it is missing', () => {
    const found = withEvent(
      EMPTY,
      { kind: 'located', site: 'caf', overlay: 'x', outcome: 'found', score: 0.9 },
      '2026-11-01',
    );
    const missing = withEvent(
      found,
      { kind: 'located', site: 'caf', overlay: 'x', outcome: 'missing', score: 0, reason: 'hidden' },
      '2026-11-24',
    );
    expect(missing.overlays['caf/x']).toEqual({
      outcome: 'missing',
      score: 0,
      lastFound: '2026-11-01',
      reason: 'hidden',
    });
  });

  it('counts failures and clicks let through', () => {
    const once = withEvent(EMPTY, { kind: 'failed', where: 'terms' }, '2026-11-24');
    expect(withEvent(once, { kind: 'failed', where: 'terms' }, '2026-11-24').failures).toEqual({ terms: 2 });
    expect(withEvent(EMPTY, { kind: 'let-through', site: 'caf', overlay: 'w' }, 'd').letThrough).toEqual({
      'caf/w': 1,
    });
  });

  it('writes events one after the other, losing none', async () => {
    await Promise.all(['a', 'b', 'c'].map((page) => noteEvent({ kind: 'recognised', site: 'caf', page })));
    expect(Object.keys((await readState()).pages)).toEqual(['caf/a', 'caf/b', 'caf/c']);
  });

  it('survives a storage that throws', async () => {
    const set = fakeBrowser.storage.local.set;
    fakeBrowser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    await expect(noteEvent({ kind: 'failed', where: 'x' })).resolves.toBeUndefined();
    fakeBrowser.storage.local.set = set;
  });
});
