import { nothing } from 'lit/html.js';
import type { Tools } from '../ui/tools';
import type { Armed } from './armed';
import { warningDialog } from './warning-view';

/**
 * ms of calm that an answer needs before it: the second click of a double click, a key held down,
 * a mouse or a device that clicks by itself must not answer our question.
 */
const DEAF = 450;
/** ms between two looks at whether the page hides our open dialog. */
const WATCH_OPEN = 400;
/** Looks in a row at a hidden dialog before the page gets its own behaviour back. */
const MAX_HIDDEN = 3;

export interface QuestionOptions {
  tools: Tools;
  onSafer: (armed: Armed) => void;
  onGoOn: (armed: Armed) => void;
  /** The page does not let the question be seen: the bounded tries are used up. */
  onUnseen: (armed: Armed) => void;
  signal: AbortSignal;
}

export interface Question {
  /** Asks, unless a question is already open. */
  ask(armed: Armed): void;
  close(): void;
  isOpen(): boolean;
}

/** The one question that may be open on a page; the second time in a session it comes back short. */
export function createQuestion({ tools, onSafer, onGoOn, onUnseen, signal }: QuestionOptions): Question {
  const { surface, page, readWarnings } = tools;
  const alreadyRead = new Set<string>();
  void readWarnings?.().then((read) => {
    for (const id of read) alreadyRead.add(id);
  });
  let open: AbortController | undefined;

  const close = (): void => {
    open?.abort();
    open = undefined;
    surface.show('dialog', nothing);
  };
  const ask = (armed: Armed): void => {
    if (open) return;
    open = new AbortController();
    let deafUntil = Date.now() + DEAF;
    const answer = (then: (armed: Armed) => void) => (): void => {
      const isDeaf = Date.now() < deafUntil;
      deafUntil = Date.now() + DEAF;
      if (isDeaf) return;
      close();
      then(armed);
    };
    const short = alreadyRead.has(armed.warning.id);
    alreadyRead.add(armed.warning.id);
    void readWarnings?.(armed.warning.id);
    const actions = { close, safer: answer(onSafer), goOn: answer(onGoOn) };
    const draw = (): void => surface.show('dialog', warningDialog(tools, armed.warning, short, actions));
    draw();
    // The explanation may come after the question.
    if (armed.warning.consequence === '') page.onChange(draw, AbortSignal.any([signal, open.signal]));
    keepSeen(tools, AbortSignal.any([signal, open.signal]), () => {
      close();
      onUnseen(armed);
    });
  };
  signal.addEventListener('abort', close, { once: true });
  return { ask, close, isOpen: () => open !== undefined };
}

/** While a question is open: puts it back when the page moves or hides it; after a bounded number of tries, gives up. */
function keepSeen({ surface, page }: Tools, signal: AbortSignal, giveUp: () => void): void {
  const view = page.document.defaultView;
  if (!view) return;
  let hidden = 0;
  const look = (): void => {
    if (signal.aborted) return;
    const restored = hidden > 0 ? surface.raise() : surface.restore();
    hidden = surface.isVisible() ? 0 : hidden + 1;
    if (!restored || hidden >= MAX_HIDDEN) giveUp();
  };
  const timer = view.setInterval(look, WATCH_OPEN);
  signal.addEventListener('abort', () => view.clearInterval(timer), { once: true });
}
