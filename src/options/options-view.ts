import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Pack } from '../schema';
import type { StateRecord } from '../session/overlay-state';
import type { Refused } from '../settings/schema';
import { type SettingsFormProps, settingName, settingsForm } from './settings-form';
import { stateView } from './state-view';

/** What the last action did, to be said; nothing before the first. */
export interface News {
  words: string;
  isBad: boolean;
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
    <div role="status">${newsView(props.news)}</div>
    ${settingsForm(form, ['look', 'show', 'machine'])}
    <details>
      <summary>${i18n.t('options.more')}</summary>
      ${settingsForm(form, ['structure'])}
    </details>
    ${refusedView(props.refused)} ${fileView(props)}
    <p><button class="button" type="button" @click=${onReset}>${i18n.t('options.reset')}</button></p>
    <h2>${i18n.t('options.privacy')}</h2>
    <p>${i18n.t('options.privacyText')} <a href="/THIRD-PARTY.txt">${i18n.t('options.licences')}</a></p>
    <p><a href="/fiche-rgpd.html" target="_blank">${i18n.t('options.privacySheet')}</a></p>
    ${props.isOffice ? stateView(props) : nothing}
  `;
}

function newsView(news: News | undefined): TemplateResult | typeof nothing {
  if (!news) return nothing;
  const { words, isBad, refused = [] } = news;
  return html`<p class=${isBad ? 'careful' : 'calm'}>${words}</p>
    ${refused.length > 0 ? refusedList(refused) : nothing}`;
}

/** For places without policies: the settings of one machine carried to another. */
function fileView({ onExport, onImport }: OptionsProps): TemplateResult {
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
