import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { SettingsValues } from '../settings/schema';
import { type SettingsFormProps, settingName, settingsForm } from './settings-form';

/** What the person chose about the machines, beside the settings. */
export interface Choices {
  from: 'stores' | 'folder';
  folder: string;
  chromeId: string;
  edgeId: string;
  forgetAll: boolean;
}

/** A file to be taken, with where it goes. */
export interface OfferedFile {
  name: string;
  kind: 'reg' | 'chrome' | 'edge' | 'firefox' | 'settings';
  save: () => void;
}

export interface InstallationProps {
  form: SettingsFormProps;
  choices: Choices;
  /** What is wrong with a choice, by its name. */
  wrong: ReadonlyMap<keyof Choices, string>;
  files: readonly OfferedFile[];
  onChoice: (change: Partial<Choices>) => void;
  onPrint: () => void;
}

/** « Fiche pour l'informaticien »: the form on screen, and one page to print. */
export function installationView(props: InstallationProps): TemplateResult {
  return html`<details class="installation">
    <summary>${i18n.t('installation.title')}</summary>
    <div class="screen-only">
      <p>${i18n.t('installation.intro')}</p>
      ${choicesView(props)} ${settingsForm(props.form, ['structure', 'machine', 'show', 'look', 'trust'])}
    </div>
    <h2>${i18n.t('installation.filesTitle')}</h2>
    ${props.files.length === 0 ? html`<p class="careful">${i18n.t('installation.filesFix')}</p>` : nothing}
    ${props.files.map(fileView)}
    <h2>${i18n.t('installation.checkTitle')}</h2>
    <p>${i18n.t('installation.check')}</p>
    <h2>${i18n.t('installation.notTitle')}</h2>
    <ul>
      <li>${i18n.t('installation.notGuest')}</li>
      <li>${i18n.t('installation.notWindows')}</li>
      <li>${i18n.t('installation.notSigned')}</li>
    </ul>
    <h2>${i18n.t('installation.removeTitle')}</h2>
    <p>${i18n.t('installation.remove')}</p>
    ${chosenView(props.form.values)}
    <p class="screen-only">
      <button class="button" type="button" @click=${props.onPrint}>${i18n.t('installation.print')}</button>
    </p>
  </details>`;
}

function choicesView(props: InstallationProps): TemplateResult {
  const { choices, onChoice } = props;
  const isFolder = choices.from === 'folder';
  const check = (event: Event): void => onChoice({ forgetAll: (event.target as HTMLInputElement).checked });
  return html`<fieldset>
    <legend>${i18n.t('installation.howTitle')}</legend>
    <label><input type="radio" name="from" .checked=${!isFolder} @change=${() => onChoice({ from: 'stores' })} />${i18n.t('installation.fromStores')}</label>
    <label><input type="radio" name="from" .checked=${isFolder} @change=${() => onChoice({ from: 'folder' })} />${i18n.t('installation.fromFolder')}</label>
    ${isFolder ? line(props, 'folder') : nothing} ${line(props, 'chromeId')} ${isFolder ? nothing : line(props, 'edgeId')}
    <label><input type="checkbox" .checked=${choices.forgetAll} @change=${check} />${i18n.t('installation.forgetAll')}</label>
  </fieldset>`;
}

function line({ choices, wrong, onChoice }: InstallationProps, name: 'folder' | 'chromeId' | 'edgeId'): TemplateResult {
  const problem = wrong.get(name);
  const listen = (event: Event): void => onChoice({ [name]: (event.target as HTMLInputElement).value.trim() });
  return html`<div class="field">
    <label for="choice-${name}">${i18n.t(`installation.${name}`)}</label>
    <input id="choice-${name}" type="text" autocomplete="off" spellcheck="false" .value=${choices[name]} aria-invalid=${problem !== undefined} aria-describedby="choice-${name}-help" @change=${listen} />
    <div id="choice-${name}-help">
      <p class="quiet">${i18n.t(`installation.${name}_help`)}</p>
      ${problem ? html`<p class="careful">${problem}</p>` : nothing}
    </div>
  </div>`;
}

function fileView({ name, kind, save }: OfferedFile): TemplateResult {
  return html`<div class="offered">
    <p><strong class="file-name">${name}</strong></p>
    <p>${i18n.t(`installation.to_${kind}`)}</p>
    <p class="screen-only"><button class="button button-main" type="button" @click=${save}>${i18n.t('installation.save', [name])}</button></p>
  </div>`;
}

function chosenView(values: SettingsValues): TemplateResult {
  const rows = Object.entries(values);
  return html`<h2>${i18n.t('installation.settingsTitle')}</h2>
    ${
      rows.length === 0
        ? html`<p>${i18n.t('installation.noSettings')}</p>`
        : html`<ul>
          ${rows.map(([key, value]) => html`<li>${settingName(key)} : ${String(value)}</li>`)}
        </ul>`
    }`;
}
