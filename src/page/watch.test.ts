import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from './watch';

describe('a page that is watched', () => {
  let control: AbortController;
  let looks: number[];
  beforeEach(() => {
    vi.useFakeTimers();
    [control, looks] = [new AbortController(), []];
  });
  afterEach(() => {
    control.abort();
    vi.useRealTimers();
  });

  /** @param lasting ms that a look takes by the clock. */
  function watch(lasting = 0): { change(): void } {
    const look = async (): Promise<void> => {
      looks.push(performance.now());
      page.looked();
      if (lasting > 0) await new Promise((resume) => setTimeout(resume, lasting));
    };
    const page = watchPage(
      document,
      () => false,
      { look, note: () => undefined, loaded: () => undefined },
      control.signal,
    );
    return { change: () => window.dispatchEvent(new Event('resize')) };
  }

  it('is looked at soon after a change, less and less often while it does not stop, and soon again after a rest', async () => {
    const { change } = watch();
    for (let time = 0; time < 4_000; time += 50) {
      change();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(looks.length).toBeGreaterThan(7);
    expect(looks.length).toBeLessThan(15);
    await vi.advanceTimersByTimeAsync(3_000);
    const before = looks.length;
    const since = performance.now();
    change();
    await vi.advanceTimersByTimeAsync(200);
    expect(looks.length).toBe(before + 1);
    expect((looks.at(-1) ?? 0) - since).toBeLessThan(100);
  });

  it('is looked at again before long where a look took seconds', async () => {
    const { change } = watch(2_000);
    change();
    await vi.advanceTimersByTimeAsync(2_100);
    change();
    await vi.advanceTimersByTimeAsync(1_600);
    expect(looks).toHaveLength(2);
  });

  it('costs nothing while nothing changes', async () => {
    watch().change();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(looks).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(1);
  });
});
