import { describe, expect, it } from 'vitest';
import { dayInWords, nextDate } from './next-date';

const windows = [
  { month: '2026-12', opens: '2026-12-28', closes: '2027-01-15' },
  { month: '2026-11', opens: '2026-11-28', closes: '2026-12-15' },
];

describe('the next update window', () => {
  it('is the first that opens after today', () => {
    expect(nextDate('ft-actualisation', '2026-11-24', windows)).toEqual({ from: '2026-11-28', until: '2026-12-15' });
  });
  it('is the following one on the day a window opens: this one is being done', () => {
    expect(nextDate('ft-actualisation', '2026-11-28', windows)?.from).toBe('2026-12-28');
  });
  it('is not guessed past the published calendar', () => {
    expect(nextDate('ft-actualisation', '2027-01-02', windows)).toBeUndefined();
  });
});

describe('the next quarterly return', () => {
  it.each([
    ['2026-11-24', '2027-02-01'],
    ['2026-12-31', '2027-03-01'],
    ['2026-01-31', '2026-04-01'],
    ['2026-09-01', '2026-12-01'],
  ])('after %s is in the month of %s', (today, next) => {
    expect(nextDate('caf-trimestre', today, [])).toEqual({ from: next });
  });
});

describe('a day in words', () => {
  it.each([
    ['2026-11-28', '28 novembre 2026'],
    ['2027-01-01', '1er janvier 2027'],
  ])('%s is %s', (day, words) => {
    expect(dayInWords(day)).toBe(words);
  });
});
