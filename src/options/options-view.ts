import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Pack } from '../schema';
import type { StateRecord } from '../session/overlay-state';
import type { Refused } from '../settings/schema';
import { type SettingsFormProps, settingsForm } from './settings-form';
import { stateView } from './state-view';

/** What the last action did, to be said. */
export type News = 'nothing-yet' | 'saved' | 'reset' | 'failed' | 'refused';

export interface OptionsProps {
  form: SettingsFormProps;
  refused: readonly Refused[];
  isOffice: boolean;
  state: StateRecord;
  news: News;
  packs: readonly Pack[];
  onReset: () => void;
  onClearState: () => void;
}

export function optionsView(props: OptionsProps): TemplateResult {
  const { form, onReset } = props;
  return html`
    <h1>${i18n.t('options.title')}</h1>
    ${form.locked.size > 0 ? html`<p class="calm">${i18n.t('options.managedText')}</p>` : nothing}
    <p role="status" class=${props.news === 'refused' || props.news === 'failed' ? 'careful' : 'calm'} ?hidden=${props.news === 'nothing-yet'}>${newsWords(props.news)}</p>
    ${settingsForm(form, ['look', 'show', 'machine', 'structure', 'trust'])} ${refusedView(props.refused)}
    <p><button class="button" type="button" @click=${onReset}>${i18n.t('options.reset')}</button></p>
    <h2>${i18n.t('options.privacy')}</h2>
    <p>${i18n.t('options.privacyText')}</p>
    ${props.isOffice ? stateView(props) : nothing}
  `;
}

function newsWords(news: News): string {
  switch (news) {
    case 'nothing-yet':
      return '';
    case 'saved':
      return i18n.t('options.saved');
    case 'reset':
      return i18n.t('options.resetDone');
    case 'failed':
      return i18n.t('options.notSaved');
    case 'refused':
      return i18n.t('options.refused');
  }
}

/** The structure's values that do not fit, one by one, with the reason: the others hold. */
function refusedView(refused: readonly Refused[]): TemplateResult | typeof nothing {
  if (refused.length === 0) return nothing;
  return html`<h2>${i18n.t('options.refusedTitle')}</h2>
    <p>${i18n.t('options.refusedText')}</p>
    <ul class="careful">
      ${refused.map(({ key, reason }) => html`<li><strong>${key}</strong> : ${reason}</li>`)}
    </ul>
    <p class="quiet">${i18n.t('options.refusedTypes')}</p>`;
}
