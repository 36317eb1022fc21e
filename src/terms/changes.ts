import { parentElementOf } from '../page/clobbering';
import { isElement, isText } from '../page/roots';
import { holdsHeading } from './sections';

/** What has changed on the page since it was last read. */
export interface Changed {
  removed: ReadonlySet<Node>;
  /** Elements to be read whole. */
  added: readonly Element[];
  /** Text nodes whose runs are to be read again. */
  touched: ReadonlySet<Text>;
  /** Nodes behind which sections may begin elsewhere: a heading came or went there. */
  behind: ReadonlySet<Node>;
  /** Something may have been shown or hidden. */
  styles: boolean;
}

export interface Changes {
  /** Notes mutations. @returns the text nodes whose own words changed: their marks are wrong from now on. */
  note(records: readonly MutationRecord[]): Text[];
  /** The page was looked at again for another reason than a mutation. */
  noteLook(): void;
  /** Something may have been shown or hidden, whatever else changed. */
  noteMove(): void;
  take(): Changed;
  readonly isEmpty: boolean;
}

/** Attributes that decide whether a text is read at all. */
const READ = new Set(['contenteditable', 'role']);

/** Collects what a page's mutations change for its words; noting is cheap, the work comes later. */
export function createChanges(owns: (node: Node) => boolean): Changes {
  let removed = new Set<Node>();
  let added = new Set<Element>();
  let touched = new Set<Text>();
  let behind = new Set<Node>();
  let styles = false;
  let hasRecords = false;

  const touch = (node: Node | null): void => {
    const text = node && nearestText(node);
    if (text) touched.add(text);
  };
  const noteNodes = ({ target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void => {
    const hasHeading = [...addedNodes, ...removedNodes].some((node) => !owns(node) && holdsHeading(node));
    if (hasHeading) behind.add(nextSibling ?? target);
    for (const node of removedNodes) removed.add(node);
    for (const node of addedNodes) {
      if (owns(node)) continue;
      if (isElement(node)) added.add(node);
      else if (isText(node)) touched.add(node);
    }
    // A sentence may have been cut in two, or two have become one.
    touch(previousSibling);
    touch(nextSibling);
  };
  return {
    note(records) {
      hasRecords = true;
      const rewritten: Text[] = [];
      for (const record of records) {
        if (record.type === 'characterData' && isText(record.target)) {
          touched.add(record.target);
          rewritten.push(record.target);
        } else if (record.type === 'childList') noteNodes(record);
        else if (READ.has(record.attributeName ?? '') && isElement(record.target)) {
          removed.add(record.target);
          added.add(record.target);
        } else styles = true;
      }
      return rewritten;
    },
    noteLook() {
      if (!hasRecords) styles = true;
      hasRecords = false;
    },
    noteMove() {
      styles = true;
    },
    take() {
      const taken = { removed, added: outermost(added), touched, behind, styles };
      removed = new Set();
      added = new Set();
      touched = new Set();
      behind = new Set();
      styles = false;
      return taken;
    },
    get isEmpty() {
      return removed.size === 0 && added.size === 0 && touched.size === 0 && !styles;
    },
  };
}

/** The text through which the run beside a change can be found. */
function nearestText(node: Node): Text | null {
  if (isText(node)) return node;
  const document = node.ownerDocument;
  if (!isElement(node) || !document) return null;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  return walker.nextNode() as Text | null;
}

function outermost(elements: ReadonlySet<Element>): Element[] {
  return [...elements].filter((element) => {
    for (let at = parentElementOf(element); at; at = parentElementOf(at)) if (elements.has(at)) return false;
    return true;
  });
}
