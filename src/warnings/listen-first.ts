import type { Tools } from '../ui/tools';

/**
 * Listens on `window` in the capture phase, before the page where it is called at `document_start`. An error of ours
 * lets the event through, is reported, and `onFailure` says what that means.
 */
export function listenFirst(
  { page, report }: Tools,
  types: readonly string[],
  handle: (event: Event) => void,
  signal: AbortSignal,
  onFailure?: () => void,
): void {
  const { document } = page;
  let root: Element | undefined;
  const guarded = (event: Event): void => {
    try {
      handle(event);
    } catch (error) {
      report({ kind: 'failed', where: `warnings: ${error instanceof Error ? error.message : 'unknown'}` });
      onFailure?.();
    }
  };
  /** A page that writes itself anew (`document.open()`) throws every listener of its window away, ours too. */
  const listen = (): void => {
    if (root === document.documentElement) return;
    root = document.documentElement;
    for (const type of types)
      document.defaultView?.addEventListener(type, guarded, {
        capture: true,
        passive: type.startsWith('touch'),
        signal,
      });
  };
  listen();
  page.onChange(listen, signal);
}
