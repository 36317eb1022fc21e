import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { SettingKey, SettingsValues } from '../settings/schema';
import { type SettingsFormProps, settingName, settingsForm, valueInWords } from './settings-form';

/** What the person chose about the machines, beside the settings. */
export interface Choices {
  from: 'stores' | 'folder';
  folder: string;
  /** In Chrome's and in Edge's store; empty: not for that browser. */
  chromeId: string;
  edgeId: string;
  /** Of the `.crx`, from the key it was signed with; empty: neither for Chrome nor for Edge. */
  crxId: string;
  isXpiUnsigned: boolean;
  forgetAll: boolean;
}

/** A file to be taken, with where it goes. */
export interface OfferedFile {
  name: string;
  kind: 'reg' | 'unreg' | 'chrome' | 'edge' | 'firefox' | 'settings';
  save: () => void;
}

export interface InstallationProps {
  form: SettingsFormProps;
  choices: Choices;
  /** What is wrong with a choice, by its name. */
  wrong: ReadonlyMap<keyof Choices, string>;
  files: readonly OfferedFile[];
  /** Names of the browsers that the registry file sets: « Chrome et Edge ». */
  registryBrowsers: string;
  /** Keys of the registry that are written, by their whole path. */
  registryPlaces: readonly string[];
  onChoice: (change: Partial<Choices>) => void;
  onPrint: () => void;
}

/** « Fiche pour l'informaticien »: the form on screen, and one page to print. */
export function installationView(props: InstallationProps): TemplateResult {
  return html`<details class="installation">
    <summary>${i18n.t('installation.title')}</summary>
    <div class="screen-only">
      <p>${i18n.t('installation.intro')}</p>
      ${choicesView(props)} ${settingsForm(props.form, ['structure', 'machine', 'show', 'look'])}
    </div>
    ${chosenView(props.choices, props.form.values)}
    <h2>${i18n.t('installation.filesTitle')}</h2>
    ${props.files.length === 0 ? html`<p class="careful">${i18n.t('installation.filesFix')}</p>` : nothing}
    ${props.files.map((file) => fileView(file, props))}
    <h2>${i18n.t('installation.checkTitle')}</h2>
    <p>${i18n.t('installation.check')}</p>
    <h2>${i18n.t('installation.notTitle')}</h2>
    <ul>
      <li>${i18n.t('installation.notGuest')}</li>
      <li>${i18n.t('installation.notWindows')}</li>
      <li>${i18n.t('installation.notSigned')}</li>
      <li>${i18n.t('installation.notReset')}</li>
    </ul>
    <h2>${i18n.t('installation.removeTitle')}</h2>
    ${removeView(props.registryPlaces)}
    <p class="screen-only">
      <button class="button" type="button" @click=${props.onPrint}>${i18n.t('installation.print')}</button>
    </p>
  </details>`;
}

function choicesView(props: InstallationProps): TemplateResult {
  const { choices, onChoice } = props;
  const isFolder = choices.from === 'folder';
  return html`<fieldset>
    <legend>${i18n.t('installation.howTitle')}</legend>
    <label><input type="radio" name="from" .checked=${!isFolder} @change=${() => onChoice({ from: 'stores' })} />${i18n.t('installation.fromStores')}</label>
    <label><input type="radio" name="from" .checked=${isFolder} @change=${() => onChoice({ from: 'folder' })} />${i18n.t('installation.fromFolder')}</label>
    ${
      isFolder
        ? html`${line(props, 'folder')} ${line(props, 'crxId')} ${box(props, 'isXpiUnsigned')}`
        : html`${line(props, 'chromeId')} ${line(props, 'edgeId')}`
    }
    ${box(props, 'forgetAll')}
  </fieldset>`;
}

function line({ choices, wrong, onChoice }: InstallationProps, name: TextChoice): TemplateResult {
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

function box({ choices, onChoice }: InstallationProps, name: 'isXpiUnsigned' | 'forgetAll'): TemplateResult {
  const listen = (event: Event): void => onChoice({ [name]: (event.target as HTMLInputElement).checked });
  return html`<label><input type="checkbox" id="choice-${name}" .checked=${choices[name]} @change=${listen} />${i18n.t(`installation.${name}`)}</label>`;
}

function fileView({ name, kind, save }: OfferedFile, { registryBrowsers }: InstallationProps): TemplateResult {
  const isForRegistry = kind === 'reg' || kind === 'unreg';
  const where = isForRegistry
    ? i18n.t(`installation.to_${kind}`, [registryBrowsers])
    : i18n.t(`installation.to_${kind}`);
  return html`<div class="offered">
    <p><strong class="file-name">${name}</strong></p>
    <p>${where}</p>
    <p class="screen-only"><button class="button button-main" type="button" @click=${save}>${i18n.t('installation.save', [name])}</button></p>
  </div>`;
}

function removeView(places: readonly string[]): TemplateResult {
  return html`<p>${i18n.t('installation.remove')}</p>
    ${
      places.length === 0
        ? nothing
        : html`<p>${i18n.t('installation.removeKeys')}</p>
          <ul class="places">
            ${places.map((place) => html`<li class="file-name">${place}</li>`)}
          </ul>`
    }`;
}

type TextChoice = 'folder' | 'chromeId' | 'edgeId' | 'crxId';

/** Characters of all the values together; beyond it the page on paper would need smaller letters to stay one. */
const LONG = 800;

/** All that was chosen, in words: what a page on paper has to say by itself. */
function chosenView(choices: Choices, values: SettingsValues): TemplateResult {
  const isFolder = choices.from === 'folder';
  const names: readonly TextChoice[] = isFolder ? ['folder', 'crxId'] : ['chromeId', 'edgeId'];
  const yesOrNo = (is: boolean): string => i18n.t(is ? 'installation.yes' : 'installation.no');
  const rows: [name: string, value: string][] = [
    [i18n.t('installation.howTitle'), i18n.t(isFolder ? 'installation.fromFolder' : 'installation.fromStores')],
    ...names.map((name): [string, string] => [
      i18n.t(`installation.${name}`),
      choices[name] || i18n.t('installation.none'),
    ]),
    ...(isFolder
      ? [[i18n.t('installation.isXpiUnsigned'), yesOrNo(choices.isXpiUnsigned)] satisfies [string, string]]
      : []),
    [i18n.t('installation.forgetAll'), yesOrNo(choices.forgetAll)],
    ...Object.entries(values).map(([key, value]): [string, string] => [
      settingName(key),
      valueInWords(key as SettingKey, value),
    ]),
  ];
  const isLong = rows.reduce((sum, [, value]) => sum + value.length, 0) > LONG;
  return html`<h2>${i18n.t('installation.settingsTitle')}</h2>
    <ul class=${isLong ? 'chosen chosen-long' : 'chosen'}>
      ${rows.map(([name, value]) => html`<li>${name} : <strong>${value}</strong></li>`)}
    </ul>`;
}
