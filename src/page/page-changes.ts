import { parentElementOf } from './clobbering';
import { hostOf } from './roots';

/** Attributes that change how an element is named, or what it is. Others only change what is seen of it. */
export const READ: ReadonlySet<string> = new Set([
  'role',
  'aria-label',
  'aria-labelledby',
  'aria-level',
  'for',
  'id',
  'href',
  'type',
  'value',
  'contenteditable',
  'title',
  'alt',
  'placeholder',
  'tabindex',
]);

/** What has changed on the page since the index was last in order. */
export interface Changed {
  removed: ReadonlySet<Element>;
  added: ReadonlySet<Element>;
  /** Elements whose own words, or whose nature, changed: those they stand in change with them. */
  touched: ReadonlySet<Element>;
  /** A field may have another label, anywhere. */
  labels: boolean;
}

export interface PageChanges {
  /** Notes mutations: cheap, the work comes later. */
  note(records: readonly MutationRecord[]): void;
  /** Something may have changed that no mutation tells of: what stands beside things is read again. */
  noteLook(): void;
  /** @returns what changed since the last time; `undefined` when nothing did. */
  take(): Changed | undefined;
}

export function createPageChanges(): PageChanges {
  let removed = new Set<Element>();
  let added = new Set<Element>();
  let touched = new Set<Element>();
  let labels = true;
  let isEmpty = false;

  const noteNodes = ({ target, addedNodes, removedNodes }: MutationRecord): void => {
    for (const node of removedNodes) if (node.nodeType === Node.ELEMENT_NODE) removed.add(node as Element);
    for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) added.add(node as Element);
    labels ||= addedNodes.length > 0 || removedNodes.length > 0;
    const element = elementOf(target);
    if (element) touched.add(element);
  };
  return {
    note(records) {
      isEmpty = false;
      for (const record of records) {
        const { type, target, attributeName } = record;
        if (type === 'childList') noteNodes(record);
        else if (type === 'characterData' || READ.has(attributeName ?? '')) {
          const element = elementOf(target);
          if (element) touched.add(element);
          labels ||= attributeName === 'for' || attributeName === 'id';
        }
      }
    },
    noteLook() {
      isEmpty = false;
    },
    take() {
      if (isEmpty) return undefined;
      const taken = { removed, added, touched, labels };
      removed = new Set();
      added = new Set();
      touched = new Set();
      labels = false;
      isEmpty = true;
      return taken;
    },
  };
}

function elementOf(node: Node): Element | null {
  if (node.nodeType === Node.ELEMENT_NODE) return node as Element;
  return hostOf(node) ?? parentElementOf(node);
}
