import type { Report } from '../messages/events';
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
}
