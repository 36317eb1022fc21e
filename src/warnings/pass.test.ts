import { describe, expect, it } from 'vitest';
import type { Warning } from '../schema';
import { AFTERMATH, admits, PASS_LIFE, type Pass, passState } from './pass';

const pass = (more: Partial<Pass> = {}): Pass => ({
  warning: { id: 'w' } as Warning,
  target: {},
  element: document.createElement('button'),
  given: 1_000,
  ...more,
});

describe('a pass', () => {
  it('is ready for two minutes', () => {
    expect(passState(pass(), 1_000 + PASS_LIFE - 1)).toBe('ready');
    expect(passState(pass(), 1_000 + PASS_LIFE)).toBe('over');
  });
  it('lets the gesture through that uses it, and what the page does after it, but no second gesture', () => {
    const used = pass({ used: 2_000 });
    expect(admits(used, 'within', 2_001)).toBe(true);
    expect(admits(used, 'begin', 2_001)).toBe(false);
    expect(admits(used, 'within', 2_000 + AFTERMATH)).toBe(false);
  });
});
