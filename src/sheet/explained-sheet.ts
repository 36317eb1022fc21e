import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Term, Warning } from '../schema';
import { richText } from '../ui/rich-text';

/** A word explained, on paper. */
export function termSheet({ term, plain, example, notToConfuse }: Term): TemplateResult {
  return html`<h2>${term}</h2>
    ${richText(plain)} ${example ? richText(i18n.t('sheet.example', [example])) : nothing}
    ${
      notToConfuse
        ? html`<h3>${i18n.t('sheet.confuse', [notToConfuse.with])}</h3>
          ${richText(notToConfuse.because)}`
        : nothing
    }`;
}

/** A choice that is hard to undo, on paper: what happens, the way back, the prudent choice. */
export function warningSheet({ title, consequence, undo, safer }: Warning): TemplateResult {
  return html`<h2>${title}</h2>
    ${richText(consequence)}
    <h3>${i18n.t('sheet.undo')}</h3>
    <p>${i18n.t(`sheet.undo_${undo.possible}`)}</p>
    ${richText(undo.how)}
    <h3>${i18n.t('sheet.safer')}</h3>
    <p>${safer.label}</p>
    ${safer.advice ? richText(safer.advice) : nothing}`;
}
