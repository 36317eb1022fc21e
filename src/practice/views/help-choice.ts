import { html, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Help } from '../exercise';

/** The three levels of help, to be chosen at any moment. */
export function helpChoice(help: Help, choose: (help: Help) => void): TemplateResult {
  const levels: readonly (readonly [Help, string])[] = [
    ['with', i18n.t('practice.help_with')],
    ['less', i18n.t('practice.help_less')],
    ['alone', i18n.t('practice.help_alone')],
  ];
  return html`<fieldset>
    <legend>${i18n.t('practice.helpTitle')}</legend>
    ${levels.map(
      ([level, words]) =>
        html`<label><input type="radio" name="help" value=${level} .checked=${help === level} @change=${() => choose(level)} />${words}</label>`,
    )}
  </fieldset>`;
}
