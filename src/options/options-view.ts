import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Pack } from '../schema';
import type { StateRecord } from '../session/overlay-state';
import type { Refused } from '../settings/schema';
import { type SettingsFormProps, settingName, settingsForm } from './settings-form';
import { stateView } from './state-view';

/** What the last action did, to be said where it was done; nothing before the first. */
export interface News {
  at: 'form' | 'file' | 'reset';
  words: string;
  isBad: boolean;
  /** Takes the last action back. */
  undo?: () => void;
  /** Values of an opened file that were not taken. */
  refused?: readonly Refused[];
}

export interface OptionsProps {
  form: SettingsFormProps;
  refused: readonly Refused[];
  isOffice: boolean;
  state: StateRecord;
  news: News | undefined;
  packs: readonly Pack[];
  onExport: () => void;
  onImport: (file: File) => void;
  onReset: () => void;
  onClearState: () => void;
  onSaveState: () => void;
}

export function optionsView(props: OptionsProps): TemplateResult {
  const { form, onReset } = props;
  return html`
    <h1>${i18n.t('options.title')}</h1>
    ${form.locked.size > 0 ? html`<p class="calm">${i18n.t('options.managedText')}</p>` : nothing}
    ${props.refused.length > 0 ? html`<p class="careful">${i18n.t('options.refusedAbove')} <a href="#refused">${i18n.t('options.refusedSee')}</a></p>` : nothing}
    ${newsView(props, 'form')}
    ${settingsForm(form, ['look', 'show', 'machine'])}
    <details>
      <summary>${i18n.t('options.more')}</summary>
      ${settingsForm(form, ['structure'])}
    </details>
    ${refusedView(props.refused)} ${fileView(props)}
    <p><button class="button" type="button" @click=${onReset}>${i18n.t('options.reset')}</button></p>
    ${newsView(props, 'reset')}
    <h2>${i18n.t('options.privacy')}</h2>
    <p>${i18n.t('options.privacyText')} <a href="/THIRD-PARTY.txt">${i18n.t('options.licences')}</a></p>
    <p><a href="/fiche-rgpd.html" target="_blank">${i18n.t('options.privacySheet')}</a></p>
    ${props.isOffice ? stateView(props) : nothing}
  `;
}

function newsView({ news }: OptionsProps, at: News['at']): TemplateResult {
  return html`<div role="status" class="news-${at}">${news?.at === at ? toldView(news) : nothing}</div>`;
}

function toldView({ words, isBad, refused = [], undo }: News): TemplateResult {
  return html`<p class=${isBad ? 'careful' : 'calm'} tabindex="-1">${words}</p>
    ${refused.length > 0 ? refusedList(refused) : nothing}
    ${undo ? html`<p><button class="button" type="button" @click=${undo}>${i18n.t('options.undo')}</button></p>` : nothing}`;
}

/** For places without policies: the settings of one machine carried to another. */
function fileView(props: OptionsProps): TemplateResult {
  const { onExport, onImport } = props;
  const choose = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) onImport(file);
    // The same file may be chosen again, once it is put right.
    input.value = '';
  };
  return html`<details>
    <summary>${i18n.t('options.fileTitle')}</summary>
    <p>${i18n.t('options.fileText')}</p>
    <p><button class="button" type="button" @click=${onExport}>${i18n.t('options.fileSave')}</button></p>
    <label>${i18n.t('options.fileOpen')} <input type="file" accept=".json,application/json" @change=${choose} /></label>
    ${newsView(props, 'file')}
  </details>`;
}

/** The structure's values that do not fit, one by one, with the reason: the others hold. */
function refusedView(refused: readonly Refused[]): TemplateResult | typeof nothing {
  if (refused.length === 0) return nothing;
  return html`<h2 id="refused" tabindex="-1">${i18n.t('options.refusedTitle')}</h2>
    <p>${i18n.t('options.refusedText')}</p>
    ${refusedList(refused)}
    ${import.meta.env.FIREFOX ? nothing : html`<p class="quiet">${i18n.t('options.refusedTypes')}</p>`}`;
}

function refusedList(refused: readonly Refused[]): TemplateResult {
  return html`<ul class="careful">
    ${refused.map(({ key, reason }) => html`<li><strong>${settingName(key)}</strong> : ${reason}</li>`)}
  </ul>`;
}
