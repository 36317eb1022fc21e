import { GUIDE_CSS } from '../guides/guide.css';
import { HINT_CSS } from '../hints/hint.css';
import { REREAD_CSS, REREAD_PAPER_CSS } from '../reread/reread.css';
import type { LateStyles } from '../schema';
import { TERM_CSS } from '../terms/term.css';
import { SHARED_LATE_CSS } from '../ui/shared-late.css';
import { SPOTLIGHT_CSS } from '../ui/spotlight.css';
import { NOTE_CSS } from '../warnings/warning.css';
import { ALONE_CSS } from './dock.css';

/** What comes to a page with its guides; no content script imports this. */
export const LATE_STYLES: LateStyles = {
  shared: SHARED_LATE_CSS + SPOTLIGHT_CSS + NOTE_CSS + TERM_CSS + ALONE_CSS,
  guides: GUIDE_CSS,
  hints: HINT_CSS,
  reread: REREAD_CSS,
  paper: REREAD_PAPER_CSS,
};
