import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Progress } from '../guides/progress';
import { progressKeeper } from './progress-keeper';

const running: Progress = { guide: 'g', step: 's', trail: [], state: 'running' };

describe('progress by tab', () => {
  beforeEach(() => fakeBrowser.reset());

  it('comes back in the same tab', async () => {
    await progressKeeper.save('caf', 1, running);
    expect(await progressKeeper.load('caf', 1, undefined)).toEqual(running);
  });

  it('goes on in a tab that this tab opened', async () => {
    await progressKeeper.save('caf', 1, running);
    expect(await progressKeeper.load('caf', 2, 1)).toEqual(running);
  });

  it('is offered, not forced, in another tab of the same site', async () => {
    await progressKeeper.save('caf', 1, running);
    expect(await progressKeeper.load('caf', 3, undefined)).toEqual({ ...running, state: 'left' });
  });

  it('of a private window is offered in private windows only, and goes with its tab', async () => {
    await progressKeeper.save('caf', 1, running, true);
    expect(await progressKeeper.load('caf', 2, undefined)).toBeNull();
    expect(await progressKeeper.load('caf', 3, undefined, true)).toEqual({ ...running, state: 'left' });
    await progressKeeper.forget(1);
    expect(await progressKeeper.load('caf', 1, undefined, true)).toBeNull();
  });

  it('stays with its site', async () => {
    await progressKeeper.save('caf', 1, running);
    expect(await progressKeeper.load('ameli', 1, undefined)).toBeNull();
  });

  it('is not offered again after half an hour, nor once the guide has ended', async () => {
    vi.useFakeTimers();
    await progressKeeper.save('caf', 1, running);
    vi.advanceTimersByTime(31 * 60_000);
    expect(await progressKeeper.load('caf', 3, undefined)).toBeNull();
    vi.useRealTimers();
    await progressKeeper.save('caf', 1, { ...running, state: 'ended' });
    expect(await progressKeeper.load('caf', 3, undefined)).toBeNull();
  });

  it('is forgotten when saved as nothing', async () => {
    await progressKeeper.save('caf', 1, running);
    await progressKeeper.save('caf', 1, null);
    expect(await progressKeeper.load('caf', 1, undefined)).toBeNull();
  });

  it('is kept by the background when storage is full, and until it ends', async () => {
    const full = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await progressKeeper.save('caf', 7, running);
    expect(await progressKeeper.load('caf', 7, undefined)).toEqual(running);
    await progressKeeper.save('caf', 7, null);
    expect(await progressKeeper.load('caf', 7, undefined)).toBeNull();
    full.mockRestore();
  });

  it('is forgotten as a whole at the end of the session, what storage refused too', async () => {
    await progressKeeper.save('ameli', 6, running);
    const full = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await progressKeeper.save('caf', 7, running);
    full.mockRestore();
    await progressKeeper.forgetAll();
    expect(await progressKeeper.load('ameli', 6, undefined)).toBeNull();
    expect(await progressKeeper.load('caf', 7, undefined)).toBeNull();
  });
});
