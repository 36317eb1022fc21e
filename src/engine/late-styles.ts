import { GUIDE_CSS } from '../guides/guide.css';
import { HINT_CSS } from '../hints/hint.css';
import { REREAD_CSS, REREAD_PAPER_CSS } from '../reread/reread.css';
import type { LateStyles } from '../schema';

/** What comes to a page with its guides; no content script imports this. */
export const LATE_STYLES: LateStyles = {
  guides: GUIDE_CSS,
  hints: HINT_CSS,
  reread: REREAD_CSS,
  paper: REREAD_PAPER_CSS,
};
