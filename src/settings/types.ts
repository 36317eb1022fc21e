/** What the structure (CCAS, EPN, library) says about itself. */
export interface Structure {
  name?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  hours?: string | undefined;
  /** Who can help, and when. */
  help?: string | undefined;
  /** Where to print. */
  printPlace?: string | undefined;
  /** What follows the @ in its e-mail addresses. */
  emailDomain?: string | undefined;
}

/** Settings in force: the structure's managed values already laid over the person's. */
export interface Settings {
  /** Only French exists so far. */
  language: 'fr';
  textSize: 'normal' | 'large' | 'largest';
  readAloud: boolean;
  /** Which kinds of overlay are shown. */
  show: { guides: boolean; warnings: boolean; hints: boolean; terms: boolean };
  /** « Relire ensemble » and « S'entraîner » are offered. */
  reread: boolean;
  practice: boolean;
  /**
   * Whose computer it is: one person's, a public machine (several people, one after another), or a worker's,
   * which adds the state of the overlays.
   */
  mode: 'home' | 'public' | 'office';
  /** Minutes without a gesture before a public machine asks whether to end the session; 0: never. */
  inactivityMinutes: number;
  /** Whether exercises of « S'entraîner » may be kept on this machine, under a nickname. */
  keepExercises: boolean;
  /** Public keys of the imported packs that are let in, with a space between them; `undefined`: any, but on a public machine none. */
  packKeys?: string | undefined;
  structure: Structure;
}

/** A value that changes; reading it is synchronous and never waits. */
export interface Live<T> {
  readonly value: T;
  onChange(listener: (value: T) => void, signal: AbortSignal): void;
}
