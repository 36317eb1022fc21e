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

/** Everything one content script carries: one site's overlays, validated at build, figures already in the texts. */
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
}
