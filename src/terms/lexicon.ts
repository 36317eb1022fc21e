import type { Term } from '../schema';
import { FURTHEST, type Reader } from './reader';
import { isAmongCapitals, isName, isSameWord } from './same-word';
import { joins, readWord, type Word } from './words';

/**
 * Terms, ready to be looked up by what their words have in common in all their ways of being written (`Word.stem`):
 * neither a word of a text nor a mark costs more when there are more terms. Making it reads each form once.
 */
export interface Lexicon {
  /** By the stems of the words read so far: the last form that has just these, 0 where only longer ones begin so. */
  last: Map<number, number>;
  /** Of each form, the one before it with the same stems; 0 for none. */
  before: number[];
  forms: string[];
  /** Of each form, the place of its term in the list. */
  terms: number[];
}

/** Forms read between two pauses. */
const BATCH = 256;

/** Makes a lexicon step by step, so that the caller can stop in between. */
export function* buildLexicon(terms: readonly Term[]): Generator<undefined, Lexicon> {
  const lexicon: Lexicon = { last: new Map(), before: [0], forms: [''], terms: [0] };
  for (const [place, { term, forms }] of terms.entries()) {
    add(lexicon, term, place);
    for (const form of forms ?? []) add(lexicon, form, place);
    if (place % BATCH === 0) yield;
  }
  return lexicon;
}

function add({ last, before, forms, terms }: Lexicon, form: string, place: number): void {
  let [key, known] = [0, 0];
  let word = readWord(form, 0, form.length);
  if (!word) return;
  for (; word; word = readWord(form, word.end, form.length)) {
    key = keyOf(key, word);
    const same = last.get(key);
    known = same ?? 0;
    if (same === undefined) last.set(key, 0);
  }
  last.set(key, forms.length);
  before.push(known);
  forms.push(form);
  terms.push(place);
}

/** One number for all the words of a term; small enough for the browser to keep it as one. */
const keyOf = (soFar: number, { stem }: Word): number => (Math.imul(soFar, 31) + stem) & 0x3fffffff;

/** The longest term that was read from a word on. */
export interface Reading {
  term: number;
  end: number;
  /** Words it is made of. */
  count: number;
}

/** Looks for the longest term that begins with the next word of a text; of two as long, the first of the list. */
export function readTerm({ last, before, forms, terms }: Lexicon, text: string, reader: Reader): Reading | undefined {
  let best: Reading | undefined;
  let [key, end] = [0, 0];
  for (let count = 0; ; ) {
    const word = reader.word(count);
    if (!word || word.isJoined) return best;
    if (count > 0 && (word.start - end >= FURTHEST || !joins(text, end, word.start))) return best;
    count += 1;
    end = word.end;
    key = keyOf(key, word);
    const form = last.get(key);
    if (form === undefined) return best;
    let term: number | undefined;
    for (let at = form; at > 0; at = before[at] ?? 0)
      if (fits(forms[at] ?? '', text, reader, count)) term = Math.min(term ?? Infinity, terms[at] ?? 0);
    if (term !== undefined) best = { term, end, count };
  }
}

/** Whether a form is what the next words of a text are. */
function fits(form: string, text: string, reader: Reader, count: number): boolean {
  let from = 0;
  for (let at = 0; at < count; at++) {
    const [wanted, word] = [readWord(form, from, form.length), reader.word(at)];
    if (!wanted || !word || !isSameWord(form, wanted, text, word)) return false;
    if (count === 1 && isName(form) && isAmongCapitals(text, word)) return false;
    from = wanted.end;
  }
  return !readWord(form, from, form.length);
}
