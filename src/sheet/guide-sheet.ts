import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { dueWords } from '../guides/due-words';
import { dayInWords, type NextDate, nextDate } from '../guides/next-date';
import type { Guide, Helper, Pack } from '../schema';
import { richText } from '../ui/rich-text';

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
  const title = html`<h3>${i18n.t('sheet.nextTime')}</h3>`;
  if (!due) return html`${title}<p class="write">${i18n.t('sheet.dateUnknown')}</p>`;
  const { date, more, isToWrite } = dueWords(due);
  return html`${title}
    <p class="date">${date}</p>
    ${more.map((words) => html`<p>${words}</p>`)}
    ${isToWrite ? html`<p class="write">${i18n.t('sheet.dateLine')}</p>` : nothing}`;
}

/** Whom to ask: those the guide names, else the operator of the site, then someone near here. */
export function guidePeople(guide: Guide, pack: Pack): Helper[] {
  const named = pack.people.filter(({ id }) => guide.end.people?.includes(id));
  if (named.length > 0) return named;
  const operator = pack.people.find(({ kind }) => kind === 'operator');
  const nearby = pack.people.find(({ kind }) => kind === 'nearby');
  return [operator, nearby].filter((one) => one !== undefined);
}

/** The site's name and the address one can type by hand. */
export function siteWords({ site }: Pack): string {
  return `${site.name} (${new URL(site.home).host})`;
}
