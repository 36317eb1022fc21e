import { describe, expect, it } from 'vitest';
import type { Figure, Figures } from '../../src/schema';
import { endingCalendar, expiredFigures, expiredLine } from './figure-age';

const figure = (more: Partial<Figure> = {}): Figure => ({
  id: 'prix',
  text: '3 €',
  validFrom: '2026-01-31',
  source: 'brochure, janvier 2026',
  checkedOn: 'never',
  confidence: 'sourced',
  ...more,
});
const year = (figures: Figure[], more: Partial<Figures> = {}) => ({
  file: '2026.yaml',
  value: {
    year: 2026,
    figures,
    source: 'brochure',
    checkedOn: 'never' as const,
    confidence: 'sourced' as const,
    ...more,
  },
});

describe('a figure that changes each year', () => {
  it('is shown for 13 months without having been read again', () => {
    expect(expiredFigures([year([figure()])], '2027-02-28')).toEqual([]);
  });
  it('has expired after 13 months, with the day since when', () => {
    expect(expiredFigures([year([figure()])], '2027-03-01')).toEqual([
      { file: '2026.yaml', id: 'prix', since: '2026-01-31' },
    ]);
  });
  it('lives on when a person acknowledges it, or checks it on the real site', () => {
    const read = [figure({ acknowledged: '2027-02-15' }), figure({ id: 'autre', checkedOn: '2027-02-15' })];
    expect(expiredFigures([year(read)], '2027-03-01')).toEqual([]);
  });
  it('has expired after its own last day, however young', () => {
    expect(expiredFigures([year([figure({ validUntil: '2026-03-31' })])], '2026-04-01')).toHaveLength(1);
  });
  it('counts in its newest version only', () => {
    const newer = { ...year([figure({ validFrom: '2027-01-01' })]), file: '2027.yaml' };
    expect(expiredFigures([year([figure()]), newer], '2027-03-01')).toEqual([]);
  });
});

describe('a calendar', () => {
  const calendar = year([], { updateWindows: [{ month: '2026-12', opens: '2026-12-28', closes: '2027-01-15' }] });
  const end = { file: '2026.yaml', id: 'updateWindows', since: '2026-12-28' };
  it('is said to end 60 days before its last window opens', () => {
    expect(endingCalendar([calendar], '2026-10-28')).toBeUndefined();
    expect(endingCalendar([calendar], '2026-10-29')).toEqual(end);
  });
  it('is refused a week before, when no sheet lacks a date yet', () => {
    expect(expiredFigures([calendar], '2026-12-20')).toEqual([]);
    expect(expiredFigures([calendar], '2026-12-21')).toEqual([end]);
  });
  it('waits two weeks for a person who found that the next one is not published', () => {
    const sought = year([], { ...calendar.value, updateWindowsSought: '2026-12-21' });
    expect(expiredFigures([sought], '2027-01-04')).toEqual([]);
    expect(expiredFigures([sought], '2027-01-05')).toEqual([end]);
  });
  it('goes on with the file of the next year', () => {
    const next = year([], { updateWindows: [{ month: '2027-01', opens: '2027-01-28', closes: '2027-02-15' }] });
    expect(endingCalendar([{ ...next, file: '2027.yaml' }, calendar], '2026-11-28')).toBeUndefined();
  });
});

describe('what is said of it', () => {
  it('is what there is to do: a calendar is not acknowledged, it goes on in the file of the next year', () => {
    expect(expiredLine({ file: '2026.yaml', id: 'updateWindows', since: '2026-12-28' })).toMatch(
      /2026-12-28.*calendrier de l’année suivante dans 2027\.yaml.*updateWindowsSought/,
    );
    expect(expiredLine({ file: '2026.yaml', id: 'prix', since: '2026-01-31' })).toMatch(/acknowledged/);
  });
});
