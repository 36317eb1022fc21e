/** A stretch of text that reads as one, across inline elements (`quotient <b>familial</b>`). */
export interface Run {
  text: string;
  /** Each piece of it, with the offset where it begins. */
  pieces: { node: Text; from: number }[];
  /** Changes at each heading or part of page: a word is marked once in each. */
  section: number;
}

/** Elements that do not cut a sentence. */
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'CITE',
  'DFN',
  'EM',
  'FONT',
  'I',
  'INS',
  'LABEL',
  'MARK',
  'Q',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
  'WBR',
]);
/** Never read: what one types in, presses, follows, code, and what is no text at all. */
const SKIPPED =
  'script, style, noscript, template, textarea, input, select, button, a, code, pre, kbd, samp, svg, math, canvas, [contenteditable=""], [contenteditable=true], [role=button], [role=link], [role=textbox], [aria-hidden=true], [hidden], [translate=no]';
const NEW_SECTION =
  'h1, h2, h3, h4, section, article, main, nav, header, footer, aside, fieldset, form, dialog, details';

/** Reads the text of a root run by run, lazily, so that the caller can stop between two of them. */
export function* runsOf(root: ParentNode & Node, owns: (node: Node) => boolean): Generator<Run> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && (owns(node) || node.matches(SKIPPED))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  let run: Run = { text: '', pieces: [], section: 0 };
  let section = 0;
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(NEW_SECTION)) section += 1;
      continue;
    }
    const itsBlock = blockOf(node);
    if (itsBlock !== block && run.text !== '') {
      yield run;
      run = { text: '', pieces: [], section };
    }
    block = itsBlock;
    run.section = section;
    run.pieces.push({ node: node as Text, from: run.text.length });
    run.text += (node as Text).data;
  }
  if (run.text !== '') yield run;
}

function blockOf(node: Node): Element | null {
  let at = node.parentElement;
  while (at && INLINE.has(at.tagName)) at = at.parentElement;
  return at;
}

/** @returns the range of a match, which may begin and end in different text nodes. */
export function rangeOf({ pieces }: Run, start: number, end: number): Range | undefined {
  const first = pieces.findLast(({ from }) => from <= start);
  const last = pieces.findLast(({ from }) => from < end);
  if (!first?.node.isConnected || !last?.node.isConnected) return undefined;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, start - first.from);
  range.setEnd(last.node, end - last.from);
  return range;
}
