import { afterEach, describe, expect, it } from 'vitest';
import { localDay } from '../ui/local-day';
import { dayAfter, dayInWords, nextDate } from './next-date';

const windows = [
  { month: '2026-12', opens: '2026-12-28', closes: '2027-01-15' },
  { month: '2026-11', opens: '2026-11-28', closes: '2026-12-15' },
];

const november = { from: '2026-11-28', until: '2026-12-15' };
const december = { from: '2026-12-28', until: '2027-01-15' };

describe('the update window after the one that has just been done', () => {
  it.each([
    ['2026-11-24', november],
    ['2026-11-27', november],
    ['2026-11-28', december],
    ['2026-12-14', december],
    ['2026-12-27', december],
  ])('after %s opens on %o', (today, next) => {
    expect(nextDate('ft-actualisation', today, windows)).toEqual({ kind: 'period', ...next });
  });
  it('is not guessed past the published calendar', () => {
    expect(nextDate('ft-actualisation', '2026-12-28', windows)).toBeUndefined();
    expect(nextDate('ft-actualisation', '2027-01-02', windows)).toBeUndefined();
  });
});

describe('the update window of a person who may not have done the open one yet', () => {
  const dueOn = (today: string) => nextDate('ft-actualisation-a-faire', today, windows);
  it.each(['2026-11-28', '2026-11-29', '2026-12-02', '2026-12-15'])('on %s is the open one first', (today) => {
    expect(dueOn(today)).toEqual({ kind: 'open', until: '2026-12-15', following: december });
  });
  it.each([
    ['2026-11-27', november],
    ['2026-12-16', december],
  ])('on %s, between two, is the next', (today, next) => {
    expect(dueOn(today)).toEqual({ kind: 'period', ...next });
  });
  it('is still the open one when the calendar ends with it, and then no more is known', () => {
    expect(dueOn('2027-01-15')).toEqual({ kind: 'open', until: '2027-01-15', following: undefined });
    expect(dueOn('2027-01-16')).toBeUndefined();
  });
});

describe('the next quarterly return', () => {
  it.each([
    ['2026-11-24', '2027-02-01'],
    ['2026-11-30', '2027-02-01'],
    ['2026-10-31', '2027-01-01'],
    ['2026-12-31', '2027-03-01'],
    ['2026-01-31', '2026-04-01'],
    ['2026-09-01', '2026-12-01'],
    ['2028-02-29', '2028-05-01'],
    ['2027-12-01', '2028-03-01'],
  ])('after %s is in the month of %s, for who was not late', (today, next) => {
    expect(nextDate('caf-trimestre', today, [])).toEqual({ kind: 'if-in-time', from: next });
  });
});

describe('the day after', () => {
  it.each([
    ['2026-11-30', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-03-29', '2026-03-30'],
  ])('%s is %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
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
