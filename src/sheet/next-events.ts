import { i18n } from '#i18n';
import { dueSpoken } from '../guides/due-words';
import { dayAfter, firstOfMonthAfter, nextDate } from '../guides/next-date';
import type { Guide, Pack } from '../schema';
import type { CalendarEvent } from './calendar-file';

type Errand = 'actualisation' | 'declaration' | 'agenda';

/**
 * @param day ISO day on which the guide was followed
 * @returns the calendar events of the next time, the soonest first; none when no date is known. They say what the sheet says.
 */
export function nextEvents({ end }: Guide, pack: Pack, day: string): CalendarEvent[] {
  const due = nextDate(end.nextDate, day, pack.updateWindows);
  const event = (errand: Errand, on: string): CalendarEvent => ({
    uid: `${pack.site.id}-${errand}-${on}`,
    day: on,
    title: titleOf(errand, pack.site.name),
    text: i18n.t('sheet.calendarText', [due ? dueSpoken(due) : '', pack.site.account]),
    url: pack.site.account,
  });
  switch (due?.kind) {
    case undefined:
      return [];
    case 'period':
      return [event('actualisation', due.from)];
    case 'open': {
      // The day it opened is over: the reminder is for tomorrow, or for today when it closes today.
      const soon = [dayAfter(day), due.until].sort()[0] ?? due.until;
      return [event('actualisation', soon), ...(due.following ? [event('actualisation', due.following.from)] : [])];
    }
    case 'if-in-time':
      // Who was late is due again sooner than we can tell: where the date stands is looked at before.
      return [event('agenda', firstOfMonthAfter(day, 1)), event('declaration', due.from)];
  }
}

function titleOf(errand: Errand, site: string): string {
  switch (errand) {
    case 'actualisation':
      return i18n.t('sheet.event_actualisation', [site]);
    case 'declaration':
      return i18n.t('sheet.event_declaration', [site]);
    case 'agenda':
      return i18n.t('sheet.event_agenda', [site]);
  }
}
