/** Where a person is in a guide. Ids only; nothing a person typed. */
export interface Progress {
  guide: string;
  step: string;
  /** Steps already left, in order, for « Revenir ». */
  trail: string[];
  /** `left` keeps the place for « Reprendre ». */
  state: 'running' | 'left' | 'ended';
}

/** Keeps the progress of this tab; survives navigation, reload and a new tab of the same site. */
export interface ProgressStore {
  load(): Promise<Progress | undefined>;
  /** Never throws: when storage is full or locked, the guide goes on without memory. */
  save(progress: Progress | undefined): Promise<void>;
}
