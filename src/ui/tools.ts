import type { Report } from '../messages/events';
import type { SheetAddress } from '../messages/sheet-address';
import type { PageView } from '../page/types';
import type { Pack } from '../schema';
import type { Live, Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import type { Surface } from './surface';

/** What each kind of overlay is started with. */
export interface Tools {
  pack: Pack;
  page: PageView;
  surface: Surface;
  speech: Speech;
  settings: Live<Settings>;
  report: Report;
  /** False once the extension was reloaded under this page: what still runs must stay quiet. */
  isAlive: () => boolean;
  /** Which warnings were read in this tab lately; notes the one that is read now. Absent where nothing is remembered. */
  readWarnings?: ((warning?: string) => Promise<readonly string[]>) | undefined;
  /** Opens a printable sheet (« Ma fiche », « imprimer cette explication ») in a tab of our own. */
  print: (sheet: SheetAddress) => void;
  /** « Relire ensemble »: opens it, and says whether the page has anything to read over. Absent in frames. */
  reread?: { show: () => void; hasFields: () => boolean } | undefined;
}
