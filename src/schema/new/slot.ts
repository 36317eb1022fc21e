/** One value of a new file: what is asked, and where the answer goes. */
export interface Slot {
  /** Where it goes in the item: `undo.how`, `targets.0.name`. */
  path: string;
  /** Its name on the command line (`--mot`); without it nothing is asked, the value comes from other answers. */
  option?: string;
  /** The question, in French. */
  ask?: string;
  /** Several values, given with « ; » between them. */
  isList?: boolean;
  /** Without an answer its line stays in the file as a comment. */
  isOptional?: boolean;
  /** Words from which one is chosen, with what each means. */
  choices?: Readonly<Record<string, string>>;
  /** The item is named after it: it cannot be left for later. */
  isName?: boolean;
  /** Used when nothing is answered. */
  byDefault?: string;
}

/** Answers by {@link Slot.path}; nothing where the person answered nothing. */
export type Answers = Readonly<Record<string, readonly string[] | undefined>>;

/** What stands before a text that somebody must still write; `npm run check` names each, and nothing is built before. */
export const TO_WRITE = 'À ÉCRIRE';
