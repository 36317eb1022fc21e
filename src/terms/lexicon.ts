import type { Term } from '../schema';
import { hasItsCapitals, keysToFind, keysToKeep } from './keys';
import { joins, newWord, readWord, spelling, type Word } from './words';

/** What may follow in a term; a leaf says which term has been read. */
interface Node {
  next: Map<string, Node>;
  /** The word that led here, when its capitals count. */
  named?: string;
  /** Place of the term in the list; -1 when the term goes on. */
  term: number;
}

/** The terms that begin with one key: read word by word only when a page has that word. */
interface Bucket {
  forms: string[];
  terms: number[];
  tree?: Node;
}

/** Terms, ready to be looked up by their first word: what a text costs does not depend on how many there are. */
export type Lexicon = ReadonlyMap<string, Bucket>;

/** Forms read between two pauses. */
const BATCH = 256;

/** Makes a lexicon step by step, so that the caller can stop in between. */
export function* buildLexicon(terms: readonly Term[]): Generator<undefined, Lexicon> {
  const lexicon = new Map<string, Bucket>();
  const word = newWord();
  let done = 0;
  for (const [place, { term, forms = [] }] of terms.entries()) {
    for (const form of [term, ...forms]) {
      if (readWord(form, 0, form.length, word))
        for (const key of keysToKeep(form, word)) add(lexicon, key, form, place);
      done += 1;
      if (done % BATCH === 0) yield;
    }
  }
  return lexicon;
}

function add(lexicon: Map<string, Bucket>, key: string, form: string, place: number): void {
  const bucket = lexicon.get(key);
  if (!bucket) lexicon.set(key, { forms: [form], terms: [place] });
  else {
    bucket.forms.push(form);
    bucket.terms.push(place);
  }
}

function treeOf(bucket: Bucket): Node {
  if (bucket.tree) return bucket.tree;
  const root: Node = { next: new Map(), term: -1 };
  for (const [index, form] of bucket.forms.entries()) grow(root, form, 0, bucket.terms[index] ?? 0);
  bucket.tree = root;
  return root;
}

function grow(node: Node, form: string, from: number, place: number): void {
  const word = newWord();
  if (!readWord(form, from, form.length, word)) {
    if (node.term < 0) node.term = place;
    return;
  }
  const named = word.hasInnerCapital ? spelling(form, word) : undefined;
  for (const key of keysToKeep(form, word)) grow(step(node, key, named), form, word.end, place);
}

/** Two names of the same letters with other capitals are kept apart. */
function step(node: Node, key: string, named: string | undefined): Node {
  for (let at = key; ; at += ' ') {
    const known = node.next.get(at);
    if (known && known.named !== named) continue;
    if (known) return known;
    const next: Node = { next: new Map(), term: -1, ...(named === undefined ? {} : { named }) };
    node.next.set(at, next);
    return next;
  }
}

/** The longest term that was read from a word on. */
export interface Reading {
  term: number;
  end: number;
}

/** Characters between two words of a term: the white space of a badly indented page, no more. */
const FURTHEST = 200;
/** Words read while looking for the longest term: one set, used again. */
const ahead: Word[] = [];
const keysAhead: string[][] = [];

/**
 * Looks for the longest term that begins with this word; of two as long, the first of the list.
 * @param keys scratch space for the word's keys
 */
export function readTerm(lexicon: Lexicon, text: string, word: Word, keys: string[]): Reading | undefined {
  const count = keysToFind(text, word, keys);
  let best: Reading | undefined;
  for (let at = 0; at < count; at++) {
    const bucket = lexicon.get(keys[at] as string);
    if (bucket) best = follow(treeOf(bucket), text, word, 0, best);
  }
  return best;
}

function follow(node: Node, text: string, word: Word, depth: number, soFar: Reading | undefined): Reading | undefined {
  let best = soFar;
  keysAhead[depth] ??= [];
  const keys = keysAhead[depth];
  const count = keysToFind(text, word, keys);
  for (let at = 0; at < count; at++) {
    for (let key = keys[at] as string, next = node.next.get(key); next; key += ' ', next = node.next.get(key)) {
      if (next.named === undefined || hasItsCapitals(next.named, spelling(text, word)))
        best = followOn(next, text, word, depth, best);
    }
  }
  return best;
}

function followOn(
  node: Node,
  text: string,
  word: Word,
  depth: number,
  soFar: Reading | undefined,
): Reading | undefined {
  const best = node.term >= 0 ? better(soFar, node.term, word.end) : soFar;
  if (node.next.size === 0) return best;
  ahead[depth] ??= newWord();
  const following = ahead[depth];
  if (
    !readWord(text, word.end, Math.min(text.length, word.end + FURTHEST), following) ||
    following.isJoined ||
    !joins(text, word.end, following.start)
  )
    return best;
  return follow(node, text, following, depth + 1, best);
}

function better(best: Reading | undefined, term: number, end: number): Reading {
  if (best && (best.end > end || (best.end === end && best.term <= term))) return best;
  return { term, end };
}
