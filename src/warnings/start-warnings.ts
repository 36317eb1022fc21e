import { i18n } from '#i18n';
import { DIALOG_CSS } from '../ui/dialog';
import type { Tools } from '../ui/tools';
import { type Armed, arm } from './armed';
import { startEditGate } from './edit-gate';
import { startGate } from './gate';
import { lightUp } from './lit';
import { startNotes } from './notes';
import type { Pass } from './pass';
import { createQuestion } from './question';
import { withShortWords } from './short-words';
import { WARNING_CSS } from './warning.css';
import { warningAlert } from './warning-view';

/**
 * Holds the declared choices of this page until the person has decided (see `README.md` beside this file
 * for what can and cannot be held). Must be started at `document_start`, before the page's own listeners.
 */
export function startWarnings(tools: Tools, signal: AbortSignal): void {
  const { pack, page, surface, report } = tools;
  for (const css of [DIALOG_CSS, WARNING_CSS]) surface.adopt(css);
  const givenUp = new Set<string>();
  let light: AbortController | undefined;

  /** One light at a time: a new one, or leaving the page, puts the former out. */
  const lightOnce = (what: Parameters<typeof lightUp>[1]): void => {
    light?.abort();
    light = new AbortController();
    lightUp(tools, what, AbortSignal.any([signal, light.signal]));
  };
  const giveUp = ({ warning }: Armed): void => {
    // First what lets the choice go: where our drawing is broken, the rest may fail too.
    givenUp.add(warning.id);
    gate.refresh();
    report({ kind: 'let-through', site: pack.site.id, overlay: warning.id });
    question.close();
    showNotes();
    page.document.defaultView?.alert(warningAlert(warning));
  };
  const givePass = ({ warning, target, element }: Armed): void => {
    const pass: Pass = { warning, target, element, given: Date.now() };
    gate.admit(pass);
    edits.admit(pass);
    lightOnce(pass);
  };
  const showSafer = ({ warning: { safer } }: Armed): void => {
    const located = safer.target && page.locate(safer.target);
    if (!safer.target || located?.kind !== 'found') return;
    const words = i18n.t('warning.saferHere', [safer.label]);
    lightOnce({ element: located.element, target: safer.target, words });
  };
  const question = createQuestion({ tools, onSafer: showSafer, onGoOn: givePass, onUnseen: giveUp, signal });
  const rearm = (): Armed[] =>
    arm(pack.warnings, page)
      .filter(({ warning }) => !givenUp.has(warning.id))
      .map((armed) => withShortWords(pack.site.id, armed));
  /** One press may ask more than once: at its release and at its click. */
  const ask = (armed: Armed): void => {
    if (!givenUp.has(armed.warning.id)) question.ask(armed);
  };
  const gate = startGate({ tools, rearm, ask, isAsking: question.isOpen, giveUp, signal });
  const edits = startEditGate({ tools, armed: gate.armed, ask, signal });
  const showNotes = startNotes(tools, givenUp, signal);
  page.onChange(gate.refresh, signal);
  // A page that the browser keeps may come back: the decision was for this visit only.
  page.document.defaultView?.addEventListener('pagehide', leave, { signal });

  function leave(): void {
    gate.forget();
    edits.forget();
    question.close();
    light?.abort();
  }
}
