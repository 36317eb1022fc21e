/** Everything that can be searched: the document, its open shadow roots, its same-origin frames, and so on inwards. */
export type Root = Document | ShadowRoot;

/** Frames deeper than this are not looked into. */
const MAX_DEPTH = 4;

/** @returns the document and every open shadow root and same-origin frame document inside it, in reading order. */
export function allRoots(document: Document, owns: (node: Node) => boolean, depth = 0): Root[] {
  return [document, ...innerRoots(document, owns, depth)];
}

function innerRoots(root: Root, owns: (node: Node) => boolean, depth: number): Root[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.shadowRoot && !owns(element))
      return [element.shadowRoot, ...innerRoots(element.shadowRoot, owns, depth)];
    const inner =
      element.localName === 'iframe' && depth < MAX_DEPTH ? frameDocument(element as HTMLIFrameElement) : undefined;
    return inner ? allRoots(inner, owns, depth + 1) : [];
  });
}

/** @returns the document of a same-origin frame; `undefined` for any other. */
export function frameDocument(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}
