import type { SettingKey } from './schema';

/** How a setting is asked for in a form. */
export type Field =
  | { key: SettingKey; as: 'line' | 'number' | 'box' }
  | { key: SettingKey; as: 'choice'; choices: readonly string[] };

export interface FieldGroup {
  id: 'look' | 'show' | 'machine' | 'structure';
  fields: readonly Field[];
}

/** Every setting once, in the order a person would look for it. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    id: 'look',
    fields: [
      { key: 'textSize', as: 'choice', choices: ['normal', 'large', 'largest'] },
      { key: 'language', as: 'choice', choices: ['fr'] },
    ],
  },
  {
    id: 'show',
    fields: [
      { key: 'guides', as: 'box' },
      { key: 'warnings', as: 'box' },
      { key: 'hints', as: 'box' },
      { key: 'terms', as: 'box' },
      { key: 'readAloud', as: 'box' },
      { key: 'reread', as: 'box' },
      { key: 'practice', as: 'box' },
    ],
  },
  {
    id: 'machine',
    fields: [
      { key: 'mode', as: 'choice', choices: ['home', 'public', 'office'] },
      { key: 'inactivityMinutes', as: 'number' },
      { key: 'keepExercises', as: 'box' },
    ],
  },
  {
    id: 'structure',
    fields: [
      { key: 'structureName', as: 'line' },
      { key: 'structureAddress', as: 'line' },
      { key: 'structurePhone', as: 'line' },
      { key: 'structureHours', as: 'line' },
      { key: 'structureHelp', as: 'line' },
      { key: 'printPlace', as: 'line' },
      { key: 'emailDomain', as: 'line' },
      { key: 'packKeys', as: 'line' },
    ],
  },
];
