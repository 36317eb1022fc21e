import type { Guide, UpdateWindow } from '../schema';
import { monthName } from '../ui/month-name';

/** A period in which something is to be done, in ISO days. */
export interface Period {
  from: string;
  until: string;
}

/** When something is due again, and what that depends on: what we cannot know is never said flatly. */
export type NextDate =
  | ({ kind: 'period' } & Period)
  /** One is open today and may still be to do. */
  | { kind: 'open'; until: string; following?: Period | undefined }
  /** Only for who did it in time: who was late is due again sooner. */
  | { kind: 'if-in-time'; from: string };

type Rule = NonNullable<Guide['end']['nextDate']>;

export const RULES: readonly Rule[] = ['ft-actualisation', 'ft-actualisation-a-faire', 'caf-trimestre'];

/** Months between two quarterly returns. */
const QUARTER = 3;

/**
 * The next time an errand is due, from the rule that its guide names.
 * @param today ISO day
 * @returns `undefined` when the published calendar does not go that far: we never guess a deadline.
 */
export function nextDate(
  rule: Rule | undefined,
  today: string,
  windows: readonly UpdateWindow[],
): NextDate | undefined {
  if (rule === undefined) return undefined;
  if (rule === 'caf-trimestre') return { kind: 'if-in-time', from: firstOfMonthAfter(today, QUARTER) };
  const following = windowAfter(today, windows);
  const open = windows.find(({ opens, closes }) => opens <= today && today <= closes);
  if (rule === 'ft-actualisation-a-faire' && open) return { kind: 'open', until: open.closes, following };
  return following && { kind: 'period', ...following };
}

/** @returns whether a rule reads the calendar of France Travail. */
export function needsCalendar(rule: Rule | undefined): boolean {
  return rule === 'ft-actualisation' || rule === 'ft-actualisation-a-faire';
}

/** @returns `28 novembre 2026` */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date === 1 ? '1er' : date} ${monthName(month ?? 1)} ${year}`;
}

/** @returns the ISO day after this one. */
export function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

/** @returns the ISO day of the first of the month, so many months later. */
export function firstOfMonthAfter(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function windowAfter(today: string, windows: readonly UpdateWindow[]): Period | undefined {
  const next = [...windows].sort((a, b) => a.opens.localeCompare(b.opens)).find(({ opens }) => opens > today);
  return next && { from: next.opens, until: next.closes };
}
