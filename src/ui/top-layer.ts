import type { Root } from '../page/roots';

/**
 * What a page can put into the top layer; clicks may go through it, so that no look by points finds it. Asked for at every
 * change of the page: the browser sets an element aside by its name or attribute sooner than by its state.
 */
const IN_TOP_LAYER = 'dialog:modal, [popover]:popover-open';

export interface TopLayer {
  /** Our host comes above all that is there now. */
  comeAbove(show: () => void): void;
  /** @returns whether something of the page came into the top layer after our host, and so lies over it. */
  isCovered(): boolean;
}

/**
 * Knows what of the page came into the top layer after our host: browsers draw it in the order of its coming, and tell it to nobody.
 * @param onCome is called before the page is drawn with what it has just opened or closed: what is over us then is never seen there
 */
export function watchTopLayer(
  document: Document,
  host: HTMLElement,
  roots: () => readonly Root[],
  signal: AbortSignal,
  onCome: () => void,
): TopLayer {
  // What frames have on top is on top in them only.
  const here = (): Root[] => roots().filter((root) => (root.ownerDocument ?? root) === document);
  const all = (): Element[] => {
    const sought = IN_TOP_LAYER + (document.fullscreenElement ? ', :fullscreen' : '');
    return here().flatMap((root) => [...root.querySelectorAll(sought)]);
  };
  let below = new Set<EventTarget | null>();
  let isDue = false;
  /** What is closed and opened again comes above us, however quickly. */
  const leave = ({ target }: Event): void => {
    below.delete(target);
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      onCome();
    });
  };
  return {
    comeAbove(show) {
      // Each time anew: a page that writes itself anew (`document.open()`) throws every listener of its window away.
      for (const root of here()) root.addEventListener('beforetoggle', leave, { capture: true, signal });
      // What the page opens while we come is not among them.
      below = new Set(all());
      show();
      below.add(host);
    },
    isCovered: () => all().some((one) => !below.has(one)),
  };
}
