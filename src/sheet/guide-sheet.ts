import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { dayInWords, type NextDate, nextDate } from '../guides/next-date';
import type { Guide, Helper, Pack } from '../schema';
import { richText } from '../ui/rich-text';
import type { CalendarEvent } from './calendar-file';

/** What was done, what to keep, what comes next, when, and whom to ask: one page to take away. */
export function guideSheet(guide: Guide, pack: Pack, day: string): TemplateResult {
  const { keep, next, ifWrong } = guide.end;
  const due = nextDate(guide.end.nextDate, day, pack.updateWindows);
  return html`<p class="site">${i18n.t('sheet.doneOn', [dayInWords(day), siteWords(pack)])}</p>
    <h2>${guide.title}</h2>
    <h3>${i18n.t('sheet.keep')}</h3>
    ${keep ? richText(keep) : nothing}
    <p class="write">${i18n.t('sheet.keepLine')}</p>
    <h3>${i18n.t('sheet.after')}</h3>
    ${richText(next)} ${nextTime(guide, due)}
    <h3>${i18n.t('sheet.ifWrong')}</h3>
    ${richText(ifWrong)}`;
}

/** The next date in large type; where the published calendar does not go that far, it says so. */
function nextTime({ end }: Guide, due: NextDate | undefined): TemplateResult | typeof nothing {
  if (!end.nextDate) return nothing;
  return html`<h3>${i18n.t('sheet.nextTime')}</h3>
    ${due ? html`<p class="date">${dueWords(due)}</p>` : html`<p class="write">${i18n.t('sheet.dateUnknown')}</p>`}`;
}

/** Whom to ask: those the guide names, else the operator of the site, then someone near here. */
export function guidePeople(guide: Guide, pack: Pack): Helper[] {
  const named = pack.people.filter(({ id }) => guide.end.people?.includes(id));
  if (named.length > 0) return named;
  const operator = pack.people.find(({ kind }) => kind === 'operator');
  const nearby = pack.people.find(({ kind }) => kind === 'nearby');
  return [operator, nearby].filter((one) => one !== undefined);
}

/** @returns the calendar event of the next time; `undefined` when no date is known. */
export function nextEvent(guide: Guide, pack: Pack, day: string): CalendarEvent | undefined {
  const due = nextDate(guide.end.nextDate, day, pack.updateWindows);
  if (!due) return undefined;
  const text = due.until
    ? i18n.t('sheet.calendarText', [dayInWords(due.from), dayInWords(due.until), guide.start])
    : i18n.t('sheet.calendarTextOpen', [dayInWords(due.from), guide.start]);
  const uid = `${pack.site.id}-${guide.id}-${due.from}`;
  return { uid, day: due.from, title: `${guide.title} (${pack.site.name})`, text, url: guide.start };
}

/** The site's name and the address one can type by hand. */
export function siteWords({ site }: Pack): string {
  return `${site.name} (${new URL(site.home).host})`;
}

/** « Du 28 novembre 2026 au 15 décembre 2026 ». */
export function dueWords({ from, until }: NextDate): string {
  return until
    ? i18n.t('sheet.between', [dayInWords(from), dayInWords(until)])
    : i18n.t('sheet.from', [dayInWords(from)]);
}
