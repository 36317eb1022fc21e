import type { SettingsValues } from './schema';
import type { Settings } from './types';

/** What holds before anything was set, and whenever storage cannot be read. */
const DEFAULT_VALUES = {
  language: 'fr',
  textSize: 'normal',
  mode: 'home',
  inactivityMinutes: 10,
  guides: true,
  warnings: true,
  hints: true,
  terms: true,
  readAloud: true,
  reread: true,
  practice: true,
  keepExercises: true,
} satisfies SettingsValues;

/** Lays layers over the defaults, the last one winning (the structure's managed values). */
export function layered(...layers: readonly SettingsValues[]): Settings {
  const { guides, warnings, hints, terms, ...rest } = allValues(...layers);
  const { structureName, structureAddress, structurePhone, structureHours, structureHelp, ...more } = rest;
  const { printPlace, emailDomain, ...plain } = more;
  return {
    ...plain,
    show: { guides, warnings, hints, terms },
    structure: {
      name: structureName,
      address: structureAddress,
      phone: structurePhone,
      hours: structureHours,
      help: structureHelp,
      printPlace,
      emailDomain,
    },
  };
}

/** The same layers as flat values, for forms and files. */
export function allValues(...layers: readonly SettingsValues[]): SettingsValues & typeof DEFAULT_VALUES {
  return Object.assign({}, DEFAULT_VALUES, ...layers);
}

export const DEFAULTS: Settings = layered();
