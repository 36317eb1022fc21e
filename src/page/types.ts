import type { Target } from '../schema';
import type { Root } from './roots';
import type { Clue, MissingReason } from './why';

/** An element that was weighed against a target. */
export interface Candidate {
  element: Element;
  /** 0 (nothing fits) to 1 (everything asked for is there). */
  score: number;
  evidence: readonly Clue[];
}

/** The target was recognised: above the threshold and clearly ahead of the runner-up. */
export interface Found extends Candidate {
  kind: 'found';
  runnerUp?: Candidate | undefined;
  /** What the person sees and clicks: the label of a hidden radio, else the element itself. */
  pointAt: Element;
  /** When the element is folded away (accordion, menu, details): what opens it, to be pointed at first. */
  opener?: Element | undefined;
}

/** Nothing is pointed at. `candidates` are for « je ne trouve pas » only, best first, never claimed. */
export interface Missing {
  kind: 'missing';
  reason: MissingReason;
  candidates: readonly Candidate[];
  /** Where the best is hidden, all that fits well, seen or not. */
  hidden: readonly Candidate[];
}

/** Two elements are too alike to choose. */
export interface Ambiguous {
  kind: 'ambiguous';
  candidates: readonly Candidate[];
}

export type Located = Found | Missing | Ambiguous;

/** The host page as the overlays see it: read, never changed. */
export interface PageView {
  readonly document: Document;
  /** The address now; for `about:` frames the address of the page that holds them. */
  readonly url: URL;
  /** Whether a node is our own, or stands around the page: never part of it. */
  readonly owns: (node: Node) => boolean;
  /** Ids of the pages recognised now. */
  readonly pages: readonly string[];
  /** @returns whether a landmark is on the page now, be it behind a window, greyed or one of two. */
  isThere(target: Target): boolean;
  /** @returns whether one of these pages (or `any`) is recognised now. */
  isOn(pages: readonly string[]): boolean;
  /** Finds the element of a target, or says why not. Cheap: results are kept until the page changes. */
  locate(target: Target): Located;
  /** Calls back after each coalesced change of the page, its address or its layout, until the signal aborts. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /**
   * Calls back with what has just changed, before the page is drawn again and long before `onChange`:
   * to note it, not to work on it.
   */
  onMutation(listener: (records: readonly MutationRecord[]) => void, signal: AbortSignal): void;
  /** Also watches these roots from now on (each once): open shadow roots that were met while reading. */
  observe(roots: readonly Root[]): void;
  /** @returns the document, and every open shadow root and same-origin frame met so far. */
  roots(): readonly Root[];
  /** Whether the page has changed since it was last looked at. */
  readonly isStale: boolean;
  /** How many times the page has been looked at: what was found before the last look may be no more. */
  readonly looks: number;
  /** Recomputes at once what is stale (before a decision that cannot wait for the coalesced change). */
  refresh(): void;
  /** Asks for a look, and for `onChange`, as if the page had changed: something is to be shown on it now. */
  poke(): void;
}
