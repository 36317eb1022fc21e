import type { AskedClue } from './tuning';

export type MissingReason = 'nothing-like-it' | 'hidden' | 'disabled' | 'covered';

/** One clue for or against a candidate; `ui/clue-words.ts` puts it into words. Nothing of what stands on the page is in it. */
export interface Clue {
  /** Which part of the target it comes from. */
  clue: ClueKind;
  /** Contribution to the score; negative when it speaks against. */
  weight: number;
}

/** Why an element is pointed at, or why nothing is, as it goes to the popup. */
export interface Why {
  reason?: MissingReason | 'ambiguous';
  clues?: readonly Clue[];
}

export type ClueKind =
  | AskedClue
  | 'id'
  | 'nameAttribute'
  | 'css'
  | 'href'
  | 'autocomplete'
  | 'type'
  | 'otherField'
  | 'notNear'
  | 'elsewhere';
