/** Below this a page has faded us out. */
const MIN_OPACITY = 0.9;

/** A panel drawn smaller than this share of its own size has been shrunk by the page, past reading. */
const MIN_SIZE = 0.5;

/**
 * Whether our host can really be seen: in the document, drawn, and neither it nor what holds it is faded, filtered,
 * clipped, shrunk, moved away or covered at the points that matter. What lets clicks through is for `top-layer.ts`.
 * Guards against a page that hides our UI while clicks still land (DOM-based clickjacking).
 */
export function isReallySeen(host: HTMLElement): boolean {
  // Also says when the page spares itself the drawing of all it holds (`content-visibility`).
  if (!host.checkVisibility({ visibilityProperty: true })) return false;
  for (let at: Element | null = host; at; at = at.parentElement) {
    if (isHiddenByStyle(at)) return false;
  }
  return [...(panels.get(host)?.querySelectorAll<HTMLElement>('[data-panel]') ?? [])].every((panel) =>
    isPanelSeen(panel, host),
  );
}

function isHiddenByStyle(element: Element): boolean {
  const style = getComputedStyle(element);
  if (Number(style.opacity || 1) < MIN_OPACITY) return true;
  return [style.filter, style.clipPath, style.maskImage].some(
    (value) => value !== '' && value !== 'none' && value !== undefined,
  );
}

/** Whether a panel has its size, and its middle and those of its corners that are inside the viewport are on top. */
function isPanelSeen(panel: HTMLElement, host: HTMLElement): boolean {
  const { offsetWidth, offsetHeight } = panel;
  // A panel that we keep out of sight ourselves (no room for it) has no point to be seen at.
  if (offsetWidth < 1 || getComputedStyle(panel).visibility !== 'visible') return true;
  const { left, top, right, bottom, width, height } = panel.getBoundingClientRect();
  if (width < offsetWidth * MIN_SIZE || height < offsetHeight * MIN_SIZE) return false;
  // Where our host is in a window of a component, the document sees the component alone.
  const root = host.getRootNode() as Document | ShadowRoot;
  const at = (x: number, y: number): Element | null => root.elementFromPoint(x, y);
  const inset = 6;
  // There is nothing at a point outside the viewport.
  const corners = [at(left + inset, top + inset), at(right - inset, bottom - inset)];
  return at((left + right) / 2, (top + bottom) / 2) === host && corners.every((one) => one === host || !one);
}

/** The closed shadow root of each host, which only we may look into. */
const panels = new WeakMap<HTMLElement, ShadowRoot>();

/** Remembers the shadow root of our host, closed to everyone else. */
export function rememberRoot(host: HTMLElement, root: ShadowRoot): void {
  panels.set(host, root);
}
