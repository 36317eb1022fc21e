import { nothing } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Warning } from '../schema';
import { DIALOG_CSS } from '../ui/dialog';
import { SPOTLIGHT_CSS } from '../ui/spotlight';
import type { Tools } from '../ui/tools';
import { type Armed, arm } from './armed';
import { startEditGate } from './edit-gate';
import { type Gate, startGate } from './gate';
import { lightUp } from './lit';
import { startNotes } from './notes';
import type { Pass } from './pass';
import { WARNING_CSS } from './warning.css';
import { warningAlert, warningDialog } from './warning-view';

/** ms; a second click of a double click must not answer our question. */
const DEAF_AFTER_OPENING = 450;
/** ms between two looks at whether the page hides our open dialog. */
const WATCH_OPEN = 400;

/**
 * Holds the declared choices of this page until the person has decided (see `README.md` beside this file
 * for what can and cannot be held). Must be started at `document_start`, before the page's own listeners.
 */
export function startWarnings(tools: Tools, signal: AbortSignal): void {
  const { pack, page, surface, report } = tools;
  for (const css of [SPOTLIGHT_CSS, DIALOG_CSS, WARNING_CSS]) surface.adopt(css);
  const alreadyRead = new Set<string>();
  const givenUp = new Set<string>();
  let open: AbortController | undefined;

  const ask = (armed: Armed): void => {
    if (open) return;
    const { warning } = armed;
    open = new AbortController();
    const openedAt = Date.now();
    const close = (): void => {
      open?.abort();
      open = undefined;
      surface.show('dialog', nothing);
    };
    const unlessDeaf = (then: () => void) => (): void => {
      if (Date.now() - openedAt > DEAF_AFTER_OPENING) then();
    };
    const short = alreadyRead.has(warning.id);
    alreadyRead.add(warning.id);
    const actions = {
      close,
      safer: unlessDeaf(() => {
        close();
        showSafer(tools, warning, signal);
      }),
      goOn: unlessDeaf(() => {
        close();
        givePass(armed);
      }),
    };
    surface.show('dialog', warningDialog(tools, warning, short, actions));
    keepSeen(tools, AbortSignal.any([signal, open.signal]), () => {
      close();
      giveUp(warning);
    });
  };

  const giveUp = (warning: Warning): void => {
    givenUp.add(warning.id);
    report({ kind: 'let-through', site: pack.site.id, overlay: warning.id });
    page.document.defaultView?.alert(warningAlert(warning));
  };

  const givePass = ({ warning, target, element }: Armed): void => {
    const pass: Pass = { warning, target, element, given: Date.now() };
    gate.admit(pass);
    edits.admit(element);
    lightUp(tools, pass, signal);
  };

  const rearm = (): Armed[] => arm(pack.warnings, page).filter(({ warning }) => !givenUp.has(warning.id));
  const gate: Gate = startGate({ tools, rearm, ask, signal });
  const edits = startEditGate({ tools, armed: gate.armed, ask, signal });
  startNotes(tools, signal);
  page.onChange(gate.refresh, signal);
  signal.addEventListener('abort', () => surface.show('dialog', nothing), { once: true });
}

/** Shows the safer control, if the overlay names one; it is the person who clicks it. */
function showSafer(tools: Tools, { safer }: Warning, signal: AbortSignal): void {
  const located = safer.target && tools.page.locate(safer.target);
  if (located?.kind !== 'found') return;
  lightUp(
    tools,
    { element: located.element, target: safer.target ?? {}, words: i18n.t('warning.saferHere', [safer.label]) },
    signal,
  );
}

/** While a question is open: puts it back when the page moves or hides it; after a bounded number of tries, gives up. */
function keepSeen({ surface, page }: Tools, signal: AbortSignal, giveUp: () => void): void {
  const view = page.document.defaultView;
  if (!view) return;
  let hidden = 0;
  const look = (): void => {
    if (signal.aborted) return;
    const restored = surface.restore();
    hidden = surface.isVisible() ? 0 : hidden + 1;
    if (!restored || hidden >= 3) giveUp();
  };
  const timer = view.setInterval(look, WATCH_OPEN);
  signal.addEventListener('abort', () => view.clearInterval(timer), { once: true });
}
