import { describe, expect, it } from 'vitest';
import type { Warning } from '../schema';
import type { Gesture } from './gesture';
import { AFTERMATH, judge, PASS_LIFE, type Pass, passState } from './pass';

const GIVEN = 1_000;
const gesture = (begun: number): Gesture => ({
  by: 'pointer',
  begun,
  last: begun,
  isDown: true,
  hasClicked: false,
  at: undefined,
});
const pass = (): Pass => ({
  warning: { id: 'w' } as Warning,
  target: {},
  element: document.createElement('button'),
  given: GIVEN,
});

describe('a pass', () => {
  it('is ready for two minutes', () => {
    expect(passState(pass(), GIVEN + PASS_LIFE - 1)).toBe('ready');
    expect(passState(pass(), GIVEN + PASS_LIFE)).toBe('over');
  });

  it('lets one gesture through whole, and no second one', () => {
    const given = [pass()];
    const [first, second] = [gesture(2_000), gesture(2_500)];
    expect(judge(given, first, 2_000)).toBe('through');
    expect(judge(given, first, 2_100)).toBe('through');
    expect(judge(given, second, 2_500)).toBe('hold');
    expect(judge(given, second, 2_600)).toBe('hold');
  });

  it('is not used by what is left of the gesture that took the decision', () => {
    const given = [pass()];
    expect(judge(given, gesture(GIVEN - 1), GIVEN + 5)).toBe('swallow');
    // Clocks are coarse: the key that answered may have gone down in the very same millisecond.
    expect(judge(given, gesture(GIVEN), GIVEN + 5)).toBe('swallow');
    expect(passState(given[0] ?? pass(), GIVEN + 5)).toBe('ready');
  });

  it('leaves the page a minute for what it does after the press: a check may take long on a busy day', () => {
    expect(AFTERMATH).toBeGreaterThan(30_000);
    const given = [pass()];
    judge(given, gesture(2_000), 2_000);
    expect(passState(given[0] ?? pass(), 2_000 + AFTERMATH - 1)).toBe('in-use');
    expect(passState(given[0] ?? pass(), 2_000 + AFTERMATH)).toBe('over');
  });

  it('given anew after a first one was used lets one more gesture through', () => {
    const given = [pass()];
    judge(given, gesture(2_000), 2_000);
    const again = { ...pass(), given: 3_000 };
    expect(judge([...given, again], gesture(3_500), 3_500)).toBe('through');
  });
});
