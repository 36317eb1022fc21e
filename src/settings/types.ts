/** What the structure (CCAS, EPN, library) says about itself. */
export interface Structure {
  name?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  hours?: string | undefined;
  help?: string | undefined;
  emailDomain?: string | undefined;
}

/** Settings in force: the structure's managed values already laid over the person's. */
export interface Settings {
  textSize: 'normal' | 'large' | 'largest';
  readAloud: boolean;
  /** Which kinds of overlay are shown. */
  show: { guides: boolean; warnings: boolean; hints: boolean; terms: boolean };
  /** `worker` adds the check page and the state of the overlays. */
  mode: 'person' | 'worker';
  /** Whether exercises of « S'entraîner » may be kept on this machine, under a nickname. */
  keepExercises: boolean;
  structure: Structure;
}

/** A value that changes; reading it is synchronous and never waits. */
export interface Live<T> {
  readonly value: T;
  onChange(listener: (value: T) => void, signal: AbortSignal): void;
}
