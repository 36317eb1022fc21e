import type { Surface } from './surface';

/** ms between two looks, and looks in a row at help that is hidden: the person knows within a second. */
const LOOK_EVERY = 250;
const MAX_HIDDEN = 3;

export interface Shown {
  surface: Surface;
  view: Window;
  /** Whether there is something that the person must be able to see. */
  isShown: () => boolean;
  /** The page does not let it be seen, look after look. */
  onUnseen: () => void;
  signal: AbortSignal;
}

/**
 * While something is shown, puts it back when the page removes, moves or covers it. What counts is whether it is seen, not
 * how often it had to be put back: a page may open many small windows of its own.
 * @returns what begins the watch, to be called when something is shown; nothing runs where nothing is
 */
export function keepSeen({ surface, view, isShown, onUnseen, signal }: Shown): () => void {
  let timer: number | undefined;
  let hidden = 0;
  const stop = (): void => {
    view.clearInterval(timer);
    timer = undefined;
    hidden = 0;
  };
  const look = (): void => {
    // Nobody looks at a tab that is behind another.
    if (view.document.hidden || signal.aborted) return;
    if (!isShown()) {
      stop();
      return;
    }
    // What the page did since the last look counts, not what we have just undone.
    hidden = surface.isVisible() ? 0 : hidden + 1;
    surface.restore(hidden > 1);
    if (hidden < MAX_HIDDEN) return;
    stop();
    onUnseen();
  };
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    // Once the page has been drawn: to ask where things stand before makes the browser work that out twice.
    timer ??= view.setInterval(() => view.requestAnimationFrame(() => view.setTimeout(look)), LOOK_EVERY);
  };
}
