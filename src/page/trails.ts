import { HEADINGS } from './candidates';
import { parentElementOf, slotOf } from './clobbering';
import { slotted } from './own-words';
import { frameOf } from './reading-order';
import { hostOf, type Root } from './roots';

/** Under which headings things stand. */
export interface Trails {
  /** @returns the headings that an element stands under the nearest first; those around its shadow root or frame when it has none inside. */
  of(element: Element): readonly string[];
}

interface Trail {
  heading: Element;
  headings: readonly string[];
}

/** The headings of a root: those that are shown, by which people go, and all of them, for what is folded away with its own. */
interface TrailsOfRoot {
  shown: readonly Trail[];
  all: readonly Trail[];
}

/** Reads the headings of these roots, in reading order. */
export function trailsIn(roots: readonly Root[], owns: (node: Node) => boolean): Trails {
  const byRoot = new Map<Root, TrailsOfRoot>();
  for (const root of roots) {
    const headings = [...root.querySelectorAll(HEADINGS)].filter((heading) => !owns(heading));
    byRoot.set(root, { shown: trailsOf(headings.filter(isShown)), all: trailsOf(headings) });
  }
  const inside = (element: Element): Trail | undefined => {
    const known = byRoot.get(element.getRootNode() as Root);
    const trails = (isShown(element) ? known?.shown : known?.all) ?? [];
    let [low, high] = [0, trails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAtOrAfter(element, trails[middle]?.heading)) low = middle + 1;
      else high = middle;
    }
    return trails[low - 1];
  };
  const of = (element: Element): readonly string[] => {
    const own = inside(element);
    // What is put into a slot of a component stands under the component's own heading, when no heading was put in before it.
    for (let part: Element | null = element; part; part = parentElementOf(part)) {
      const slot = slotOf(part);
      if (!slot) continue;
      const around = parentElementOf(part)?.contains(own?.heading ?? null) ? [] : of(slot);
      if (around.length > 0) return around;
      break;
    }
    if (own) return own.headings;
    const holder = hostOf(element.getRootNode()) ?? frameOf(element.ownerDocument);
    return holder ? of(holder) : [];
  };
  return { of };
}

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

function trailsOf(headings: readonly Element[]): Trail[] {
  let open: { level: number; text: string }[] = [];
  return headings.map((heading) => {
    const level = levelOf(heading);
    open = [{ level, text: heading.textContent || slotted(heading) }, ...open.filter((one) => one.level < level)];
    return { heading, headings: open.map(({ text }) => text) };
  });
}

function levelOf(heading: Element): number {
  return Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)) || 2;
}

function isAtOrAfter(element: Element, heading: Element | undefined): boolean {
  if (!heading || heading === element) return heading !== undefined;
  return Boolean(heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}
