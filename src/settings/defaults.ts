import type { Settings } from './types';

/** What holds before anything was set, and whenever storage cannot be read. */
export const DEFAULTS: Settings = {
  textSize: 'normal',
  readAloud: true,
  show: { guides: true, warnings: true, hints: true, terms: true },
  mode: 'person',
  keepExercises: true,
  structure: {},
};

/** A layer of settings: only what was set. */
export interface SettingsLayer {
  textSize?: Settings['textSize'] | undefined;
  readAloud?: boolean | undefined;
  show?: Partial<Settings['show']> | undefined;
  mode?: Settings['mode'] | undefined;
  keepExercises?: boolean | undefined;
  structure?: Settings['structure'] | undefined;
}

/** Lays layers over the defaults, the last one winning (the structure's managed values). */
export function layered(...layers: readonly SettingsLayer[]): Settings {
  let settings = DEFAULTS;
  for (const { show, structure, ...plain } of layers) {
    settings = {
      ...settings,
      ...withoutUndefined(plain),
      show: { ...settings.show, ...withoutUndefined(show ?? {}) },
      structure: { ...settings.structure, ...withoutUndefined(structure ?? {}) },
    };
  }
  return settings;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
