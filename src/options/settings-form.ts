import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { allValues } from '../settings/defaults';
import { FIELD_GROUPS, type Field, type FieldGroup } from '../settings/fields';
import { readSettings, type SettingKey, type SettingsValues } from '../settings/schema';

/** A wrong entry: it stays in its field until it is put right. */
export interface Problem {
  typed: string;
  reason: string;
}

export interface SettingsFormProps {
  /** Makes ids unique when the form is on the page twice. */
  id: string;
  values: SettingsValues;
  /** Set by the structure: shown, and closed. */
  locked: ReadonlySet<string>;
  /** What stands in a field and was not taken, by setting. */
  problems: ReadonlyMap<SettingKey, Problem>;
  /** `undefined`: the person emptied the field. */
  onChange: (key: SettingKey, value: unknown) => void;
}

/**
 * Lays what was put in a field over the values that the form had; notes why when it is refused.
 * @returns the values that hold now, `undefined` when nothing changed
 */
export function valuesAfter(
  change: { key: SettingKey; value: unknown },
  before: SettingsValues,
  problems: Map<SettingKey, Problem>,
): SettingsValues | undefined {
  const { key, value } = change;
  const { [key]: _, ...others } = before;
  const read = readSettings(value === undefined ? {} : { [key]: value });
  const reason = read.refused[0]?.reason;
  if (reason === undefined) {
    problems.delete(key);
    return { ...others, ...read.values };
  }
  problems.set(key, { typed: String(value), reason });
  return undefined;
}

/** The settings as a form, group by group, in this order. */
export function settingsForm(props: SettingsFormProps, groups: readonly FieldGroup['id'][]): TemplateResult[] {
  return groups
    .flatMap((wanted) => FIELD_GROUPS.filter(({ id }) => id === wanted))
    .map(
      ({ id, fields }) =>
        html`<fieldset>
        <legend>${i18n.t(`settings.group_${id}`)}</legend>
        ${fields.map((field) => fieldView(props, field))}
      </fieldset>`,
    );
}

function fieldView(props: SettingsFormProps, field: Field): TemplateResult {
  if (field.as === 'choice') return choiceView(props, field.key, field.choices);
  if (field.as === 'box') return boxView(props, field.key);
  return textView(props, field);
}

function choiceView(props: SettingsFormProps, key: SettingKey, choices: readonly string[]): TemplateResult {
  const { id, values, locked, onChange } = props;
  const isLocked = locked.has(key);
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0) return onlyChoiceView(key, only, isLocked);
  return html`<div role="radiogroup" aria-labelledby="${id}-${key}" aria-describedby="${id}-${key}-help">
    <p class="question" id="${id}-${key}">${i18n.t(`settings.${key}`)} ${lockedNote(isLocked)}</p>
    ${choices.map(
      (choice) =>
        html`<label><input type="radio" name="${id}-${key}" .checked=${values[key] === choice} ?disabled=${isLocked} @change=${() => onChange(key, choice)} />${i18n.t(`settings.${key}_${choice}` as 'settings.mode_home')}</label>`,
    )}
    ${notes(props, key)}
  </div>`;
}

/** @returns the name of a setting as the form shows it, with the name it has in files; an unknown one has only that. */
export function settingName(key: string): string {
  const isKnown = FIELD_GROUPS.some(({ fields }) => fields.some((field) => field.key === key));
  return isKnown ? `${i18n.t(`settings.${key}` as 'settings.mode')} (${key})` : key;
}

/** @returns a value as the form shows it: the words of a choice, « oui » or « non » for a box, else what was written. */
export function valueInWords(key: SettingKey, value: unknown): string {
  if (typeof value === 'boolean') return i18n.t(value ? 'installation.yes' : 'installation.no');
  const field = FIELD_GROUPS.flatMap(({ fields }) => fields).find((one) => one.key === key);
  return field?.as === 'choice' ? i18n.t(`settings.${key}_${value}` as 'settings.mode_home') : String(value);
}

/** Nothing to choose: said rather than asked. */
function onlyChoiceView(key: SettingKey, choice: string, isLocked: boolean): TemplateResult {
  return html`<p>${i18n.t(`settings.${key}`)} ${lockedNote(isLocked)} : ${i18n.t(`settings.${key}_${choice}` as 'settings.language_fr')}.
    <span class="quiet">${i18n.t(`settings.${key}_help` as 'settings.language_help')}</span></p>`;
}

function boxView(props: SettingsFormProps, key: SettingKey): TemplateResult {
  const { values, locked, onChange } = props;
  const listen = (event: Event): void => onChange(key, (event.target as HTMLInputElement).checked);
  return html`<label><input type="checkbox" .checked=${values[key] === true} ?disabled=${locked.has(key)} @change=${listen} />${i18n.t(`settings.${key}`)} ${lockedNote(locked.has(key))}</label>`;
}

function textView(props: SettingsFormProps, { key, as }: Field): TemplateResult {
  const { id, values, locked, problems, onChange } = props;
  const listen = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const value = typedValue(as, input.value);
    // An emptied field holds its default again, and shows it.
    if (value === undefined) input.value = asText(allValues()[key]);
    onChange(key, value);
  };
  const isLocked = locked.has(key);
  const problem = problems.get(key);
  const shown = problem?.typed ?? asText(values[key]);
  const describedBy = `${id}-${key}-help`;
  const isWrong = problem !== undefined;
  return html`<div class="field">
    <label for="${id}-${key}">${i18n.t(`settings.${key}`)} ${lockedNote(isLocked)}</label>
    <input id="${id}-${key}" type="text" inputmode=${as === 'number' ? 'numeric' : 'text'} autocomplete="off" .value=${shown} ?disabled=${isLocked} aria-invalid=${isWrong} aria-describedby=${describedBy} @change=${listen} />
    ${notes(props, key)}
  </div>`;
}

/** What helps to fill a field, and what is wrong with what stands there. */
function notes({ id, problems }: SettingsFormProps, key: SettingKey): TemplateResult {
  const reason = problems.get(key)?.reason;
  const help = HELPED.has(key) ? i18n.t(`settings.${key}_help` as 'settings.language_help') : undefined;
  return html`<div id="${id}-${key}-help">
    ${help ? html`<p class="quiet">${help}</p>` : nothing} ${reason ? html`<p class="careful">${reason}</p>` : nothing}
  </div>`;
}

const HELPED: ReadonlySet<SettingKey> = new Set<SettingKey>([
  'language',
  'inactivityMinutes',
  'structureName',
  'structurePhone',
  'structureHelp',
  'printPlace',
  'emailDomain',
  'packKeys',
]);

function lockedNote(isLocked: boolean): TemplateResult | typeof nothing {
  return isLocked ? html`<span class="quiet">(${i18n.t('options.locked')})</span>` : nothing;
}

function asText(value: SettingsValues[SettingKey]): string {
  return String(value ?? '');
}

/** What was typed, as the kind of value that the setting takes; text that is no whole number stays text, to be refused with a reason. */
function typedValue(as: Field['as'], typed: string): unknown {
  const text = typed.trim();
  if (text === '') return undefined;
  return as === 'number' && /^-?\d+$/.test(text) ? Number(text) : text;
}
