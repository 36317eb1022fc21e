import { firstIn, matching, parentElementOf } from '../page/clobbering';
import { isElement } from '../page/roots';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';
const PARTS = new Set('article aside body details dialog fieldset footer form header main nav section'.split(' '));

const isPart = (node: Node): boolean => PARTS.has((node as Element).localName);
const isHeading = (element: Element): boolean => matching(element, HEADINGS);

/** Tells the sections of a page apart. A section is known by the node it begins with: a heading, or a part of the page. */
export interface Sections {
  /** @returns where the section of a node begins. */
  startOf(node: Node): Node;
  /** Headings came or went: what was remembered of them no longer holds. */
  forget(): void;
}

/** @returns whether a node is a heading or holds one. */
export function holdsHeading(node: Node): boolean {
  return isElement(node) && (isHeading(node) || firstIn(node, HEADINGS) !== null);
}

/** A long list asks the same of each of its rows: what was found for the row before is remembered. */
export function createSections(): Sections {
  let holding = new WeakMap<Node, boolean>();
  let before = new WeakMap<Node, Element | null>();

  const holds = (element: Element): boolean => {
    const known = holding.get(element);
    if (known !== undefined) return known;
    const found = firstIn(element, HEADINGS) !== null;
    holding.set(element, found);
    return found;
  };
  /** The last heading inside an element that speaks for what follows it: not one of a part that has ended. */
  const lastIn = (element: Element): Element | undefined => {
    if (isHeading(element)) return element;
    if (isPart(element) || !holds(element)) return undefined;
    return [...element.querySelectorAll(HEADINGS)].findLast((heading) => {
      let at: Element | null = heading;
      while (at && at !== element && !isPart(at)) at = parentElementOf(at);
      return at === element;
    });
  };
  const headingBefore = (node: Node): Element | null => {
    const walked: Node[] = [node];
    let found: Element | null | undefined;
    let at = (node as ChildNode & { previousElementSibling?: Element | null }).previousElementSibling ?? null;
    while (at && found === undefined) {
      found = lastIn(at) ?? before.get(at);
      walked.push(at);
      at = at.previousElementSibling;
    }
    // The last one walked to may be the heading itself, for which nothing was found out.
    if (found && walked.at(-1)?.contains(found)) walked.pop();
    for (const one of walked) before.set(one, found ?? null);
    return found ?? null;
  };
  return {
    startOf(node) {
      for (let at: Node = node; ; ) {
        if (isElement(at) && isHeading(at)) return at;
        const parent = parentElementOf(at);
        if (!parent) return at.getRootNode();
        const heading = holds(parent) ? headingBefore(at) : null;
        if (heading) return heading;
        if (isPart(parent)) return parent;
        at = parent;
      }
    },
    forget() {
      holding = new WeakMap();
      before = new WeakMap();
    },
  };
}
