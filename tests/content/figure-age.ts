import type { Figures } from '../../src/schema';

/** Months that a figure may go unread; 12 for a year, one more to find the new one. */
export const MOST_MONTHS = 13;

/** Something dated that is too old to be shown without having been read again. */
export interface Expired {
  file: string;
  id: string;
  /** Last day on which it was known to be true. */
  since: string;
}

/**
 * @returns the figures that nobody has read again for {@link MOST_MONTHS} months on this day (`2026-11-24`), or whose last
 * day is over. Of several years, only the newest figure of an id counts. A person who finds a figure still true writes the
 * day in `acknowledged`. A calendar expires with its last window.
 */
export function expiredFigures(files: readonly { file: string; value: Figures }[], today: string): Expired[] {
  const newest = new Map(
    files
      .flatMap(({ file, value }) => value.figures.map((figure) => ({ file, figure })))
      .sort((a, b) => a.figure.validFrom.localeCompare(b.figure.validFrom))
      .map((one) => [one.figure.id, one]),
  );
  const limit = monthsBefore(today, MOST_MONTHS);
  const figures = [...newest.values()].flatMap(({ file, figure }) => {
    const { id, validFrom, validUntil, checkedOn, acknowledged } = figure;
    const read = [validFrom, checkedOn === 'never' ? '' : checkedOn, acknowledged ?? ''].sort().at(-1) ?? '';
    if (validUntil && validUntil < today) return [{ file, id, since: validUntil }];
    return read < limit ? [{ file, id, since: read }] : [];
  });
  return [...figures, ...expiredCalendar(files, today)];
}

function expiredCalendar(files: readonly { file: string; value: Figures }[], today: string): Expired[] {
  const windows = files.flatMap(({ file, value }) =>
    (value.updateWindows ?? []).map(({ closes }) => ({ file, id: 'updateWindows', since: closes })),
  );
  const last = windows.sort((a, b) => a.since.localeCompare(b.since)).at(-1);
  return last && last.since < today ? [last] : [];
}

/** Days are compared as text: the 31st of a shorter month sorts after its last day, which is what is meant. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
