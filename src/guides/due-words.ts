import { i18n } from '#i18n';
import type { Due, UpdateWindow } from '../schema';
import { localDay } from '../ui/local-day';
import { dayInWords, type NextDate, nextDate, type Period, RULES } from './next-date';

/** When it is due again, as a person reads it. */
export interface DueWords {
  /** In large type. */
  date: string;
  more: string[];
  /** Another date may be the right one: the person writes it by hand. */
  isToWrite: boolean;
}

/** @returns the words of a next date, with the condition on which it holds. */
export function dueWords(due: NextDate): DueWords {
  switch (due.kind) {
    case 'period':
      return { date: i18n.t('sheet.between', words(due)), more: [], isToWrite: false };
    case 'open':
      return {
        date: i18n.t('sheet.dueOpen', [dayInWords(due.until)]),
        more: [
          i18n.t('sheet.dueOpenHow'),
          due.following ? i18n.t('sheet.dueThen', words(due.following)) : i18n.t('sheet.dueThenUnknown'),
        ],
        isToWrite: false,
      };
    case 'if-in-time':
      return {
        date: i18n.t('sheet.dueInTime', [dayInWords(due.from)]),
        more: [i18n.t('sheet.dueLate')],
        isToWrite: true,
      };
  }
}

/** @returns what is said of each rule that leads to a date, as seen today on this machine. */
export function dueToday(windows: readonly UpdateWindow[]): Due {
  const today = localDay(new Date());
  const dated = RULES.flatMap((rule) => {
    const date = nextDate(rule, today, windows);
    return date ? [[rule, dueSpoken(date)]] : [];
  });
  return Object.fromEntries(dated) as Due;
}

/** @returns the same words, one after the other: what is read aloud. */
export function dueSpoken(due: NextDate): string {
  const { date, more } = dueWords(due);
  return [`${date}.`, ...more].join(' ');
}

const words = ({ from, until }: Period): [string, string] => [dayInWords(from), dayInWords(until)];
