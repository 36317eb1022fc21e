/** What happens to fields, whatever document or open shadow root they are in. */
export interface FieldNews {
  focused(path: readonly EventTarget[]): void;
  left(path: readonly EventTarget[]): void;
  /** Something was typed; `isFinal` when the browser says the value is settled (`change`). */
  changed(path: readonly EventTarget[], isFinal: boolean): void;
}

/** Listens in a document once; add the documents of same-origin frames as fields are found in them. */
export function fieldWatch(news: FieldNews, signal: AbortSignal): (document: Document) => void {
  const watched = new WeakSet<Document>();
  return (document) => {
    if (watched.has(document)) return;
    watched.add(document);
    const on = (event: string, run: (path: EventTarget[]) => void): void =>
      document.addEventListener(event, (one) => run(one.composedPath()), { capture: true, passive: true, signal });
    on('focusin', (path) => news.focused(path));
    on('focusout', (path) => news.left(path));
    on('input', (path) => news.changed(path, false));
    on('change', (path) => news.changed(path, true));
  };
}
