import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { followManaged, REFUSED_KEY } from './follow-managed';
import { MANAGED_KEY } from './live-settings';

/** What the browser answers to `storage.managed.get`, at each question in turn; the last one again and again. */
function managedAnswers(...answers: (() => Promise<Record<string, unknown>>)[]): void {
  let asked = 0;
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(() => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    return answer?.() ?? Promise.resolve({});
  });
}
const values = (value: Record<string, unknown>) => () => Promise.resolve(value);
const kept = async (): Promise<unknown> => (await browser.storage.local.get(MANAGED_KEY))[MANAGED_KEY];

describe('the copy of the structure’s settings', () => {
  beforeEach(async () => {
    vi.useFakeTimers();
    await browser.storage.local.clear();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('holds what fits, and beside it what was refused', async () => {
    managedAnswers(values({ structureName: 'CCAS', mode: 'kiosk' }));
    followManaged();
    await vi.runAllTimersAsync();
    expect(await kept()).toEqual({ structureName: 'CCAS' });
    expect((await browser.storage.local.get(REFUSED_KEY))[REFUSED_KEY]).toEqual([
      { key: 'mode', reason: 'Il faut l’un de ces mots : home, public, office.' },
    ]);
  });

  it('outlives the empty answer that a browser gives while it starts', async () => {
    await browser.storage.local.set({ [MANAGED_KEY]: { structureName: 'CCAS' } });
    managedAnswers(values({}), values({ structureName: 'CCAS', mode: 'public' }));
    followManaged();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await kept()).toEqual({ structureName: 'CCAS' });
    await vi.runAllTimersAsync();
    expect(await kept()).toEqual({ structureName: 'CCAS', mode: 'public' });
  });

  it('goes when the policy was really taken away', async () => {
    await browser.storage.local.set({ [MANAGED_KEY]: { structureName: 'CCAS' } });
    managedAnswers(values({}));
    followManaged();
    await vi.runAllTimersAsync();
    expect(await kept()).toEqual({});
  });

  it('goes when Firefox says that there is no policy, and stays when it fails otherwise or never answers', async () => {
    for (const [answer, left] of [
      [() => Promise.reject(new Error('Managed storage manifest not found')), {}],
      [() => Promise.reject(new Error('An unexpected error occurred')), { structureName: 'CCAS' }],
      [() => new Promise<never>(() => {}), { structureName: 'CCAS' }],
    ] as const) {
      await browser.storage.local.set({ [MANAGED_KEY]: { structureName: 'CCAS' } });
      managedAnswers(answer);
      followManaged();
      await vi.runAllTimersAsync();
      expect(await kept()).toEqual(left);
    }
  });
});
