import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Paper } from '../../schema';
import { calendarView } from './calendar-view';
import { payslipView } from './payslip-view';

/** One paper of a made-up person, drawn from data; it always says that it is invented. */
export function paperView(paper: Paper): TemplateResult {
  return html`<figure class="paper paper-${paper.kind}" id="papier-${paper.id}" aria-labelledby="papier-titre-${paper.id}">
    <figcaption id="papier-titre-${paper.id}"><strong>${paper.title}</strong> <span class="invented">${i18n.t('practice.invented')}</span></figcaption>
    ${drawn(paper)}
  </figure>`;
}

function drawn(paper: Paper): TemplateResult {
  switch (paper.kind) {
    case 'payslip':
      return payslipView(paper);
    case 'calendar':
      return calendarView(paper);
    case 'letter':
      return html`<p class="from"><strong>${paper.from}</strong><br />${paper.date}</p>
        <p><strong>${paper.subject}</strong></p>
        ${paper.text.map((one) => html`<p>${one}</p>`)} ${paper.lines ? rows(paper.lines) : nothing}`;
    case 'message':
      return html`<p class="from"><strong>${paper.from}</strong><br />${paper.date}</p>
        <div class="balloon">${paper.text.map((one) => html`<p>${one}</p>`)}</div>`;
    case 'card':
      return rows(paper.lines);
    case 'statement':
      return statement(paper);
  }
}

function rows(lines: readonly { label: string; value: string }[]): TemplateResult {
  return html`<table class="amounts"><tbody>
    ${lines.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}
  </tbody></table>`;
}

const EUROS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, signDisplay: 'always' });

function statement({ bank, lines }: Extract<Paper, { kind: 'statement' }>): TemplateResult {
  return html`<p class="from"><strong>${bank}</strong></p>
    <table class="amounts"><tbody>
      ${lines.map(({ date, label, amount }) => html`<tr><td>${date}</td><th scope="row">${label}</th><td>${EUROS.format(amount)}</td></tr>`)}
    </tbody></table>`;
}
