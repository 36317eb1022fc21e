/**
 * Draws again, at most once a frame, when one of these events says that things may stand elsewhere.
 * @returns what asks for it from elsewhere.
 */
export function onMoves(view: Window, events: readonly string[], draw: () => void, signal: AbortSignal): () => void {
  let asked = false;
  const soon = (): void => {
    if (asked) return;
    asked = true;
    view.requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) draw();
    });
  };
  for (const event of events) view.addEventListener(event, soon, { capture: true, passive: true, signal });
  return soon;
}
