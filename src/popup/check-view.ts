import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { PageState } from '../messages/messages';
import { whyInWords } from '../ui/clue-words';
import { withNoBreaks } from '../ui/no-breaks';
import type { UnsureInWords } from './unsure-pages';

/**
 * « Vérifier cette page », for the worker: which overlays are recognised on the page open now, which not, and why.
 * Our own words and ids only; nothing of what stands on the page.
 */
export function checkView(state: PageState, unsure: readonly UnsureInWords[], onSave: () => void): TemplateResult {
  const found = state.checks.filter(({ outcome }) => outcome === 'found');
  const lost = state.checks.filter(({ outcome }) => outcome !== 'found');
  return html`<details>
    <summary>${i18n.t('popup.check')}</summary>
    <p>${state.pages.length > 0 ? withNoBreaks(i18n.t('popup.checkPages', [state.pages.map(({ name }) => name).join(', ')])) : i18n.t('dock.unknownPage')}</p>
    ${state.checks.length === 0 ? html`<p>${i18n.t('popup.checkNone')}</p>` : nothing}
    ${group(i18n.t('popup.checkLost', [String(lost.length)]), lost)} ${group(i18n.t('popup.checkFound', [String(found.length)]), found)}
    ${unsureView(unsure)}
    <p><button class="button" type="button" @click=${onSave}>${i18n.t('popup.checkSave')}</button></p>
  </details>`;
}

function unsureView(pages: readonly UnsureInWords[]): TemplateResult | typeof nothing {
  if (pages.length === 0) return nothing;
  return html`<h3>${i18n.t('popup.checkUnsure', [String(pages.length)])}</h3>
    <ul>
      ${pages.map(({ name, why, waiting }) => html`<li><strong>${name}</strong><br /><span class="quiet">${why} ${i18n.t('popup.checkWaiting', [String(waiting.length)])}</span></li>`)}
    </ul>`;
}

function group(title: string, checks: PageState['checks']): TemplateResult | typeof nothing {
  if (checks.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul>
      ${checks.map((check) => html`<li><strong>${check.overlay}</strong> (${i18n.t(`popup.kind_${check.kind}`)}, ${Math.round(check.score * 100)}&nbsp;%)<br /><span class="quiet">${whyInWords(check)}</span></li>`)}
    </ul>`;
}
