import { nothing } from 'lit/html.js';
import { keepSeen } from '../ui/keep-seen';
import type { Tools } from '../ui/tools';
import type { Armed } from './armed';
import { isExplained, warningDialog } from './warning-view';

/**
 * ms of calm that an answer needs before it: the second click of a double click, a key held down,
 * a mouse or a device that clicks by itself must not answer our question.
 */
const DEAF = 450;

export interface QuestionOptions {
  tools: Tools;
  onSafer: (armed: Armed) => void;
  onGoOn: (armed: Armed) => void;
  /** The question cannot be seen: the page has used up the bounded tries, or our own drawing fails. */
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
  const { surface, page, readWarnings, isAlive, report } = tools;
  const alreadyRead = new Set<string>();
  void readWarnings?.().then((read) => {
    for (const id of read) alreadyRead.add(id);
  });
  let open: AbortController | undefined;
  let asked: Armed | undefined;

  const close = (): void => {
    // What was only announced, its explanation not there yet, has not been read.
    if (open && asked && isExplained(asked.warning)) {
      alreadyRead.add(asked.warning.id);
      void readWarnings?.(asked.warning.id);
    }
    open?.abort();
    open = undefined;
    surface.show('dialog', nothing);
  };
  const ask = (armed: Armed): void => {
    if (open) return;
    open = new AbortController();
    asked = armed;
    let deafUntil = Date.now() + DEAF;
    const answer = (then: (armed: Armed) => void) => (): void => {
      const isDeaf = Date.now() < deafUntil;
      deafUntil = Date.now() + DEAF;
      if (isDeaf) return;
      close();
      then(armed);
    };
    const short = alreadyRead.has(armed.warning.id);
    const actions = { close, safer: answer(onSafer), goOn: answer(onGoOn) };
    const draw = (): void => surface.show('dialog', warningDialog(tools, armed.warning, short, actions));
    try {
      draw();
    } catch (error) {
      // A question that nobody sees would hold every choice of the page for good.
      onUnseen(armed);
      report({ kind: 'failed', where: `question: ${error}` });
      return;
    }
    // The explanation may come after the question.
    if (!isExplained(armed.warning)) page.onChange(draw, AbortSignal.any([signal, open.signal]));
    watch?.();
  };
  const view = page.document.defaultView;
  const watch =
    view &&
    keepSeen({
      surface,
      view,
      isShown: () => open !== undefined && isAlive(),
      onUnseen() {
        close();
        if (asked) onUnseen(asked);
      },
      signal,
    });
  signal.addEventListener('abort', close, { once: true });
  return { ask, close, isOpen: () => open !== undefined };
}
