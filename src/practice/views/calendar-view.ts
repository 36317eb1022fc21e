import { html, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Paper } from '../../schema';

type Calendar = Extract<Paper, { kind: 'calendar' }>;

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @returns the days of a month in weeks that begin on Monday; 0 where the week has a day of another month. */
export function weeksOf(month: string): number[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, cell) => cell - before + 1);
  const inMonth = cells.map((day) => (day >= 1 && day <= days ? day : 0));
  return Array.from({ length: inMonth.length / 7 }, (_, week) => inMonth.slice(week * 7, week * 7 + 7));
}

/** A page of a wall calendar, with what the person wrote in the boxes; where there is no room for boxes, the days written in. */
export function calendarView({ month, days }: Calendar): TemplateResult {
  const written = new Map(days.map(({ day, text }) => [day, text]));
  const names = i18n.t('practice.weekdays').split(' ');
  const title = MONTH.format(new Date(`${month}-01T00:00:00Z`));
  return html`<table class="month">
      <caption>${title}</caption>
      <thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${weeksOf(month).map((week) => html`<tr>${week.map((day) => cell(day, written.get(day)))}</tr>`)}</tbody>
    </table>
    <div class="days">
      <p>${title}</p>
      <ul>${days.map(({ day, text }) => html`<li class="written">${day} <span class="hand">${text}</span></li>`)}</ul>
    </div>`;
}

function cell(day: number, text: string | undefined): TemplateResult {
  if (day === 0) return html`<td></td>`;
  return html`<td class=${text ? 'written' : ''}>${day}${text ? html`<br /><span class="hand">${text}</span>` : ''}</td>`;
}
