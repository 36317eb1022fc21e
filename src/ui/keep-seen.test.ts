import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepSeen } from './keep-seen';
import type { Surface } from './surface';

/** The promise of a page that hides our help: the person knows within a second. */
const A_SECOND = 1_000;

describe('help that must be seen', () => {
  let isVisible: boolean;
  let isShown: boolean;
  let unseen: number;
  let control: AbortController;
  beforeEach(() => {
    vi.useFakeTimers();
    [isVisible, isShown, unseen, control] = [true, true, 0, new AbortController()];
  });
  afterEach(() => {
    control.abort();
    vi.useRealTimers();
  });

  function watch(): () => void {
    const surface = { restore: () => undefined, isVisible: () => isVisible } as unknown as Surface;
    return keepSeen({
      surface,
      view: window,
      isShown: () => isShown,
      onUnseen: () => unseen++,
      signal: control.signal,
    });
  }

  it('is told of within a second once the page hides it', () => {
    watch()();
    vi.advanceTimersByTime(5_000);
    expect(unseen).toBe(0);
    isVisible = false;
    vi.advanceTimersByTime(A_SECOND);
    expect(unseen).toBe(1);
    vi.advanceTimersByTime(5_000);
    expect(unseen).toBe(1);
  });

  it('is not told of when it was hidden for a moment only', () => {
    watch()();
    isVisible = false;
    vi.advanceTimersByTime(600);
    isVisible = true;
    vi.advanceTimersByTime(5_000);
    expect(unseen).toBe(0);
  });

  it('costs nothing before it is shown, and once it is gone', () => {
    const begin = watch();
    expect(vi.getTimerCount()).toBe(0);
    begin();
    expect(vi.getTimerCount()).toBe(1);
    isShown = false;
    vi.advanceTimersByTime(300);
    expect(vi.getTimerCount()).toBe(0);
  });
});
