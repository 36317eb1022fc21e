import { html, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Paper } from '../../schema';

type Payslip = Extract<Paper, { kind: 'payslip' }>;

const EUROS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Amounts that follow from what the paper's file says, in euros rounded to the cent. */
export function payslipAmounts({ gross, contributions, insurance, notDeductible, tax }: Payslip): {
  netSocial: number;
  beforeTax: number;
  taxable: number;
  paid: number;
} {
  const cents = (value: number): number => Math.round(value * 100) / 100;
  const netSocial = cents(gross - contributions);
  const beforeTax = cents(netSocial - insurance);
  return { netSocial, beforeTax, taxable: cents(beforeTax + notDeductible), paid: cents(beforeTax - tax) };
}

/** A payslip, laid out like the official model: the « montant net social » has its own line before the net to pay. */
export function payslipView(paper: Payslip): TemplateResult {
  const { netSocial, beforeTax, taxable, paid } = payslipAmounts(paper);
  const line = (label: string, value: number, note = ''): TemplateResult =>
    html`<tr class=${note}><th scope="row">${label}</th><td>${EUROS.format(value)}</td></tr>`;
  return html`<div class="paper-head">
      ${stamp(paper.employer)}
      <p><strong>${paper.employer}</strong><br />${i18n.t('practice.slip_month', [paper.month])}<br />${i18n.t('practice.slip_paidOn', [paper.paidOn])}</p>
    </div>
    <table class="amounts">
      <tbody>
        <tr><th scope="row">${i18n.t('practice.slip_hours')}</th><td>${String(paper.hours).replace('.', ',')} h</td></tr>
        ${line(i18n.t('practice.slip_gross'), paper.gross)}
        ${line(i18n.t('practice.slip_contributions'), -paper.contributions)}
        ${line(i18n.t('practice.slip_netSocial'), netSocial, 'own-line')}
        ${paper.insurance > 0 ? line(i18n.t('practice.slip_insurance'), -paper.insurance) : ''}
        ${line(i18n.t('practice.slip_beforeTax'), beforeTax)}
        ${line(i18n.t('practice.slip_taxable'), taxable)}
        ${line(i18n.t('practice.slip_tax'), 0 - paper.tax)}
        ${line(i18n.t('practice.slip_paid'), paid, 'own-line')}
      </tbody>
    </table>`;
}

/** The initial of the employer in a circle: drawn here, nobody's logo. */
function stamp(name: string): TemplateResult {
  return html`<svg class="stamp" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
    <circle cx="24" cy="24" r="21" fill="none" stroke="currentColor" stroke-width="2" />
    <text x="24" y="32" text-anchor="middle" font-size="22" fill="currentColor">${name.slice(0, 1)}</text>
  </svg>`;
}
