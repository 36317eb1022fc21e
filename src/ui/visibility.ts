/** Below this a page has faded us out. */
const MIN_OPACITY = 0.9;

/**
 * Whether our host can really be seen: in the document, laid out, and neither it nor what holds it is faded,
 * filtered, clipped, transformed away or covered at the points that matter.
 * Guards against a page that hides our UI while clicks still land (DOM-based clickjacking).
 */
export function isReallySeen(host: HTMLElement): boolean {
  if (!host.isConnected) return false;
  for (let at: Element | null = host; at; at = at.parentElement) {
    if (isHiddenByStyle(at)) return false;
  }
  return coveringPoints(host).every(([x, y]) => host.ownerDocument.elementFromPoint(x, y) === host);
}

function isHiddenByStyle(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return true;
  if (Number(style.opacity || 1) < MIN_OPACITY) return true;
  return [style.filter, style.clipPath, style.maskImage].some(
    (value) => value !== '' && value !== 'none' && value !== undefined,
  );
}

/** The middle and the corners of each open panel of ours, inside the viewport, in CSS px. */
function coveringPoints(host: HTMLElement): [number, number][] {
  const view = host.ownerDocument.defaultView;
  const root = panels.get(host);
  if (!view || !root) return [];
  return [...root.querySelectorAll('[data-panel]')].flatMap((panel) => {
    const box = panel.getBoundingClientRect();
    // A panel that we keep out of sight ourselves (no room for it) has no point to be seen at.
    if (box.width < 1 || box.height < 1 || getComputedStyle(panel).visibility !== 'visible') return [];
    const inset = 6;
    const points: [number, number][] = [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + inset, box.top + inset],
      [box.right - inset, box.bottom - inset],
    ];
    return points.filter(([x, y]) => x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight);
  });
}

/** The closed shadow root of each host, which only we may look into. */
const panels = new WeakMap<HTMLElement, ShadowRoot>();

/** Remembers the shadow root of our host, closed to everyone else. */
export function rememberRoot(host: HTMLElement, root: ShadowRoot): void {
  panels.set(host, root);
}
