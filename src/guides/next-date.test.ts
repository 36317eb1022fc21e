import { afterEach, describe, expect, it } from 'vitest';
import { localDay } from '../ui/local-day';
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

describe('the next time, at the edges of months and years', () => {
  it.each([
    ['2026-12-14', '2026-12-28'],
    ['2026-12-27', '2026-12-28'],
    ['2026-11-27', '2026-11-28'],
  ])('after %s the window opens on %s', (today, opens) => {
    expect(nextDate('ft-actualisation', today, windows)?.from).toBe(opens);
  });
  it.each([
    ['2026-11-30', '2027-02-01'],
    ['2026-10-31', '2027-01-01'],
    ['2028-02-29', '2028-05-01'],
    ['2027-12-01', '2028-03-01'],
  ])('after %s the return is in the month of %s, however many days the months have', (today, next) => {
    expect(nextDate('caf-trimestre', today, [])).toEqual({ from: next });
  });
});

describe('the day where the person is', () => {
  const here = process.env.TZ;
  afterEach(() => {
    process.env.TZ = here;
  });
  it.each([
    ['Europe/Paris', '2026-12-31T23:30:00Z', '2027-01-01'],
    ['America/Cayenne', '2027-01-01T01:30:00Z', '2026-12-31'],
    ['Indian/Reunion', '2026-10-31T20:30:00Z', '2026-11-01'],
    ['Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-25'],
  ])('in %s at %s it is %s', (zone, instant, day) => {
    process.env.TZ = zone;
    expect(localDay(new Date(instant))).toBe(day);
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
