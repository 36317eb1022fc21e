import { FIELDS, type Kind, kindOf } from './candidates';
import { within } from './clobbering';
import { type Around, Facts } from './facts';
import { Postings } from './postings';
import { isConnected } from './roots';

/** The candidates of a page as they are filed: by their words, and by what names them. */
export interface Entries {
  /** What can be pointed at, by its words. */
  readonly named: Postings<Facts>;
  /** Short pieces of text, by their words. */
  readonly saying: Postings<Facts>;
  /** What people fill in or choose from. */
  readonly fields: ReadonlySet<Facts>;
  of(element: Element): Facts | undefined;
  /** @returns the facts of all entries of a kind. */
  where(kind: keyof Kind): Iterable<Facts>;
  /** Takes an element in, or takes it in anew; its words are read later. */
  include(element: Element): void;
  drop(element: Element): void;
  /** Drops what this says is not there any more. */
  keep(isThere: (element: Element) => boolean): void;
  /** Takes in anew whatever bears the name of this element: its field, what refers to its id, the fields of its row. */
  includeNamedBy(element: Element): void;
  /** Reads the words of what was taken in, one element after each step. */
  read(): Generator<undefined, void>;
}

interface Entry extends Kind {
  facts: Facts;
  /** The words it was filed under; `undefined` until it is read. */
  words?: readonly string[];
  /** Ids of the elements that name it. */
  namedBy: readonly string[];
}

export function createEntries(owns: (node: Node) => boolean, around: Around): Entries {
  const entries = new Map<Element, Entry>();
  const unread = new Set<Entry>();
  const fields = new Set<Facts>();
  const named = new Postings<Facts>();
  const saying = new Postings<Facts>();
  const namedBy = new Map<string, Set<Element>>();

  const drop = (element: Element): void => {
    const entry = entries.get(element);
    if (!entry) return;
    entries.delete(element);
    unread.delete(entry);
    fields.delete(entry.facts);
    named.remove(entry.words ?? [], entry.facts);
    saying.remove(entry.words ?? [], entry.facts);
    for (const id of entry.namedBy) namedBy.get(id)?.delete(element);
  };
  const include = (element: Element): void => {
    drop(element);
    const kind = isConnected(element) && !owns(element) ? kindOf(element) : undefined;
    if (!kind) return;
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const entry: Entry = { ...kind, facts: new Facts(element, around), namedBy: ids };
    for (const id of ids) namedBy.set(id, (namedBy.get(id) ?? new Set()).add(element));
    entries.set(element, entry);
    unread.add(entry);
  };
  const file = (entry: Entry): void => {
    const { facts, isPointable, isText } = entry;
    const { quick, own } = facts;
    entry.words = quick === own ? quick.keys : [...new Set([...quick.keys, ...own.keys])];
    if (isPointable) named.add(entry.words, facts);
    if (isText) saying.add(entry.words, facts);
    if (isPointable && facts.element.matches(FIELDS)) fields.add(facts);
  };
  return {
    named,
    saying,
    fields,
    of: (element) => entries.get(element)?.facts,
    *where(kind) {
      for (const entry of entries.values()) if (entry[kind]) yield entry.facts;
    },
    include,
    drop,
    keep(isThere) {
      for (const element of entries.keys()) if (!isThere(element)) drop(element);
    },
    includeNamedBy(element) {
      for (const other of [...(namedBy.get(element.id) ?? [])]) include(other);
      for (const field of fieldsBeside(element, entries.get(element)?.isText === true)) include(field);
    },
    *read() {
      for (const entry of unread) {
        unread.delete(entry);
        file(entry);
        yield;
      }
    },
  };
}

/** The fields that an element is the label of: as a `<label>`, as the cell beside them or as the title of their column. */
function fieldsBeside(element: Element, isText: boolean): Iterable<Element> {
  if (element.localName === 'label') {
    const { control } = element as HTMLLabelElement;
    return control ? [control] : [];
  }
  const row = element.parentElement;
  const isTitles = row?.localName === 'tr' && (row as HTMLTableRowElement).rowIndex === 0;
  const lines = element.matches('td, th, dt, dd')
    ? [isTitles ? row?.closest('table') : row]
    : isText
      ? [element.previousElementSibling, element, element.nextElementSibling]
      : [];
  return lines.flatMap((line) => (line ? [...within(line, 'input, select, textarea')] : []));
}
