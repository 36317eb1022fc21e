import { allIn, parentElementOf, slotOf } from './clobbering';

/** Everything that can be searched: the document, its open shadow roots, its same-origin frames, and so on inwards. */
export type Root = Document | ShadowRoot;

/** @returns the element that carries a shadow root; of a frame's shadow roots too, whose classes are not those of this window. */
export function hostOf(root: Node | null): Element | null {
  return root?.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root ? (root.host as Element) : null;
}

/** @returns what an element is drawn in (the flat tree): the slot it is put into, its parent, or the host of its shadow root. */
export function drawnIn(element: Element): Element | null {
  return slotOf(element) ?? parentOrHost(element);
}

/** @returns the element a node stands in; out of a shadow root, its host. */
export function parentOrHost(node: Node): Element | null {
  return parentElementOf(node) ?? hostOf(node.getRootNode());
}

/**
 * @returns whether a node is in a document; `undefined` for what Firefox has taken away with the frame it was in: even to
 * look at such a node is an error ("can't access dead object"), which would let through what is held.
 */
export function isConnected(node: Node): boolean | undefined {
  try {
    return node.isConnected;
  } catch {
    return undefined;
  }
}

/**
 * @returns whether something is an element; also in a frame, whose elements are not always of that frame's own classes in
 * Chromium: what the page around it has looked at first is of another `Element`.
 */
export function isElement(node: EventTarget | null | undefined): node is Element {
  return (node as Node | null | undefined)?.nodeType === Node.ELEMENT_NODE;
}

/** @returns whether something is a text; in a frame as well (see `isElement`). */
export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === Node.TEXT_NODE;
}

/** Frames deeper than this are not looked into. */
const MAX_DEPTH = 4;

/** The elements that a page has most of cannot have a shadow root (DOM standard, attachShadow): the browser leaves them out. */
const MAY_HOST =
  ':not(a, b, br, button, dd, dl, dt, em, fieldset, form, i, img, input, label, legend, li, link, ol, option, path, script, select, small, strong, style, sup, svg, table, tbody, td, template, th, thead, tr, ul, use)';

/** @returns the document and every open shadow root and same-origin frame document inside it. */
export function allRoots(document: Document, owns: (node: Node) => boolean): Root[] {
  return createRoots(document, owns).refresh();
}

/** The roots of a page as it lives. */
export interface Roots {
  all(): readonly Root[];
  /** @returns the open shadow roots inside this part that were not known yet; they are known from now on. */
  inside(scope: Element | Root): Root[];
  /** @returns the roots that have come without a mutation: frames that loaded, components that grew a shadow root; at first the document and all it holds. */
  refresh(): Root[];
  /** A shadow root may have come anywhere. */
  suspect(): void;
  /** @returns whether a frame or shadow root has gone since it was last asked. */
  hasLost(): boolean;
  /** @returns whether an element is in a root that is still there. */
  holds(element: Element): boolean;
}

/** @param onMet is told of each root as it becomes known, before it is read */
export function createRoots(
  document: Document,
  owns: (node: Node) => boolean,
  onMet: (root: Root) => void = () => undefined,
): Roots {
  const depths = new Map<Root, number>();
  /** Custom elements without a shadow root yet: growing one is no mutation. */
  const bare = new Set<Element>();
  let isSuspect = true;
  let hasLost = false;

  const admit = (root: Root, depth: number): boolean => {
    if (depths.has(root)) return false;
    depths.set(root, depth);
    onMet(root);
    return true;
  };
  const shadowOf = (element: Element): ShadowRoot[] => {
    const { shadowRoot } = element;
    if (!shadowRoot) {
      if (element.localName.includes('-')) bare.add(element);
      return [];
    }
    if (owns(element)) return [];
    const outer = depths.get(element.getRootNode() as Root) ?? 0;
    return admit(shadowRoot, outer) ? [shadowRoot, ...inside(shadowRoot)] : [];
  };
  const inside = (scope: Element | Root): ShadowRoot[] => {
    const found: ShadowRoot[] = [];
    const element = scope.nodeType === Node.ELEMENT_NODE ? (scope as Element) : undefined;
    if (element) found.push(...shadowOf(element));
    for (const one of element ? allIn(element, MAY_HOST) : scope.querySelectorAll(MAY_HOST))
      found.push(...shadowOf(one));
    return found;
  };
  const framesIn = (root: Root, depth: number): Document[] =>
    depth >= MAX_DEPTH
      ? []
      : [...root.querySelectorAll('iframe')].flatMap((frame) => {
          const inner = frameDocument(frame);
          return inner && admit(inner, depth + 1) ? [inner] : [];
        });
  const isGone = (root: Root): boolean =>
    root !== document && (!isConnected(root) || (root as Document).defaultView === null);

  return {
    all: () => [...depths.keys()].filter(isConnected),
    inside,
    refresh() {
      const known = new Set(depths.keys());
      const found: Root[] = admit(document, 0) ? [document] : [];
      for (const root of depths.keys()) {
        if (!isGone(root)) continue;
        depths.delete(root);
        hasLost = true;
      }
      for (const element of [...bare]) {
        if (element.shadowRoot || !element.isConnected) bare.delete(element);
        if (element.isConnected) found.push(...shadowOf(element));
      }
      // A Map gives what is added while it is walked.
      for (const [root, depth] of depths) {
        found.push(...framesIn(root, depth));
        if (isSuspect || !known.has(root)) found.push(...inside(root));
      }
      isSuspect = false;
      return found;
    },
    suspect() {
      isSuspect = true;
    },
    hasLost() {
      const had = hasLost;
      hasLost = false;
      return had;
    },
    holds: (element) => !!isConnected(element) && depths.has(element.getRootNode() as Root),
  };
}

/** @returns the document of a same-origin frame; `undefined` for any other. */
export function frameDocument(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}
