import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readWarnings } from './read-warnings';

describe('warnings read in a tab', () => {
  beforeEach(() => fakeBrowser.reset());

  it('are known on the next page of the same tab and site, and nowhere else', async () => {
    await readWarnings.note('caf', 1, 'changer-rib');
    expect(await readWarnings.note('caf', 1)).toEqual(['changer-rib']);
    expect(await readWarnings.note('caf', 2)).toEqual([]);
    expect(await readWarnings.note('ameli', 1)).toEqual([]);
  });

  it('come back whole after half an hour, or when the tab has been closed', async () => {
    vi.useFakeTimers();
    await readWarnings.note('caf', 1, 'changer-rib');
    vi.advanceTimersByTime(31 * 60_000);
    expect(await readWarnings.note('caf', 1)).toEqual([]);
    vi.useRealTimers();
    await readWarnings.note('caf', 1, 'changer-rib');
    await readWarnings.forget(1);
    expect(await readWarnings.note('caf', 1)).toEqual([]);
  });
});
