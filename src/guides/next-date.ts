import type { Guide, UpdateWindow } from '../schema';

/** A day when something is due again, in words and as ISO days. */
export interface NextDate {
  /** ISO day it opens. */
  from: string;
  /** ISO day it closes, when there is a last day. */
  until?: string | undefined;
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** Months between two quarterly returns. */
const QUARTER = 3;

/**
 * The next time an errand is due, from the rule that its guide names.
 * @param today ISO day
 * @returns `undefined` when the published calendar does not go that far: we never guess a deadline.
 */
export function nextDate(
  rule: Guide['end']['nextDate'],
  today: string,
  windows: readonly UpdateWindow[],
): NextDate | undefined {
  if (rule === 'ft-actualisation') {
    const next = [...windows].sort((a, b) => a.opens.localeCompare(b.opens)).find(({ opens }) => opens > today);
    return next && { from: next.opens, until: next.closes };
  }
  return rule === 'caf-trimestre' ? { from: firstOfMonthAfter(today, QUARTER) } : undefined;
}

/** @returns `28 novembre 2026` */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date === 1 ? '1er' : date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function firstOfMonthAfter(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
