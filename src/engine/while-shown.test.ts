import { describe, expect, it, vi } from 'vitest';
import { DEFAULTS } from '../settings/defaults';
import type { Settings } from '../settings/types';
import { whileShown } from './while-shown';

function changeable(initial: Settings) {
  let listener: (value: Settings) => void = () => undefined;
  const remember = (next: typeof listener): void => {
    listener = next;
  };
  return {
    live: { value: initial, onChange: remember },
    change: (value: Settings) => listener(value),
  };
}

describe('a kind of overlay', () => {
  it('stops when it is switched off and starts again when it is switched on', () => {
    const settings = changeable(DEFAULTS);
    const signals: AbortSignal[] = [];
    const run = (until: AbortSignal) => void signals.push(until);
    whileShown({ kind: 'terms', settings: settings.live, signal: new AbortController().signal, report: vi.fn(), run });
    expect(signals).toHaveLength(1);
    settings.change({ ...DEFAULTS, show: { ...DEFAULTS.show, terms: false } });
    expect(signals[0]?.aborted).toBe(true);
    settings.change(DEFAULTS);
    expect(signals).toHaveLength(2);
    expect(signals[1]?.aborted).toBe(false);
  });

  it('that throws is reported and leaves the others alone', () => {
    const settings = changeable(DEFAULTS);
    const report = vi.fn();
    const run = () => {
      throw new Error('boom');
    };
    whileShown({ kind: 'hints', settings: settings.live, signal: new AbortController().signal, report, run });
    expect(report).toHaveBeenCalledWith({ kind: 'failed', where: 'hints: boom' });
  });
});
