import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Pack } from '../schema';
import type { StateRecord } from '../session/overlay-state';
import type { SettingsLayer } from '../settings/defaults';
import type { Settings } from '../settings/types';
import { stateView } from './state-view';

/** What the last action did, to be said. */
export type Saved = 'nothing-yet' | 'saved' | 'reset' | 'failed';

export interface OptionsProps {
  settings: Settings;
  managed: SettingsLayer;
  state: StateRecord;
  saved: Saved;
  packs: readonly Pack[];
  onChange: (change: SettingsLayer) => void;
  onReset: () => void;
  onClearState: () => void;
}

export function optionsView(props: OptionsProps): TemplateResult {
  const { settings, onReset } = props;
  return html`
    <h1>${i18n.t('options.title')}</h1>
    <p role="status" class="calm" ?hidden=${props.saved === 'nothing-yet'}>${savedWords(props.saved)}</p>
    ${textSizeView(props)} ${showView(props)} ${modeView(props)}
    <p><button class="button" type="button" @click=${onReset}>${i18n.t('options.reset')}</button></p>
    <h2>${i18n.t('options.privacy')}</h2>
    <p>${i18n.t('options.privacyText')}</p>
    ${settings.mode === 'worker' ? stateView(props) : nothing}
  `;
}

function savedWords(saved: Saved): string {
  if (saved === 'saved') return i18n.t('options.saved');
  if (saved === 'reset') return i18n.t('options.resetDone');
  return saved === 'failed' ? i18n.t('options.notSaved') : '';
}

function textSizeView({ settings, managed, onChange }: OptionsProps): TemplateResult {
  const locked = managed.textSize !== undefined;
  const sizes = [
    ['normal', i18n.t('options.normal')],
    ['large', i18n.t('options.large')],
    ['largest', i18n.t('options.largest')],
  ] as const;
  return html`<fieldset ?disabled=${locked}>
    <legend>${i18n.t('options.textSize')} ${lockedNote(locked)}</legend>
    ${sizes.map(
      ([size, words]) =>
        html`<label><input type="radio" name="size" .checked=${settings.textSize === size} @change=${() => onChange({ textSize: size })} />${words}</label>`,
    )}
  </fieldset>`;
}

function showView({ settings, managed, onChange }: OptionsProps): TemplateResult {
  const kinds = [
    ['guides', i18n.t('options.guides')],
    ['warnings', i18n.t('options.warnings')],
    ['hints', i18n.t('options.hints')],
    ['terms', i18n.t('options.terms')],
  ] as const;
  return html`<fieldset>
    <legend>${i18n.t('options.show')}</legend>
    ${kinds.map(([kind, words]) =>
      box(words, settings.show[kind], managed.show?.[kind] !== undefined, (on) => onChange({ show: { [kind]: on } })),
    )}
    ${box(i18n.t('options.readAloud'), settings.readAloud, managed.readAloud !== undefined, (on) => onChange({ readAloud: on }))}
    ${box(i18n.t('options.keepExercises'), settings.keepExercises, managed.keepExercises !== undefined, (on) => onChange({ keepExercises: on }))}
  </fieldset>`;
}

function modeView({ settings, managed, onChange }: OptionsProps): TemplateResult {
  const locked = managed.mode !== undefined;
  const modes = [
    ['person', i18n.t('options.person')],
    ['worker', i18n.t('options.worker')],
  ] as const;
  return html`<fieldset ?disabled=${locked}>
    <legend>${i18n.t('options.mode')} ${lockedNote(locked)}</legend>
    ${modes.map(
      ([mode, words]) =>
        html`<label><input type="radio" name="mode" .checked=${settings.mode === mode} @change=${() => onChange({ mode })} />${words}</label>`,
    )}
  </fieldset>`;
}

function box(words: string, on: boolean, locked: boolean, change: (on: boolean) => void): TemplateResult {
  const listen = (event: Event): void => change((event.target as HTMLInputElement).checked);
  return html`<label><input type="checkbox" .checked=${on} ?disabled=${locked} @change=${listen} />${words} ${lockedNote(locked)}</label>`;
}

function lockedNote(locked: boolean): TemplateResult | typeof nothing {
  return locked ? html`<span class="quiet">(${i18n.t('options.locked')})</span>` : nothing;
}
