import type { Figures } from '../../src/schema';

/** Months that a figure may go unread; 12 for a year, one more to find the new one. */
export const MOST_MONTHS = 13;

/** Days before the last window opens: from that day on no sheet has a date any more. */
const SAY_CALENDAR = 60;
/** The calendar of 2026 was published on 19 December 2025: the check fails once the next one can be there, and before a sheet lacks it. */
const REFUSE_CALENDAR = 7;
/** Days for which a person who looked for the next calendar in vain is believed: it may come late, and none is invented. */
const LOOK_AGAIN = 14;

const CALENDAR = 'updateWindows';

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
 * day in `acknowledged`. A calendar expires shortly before its last window opens; a person who finds that the next one is
 * not published writes the day in `updateWindowsSought`, and looks again later.
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

/** @returns the end of the calendar when it is near: from then on a sheet says that the next date is not known. */
export function endingCalendar(files: readonly { file: string; value: Figures }[], today: string): Expired | undefined {
  const windows = files.flatMap(({ file, value }) =>
    (value.updateWindows ?? []).map(({ opens }) => ({ file, id: CALENDAR, since: opens })),
  );
  const last = windows.sort((a, b) => a.since.localeCompare(b.since)).at(-1);
  return last && daysBefore(last.since, SAY_CALENDAR) <= today ? last : undefined;
}

function expiredCalendar(files: readonly { file: string; value: Figures }[], today: string): Expired[] {
  const ending = endingCalendar(files, today);
  const sought =
    files
      .map(({ value }) => value.updateWindowsSought ?? '')
      .sort()
      .at(-1) ?? '';
  const isSought = sought >= daysBefore(today, LOOK_AGAIN);
  return ending && !isSought && daysBefore(ending.since, REFUSE_CALENDAR) <= today ? [ending] : [];
}

/** @returns what is to be done, in French: it is read by those who write the overlays. */
export const expiredLine = ({ file, id, since }: Expired): string =>
  id === CALENDAR
    ? `${file}, « ${id} » : à partir du ${since}, les fiches n’ont plus de prochaine date. Ajoutez le calendrier de l’année suivante dans ${yearOf(since) + 1}.yaml, avec sa source. Pas encore publié ? Écrivez le jour dans updateWindowsSought`
    : `${file}, « ${id} » : personne ne l’a relu depuis le ${since}. S’il vaut toujours, écrivez le jour dans acknowledged`;

const yearOf = (day: string): number => Number(day.slice(0, 4));

const DAY = 86_400_000;

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * DAY).toISOString().slice(0, 10);

/** Days are compared as text: the 31st of a shorter month sorts after its last day, which is what is meant. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
