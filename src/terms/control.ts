import type { Term } from '../schema';

/** What the dock and the keyboard can ask of the words of this page. */
export interface TermsControl {
  /** The words found on the page, in reading order, each once. */
  list(): readonly Term[];
  /** Opens the explanation of a word. */
  open(term: string): void;
  /** Opens the panel « Les mots de cette page ». */
  openList(): void;
  /** Moves to the next or previous marked word and explains it. */
  next(): void;
  previous(): void;
  onChange(listener: () => void, signal: AbortSignal): void;
}
