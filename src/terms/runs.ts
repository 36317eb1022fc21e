import { besideOf, isClobbered, parentElementOf } from '../page/clobbering';
import { isElement, isText } from '../page/roots';
import { styleOf } from './sight';
import { isLetterAt } from './words';

/** A stretch of text that reads as one, across inline elements (`quotient <b>familial</b>`). */
export interface Run {
  text: string;
  /** The text nodes it is made of, in order. */
  nodes: Text[];
  /** Where each begins in the text. */
  starts: number[];
}

/** What an element is to the reader. */
type Kind = 'block' | 'inline' | 'break' | 'silent' | 'cut';

const KINDS = new Map<string, Kind>(
  (
    [
      [
        'inline',
        'a abbr acronym b bdi bdo big cite dfn em font i ins label mark nobr q s slot small span strong sub sup time tt u wbr',
      ],
      ['break', 'br'],
      ['silent', 'head link meta noscript script style template title datalist'],
      // What one types in, code, pictures: nothing of it is read, and a sentence does not go on behind it.
      [
        'cut',
        'audio canvas code embed iframe img input kbd math meter object option picture pre progress samp select svg textarea video',
      ],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name): [string, Kind] => [name, kind])),
);
/** Typed in, or of another language, which has other words (*charges*); the language of a whole page is often a mistake. */
const UNREAD =
  '[contenteditable]:not([contenteditable=false]), [role=textbox], [role=searchbox], body [lang]:not([lang^=fr])';

function kindOf(element: Element): Kind {
  const kind = KINDS.get(element.localName) ?? 'block';
  return kind !== 'silent' && kind !== 'cut' && !isClobbered(element) && element.matches(UNREAD) ? 'cut' : kind;
}

/** @returns whether the text of a node is read at all: nothing around it is typed in, code or no text. */
export function isRead(node: Node, owns: (node: Node) => boolean): boolean {
  for (let at = isElement(node) ? node : parentElementOf(node); at; at = parentElementOf(at)) {
    const kind = kindOf(at);
    if (kind === 'silent' || kind === 'cut' || owns(at)) return false;
  }
  return true;
}

/** The next (or previous) node of the same run, inline elements included; `null` where the run ends. */
function along(node: Node, isForward: boolean): Node | null {
  const inside = isElement(node) && kindOf(node) === 'inline' ? (isForward ? node.firstChild : node.lastChild) : null;
  let next = inside ?? besideOf(node, isForward);
  for (let at = node; !next; next = besideOf(at, isForward)) {
    const parent = parentElementOf(at);
    if (!parent || kindOf(parent) !== 'inline') return null;
    at = parent;
  }
  const kind = isElement(next) ? kindOf(next) : 'inline';
  return kind === 'block' || kind === 'cut' ? null : next;
}

/** @returns the run that a text node is part of, from its beginning on. */
export function runAround(node: Text): Run {
  let first: Text = node;
  for (let at = along(node, false); at; at = along(at, false)) if (isText(at)) first = at;
  return runFrom(first);
}

function runFrom(first: Text): Run {
  const run: Run = { text: first.data, nodes: [first], starts: [0] };
  for (let at = along(first, true); at; at = along(at, true)) {
    if (isText(at)) {
      if (isApart(run, at)) run.text += APART;
      run.nodes.push(at);
      run.starts.push(run.text.length);
      run.text += at.data;
    } else if (isElement(at) && at.localName === 'br') run.text += '\n';
  }
  return run;
}

/** No word and no term goes on over it. */
const APART = '\0';

/** Whether what would read as one word is two: boxes of their own (`<span>` in a flex row), or the number of a footnote. */
function isApart({ text, nodes }: Run, next: Text): boolean {
  const last = nodes.at(-1);
  if (!last || !isLetterAt(text, text.length - 1) || !isLetterAt(next.data, 0)) return false;
  const isNote = next.parentElement?.localName === 'sup' && /^\d/.test(next.data);
  return isNote || isBoxed(last, next) || isBoxed(next, last);
}

/** Whether a node is in a box of its own, without the other. */
function isBoxed(node: Node, other: Node): boolean {
  for (let at = parentElementOf(node); at && !at.contains(other); at = parentElementOf(at))
    if (!/^(inline|contents|ruby|$)/.test(styleOf(at)?.display ?? '')) return true;
  return false;
}

/** Nodes read between two looks at the clock. */
const STRIDE = 200;

/** What the reader meets on its way. */
export type Met = { run: Run } | { shadow: ShadowRoot } | undefined;

/**
 * Reads a part of a page in reading order; `undefined` comes now and then so that the caller can stop for a while.
 * The page may change meanwhile: where the reader stood on something that is gone, it begins again at what held it.
 */
export function* readPart(part: Node, owns: (node: Node) => boolean): Generator<Met, void> {
  let node: Node | null = part;
  /** What comes before the first text met may belong to its run. */
  let isSure = false;
  for (let count = 1; node; count++) {
    if (count % STRIDE === 0) {
      const trail: Node[] = [...trailOf(node, part)];
      yield undefined;
      node = trail.find((one) => part.contains(one)) ?? null;
      if (!node) return;
      isSure = false;
    }
    if (isText(node)) {
      const run: Run = isSure ? runFrom(node) : runAround(node);
      isSure = true;
      yield { run };
      node = after(run.nodes.findLast((one) => part.contains(one)) ?? node, part);
      continue;
    }
    const element: Element | undefined = isElement(node) ? node : undefined;
    const kind = element ? kindOf(element) : 'block';
    if (element && (kind === 'silent' || kind === 'cut' || owns(element))) {
      node = after(element, part);
      continue;
    }
    if (element?.shadowRoot) yield { shadow: element.shadowRoot };
    node = node.firstChild ?? after(node, part);
  }
}

function* trailOf(node: Node, part: Node): Generator<Node> {
  for (let at: Node | null = node; at && at !== part; at = parentElementOf(at)) yield at;
  yield part;
}

/** The next node in reading order that is not inside this one. */
function after(node: Node, part: Node): Node | null {
  for (let at: Node | null = node; at && at !== part; at = parentElementOf(at)) {
    const next = besideOf(at, true);
    if (next) return next;
  }
  return null;
}
