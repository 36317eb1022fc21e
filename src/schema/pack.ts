import type { Figure, UpdateWindow } from './figures';
import type { Guide } from './guide';
import type { Hint } from './hint';
import type { Helper } from './people';
import type { Site } from './site';
import type { Term } from './term';
import type { Warning } from './warning';

/** A hint together with the pages it is for (written once per file in YAML). */
export interface PlacedHint extends Hint {
  pages: string[];
}

/** One site's overlays, validated at build, figures already in the texts. */
export interface Pack {
  site: Site;
  guides: Guide[];
  warnings: Warning[];
  hints: PlacedHint[];
  terms: Term[];
  people: Helper[];
  figures: Figure[];
  updateWindows: UpdateWindow[];
  /** Groups of words that mean the same on a button (`overlays/words/synonyms.yaml`). */
  synonyms: string[][];
  /** Only where guides are played: pages carry no calendar. */
  due?: Due;
  /** Absent until they have come, as pages do not carry them. */
  lateStyles?: LateStyles;
}

/** The style sheets of what nobody sees while a page loads. */
export interface LateStyles {
  /** What several kinds share: the ring, the text beside the page, the words; and what gives way to the menu. */
  shared: string;
  guides: string;
  hints: string;
  /** The sheet to read over, on screen and on paper. */
  reread: string;
  paper: string;
}

/** When an errand is due again, in words, as seen today, by the rule that its guide names. */
export type Due = Partial<Record<NonNullable<Guide['end']['nextDate']>, string>>;

/** What a warning explains, apart from what it holds and asks. */
export type WarningWords = Pick<Warning, 'id' | 'title' | 'goOn' | 'consequence' | 'undo' | 'people'> & {
  safer: Pick<Warning['safer'], 'label' | 'advice'>;
};

/**
 * What a page load does not carry: the page asks for it once it is watched. A choice must be held from the first
 * moment: the warnings are there before, their question and their two answers stand among the browser's messages; what
 * they explain comes with this.
 */
export interface DeferredOverlays
  extends Pick<Pack, 'site' | 'guides' | 'hints' | 'people' | 'figures' | 'updateWindows'> {
  warnings: WarningWords[];
  /** The warnings that hold nothing: their text is shown beside the page. */
  notes: Warning[];
}

/** What comes to a page: the calendar is read for it. */
export type PageOverlays = Omit<DeferredOverlays, 'updateWindows'> & { due: Due; lateStyles: LateStyles };
