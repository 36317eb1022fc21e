import type { Term } from '../schema';
import { FURTHEST, type Reader } from './reader';
import { isAmongCapitals, isName, isSameWord } from './same-word';
import { joins, readWord, type Word } from './words';

/** The longest term that was read from a word on. */
export interface Reading {
  /** Its place in the list. */
  term: number;
  end: number;
  /** Words it is made of. */
  count: number;
}

/** Looks for the longest term that begins with the next word of a text; of two as long, the first of the list. */
export type Lexicon = (text: string, reader: Reader) => Reading | undefined;

/** Forms read between two pauses. */
const BATCH = 256;

/**
 * Makes a lexicon step by step, so that the caller can stop in between. Terms are looked up by what their words have in
 * common in all their ways of being written (`Word.stem`): a word of a text costs no more when there are more terms.
 */
export function* buildLexicon(terms: readonly Term[]): Generator<undefined, Lexicon> {
  /** By the stems of the words read so far: the last form that has just these, 0 where only longer ones begin so. */
  const last = new Map<number, number>();
  /** Of each form: the one before it with the same stems, 0 for none; the place of its term. */
  const [forms, before, places] = [[''], [0], [0]];

  const add = (form: string, place: number): void => {
    let key = 0;
    for (let word = readWord(form, 0, form.length); word; ) {
      key = keyOf(key, word);
      word = readWord(form, word.end, form.length);
      if (word && !last.has(key)) last.set(key, 0);
    }
    before.push(last.get(key) ?? 0);
    last.set(key, forms.length);
    forms.push(form);
    places.push(place);
  };
  for (const [place, term] of terms.entries()) {
    for (const form of [term.term, ...(term.forms ?? [])]) add(form, place);
    if (place % BATCH === 0) yield;
  }
  return (text, reader) => {
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
      let term = Infinity;
      for (let at = form; at > 0; at = before[at] ?? 0)
        if (fits(forms[at] ?? '', text, reader, count)) term = Math.min(term, places[at] ?? 0);
      if (term < Infinity) best = { term, end, count };
    }
  };
}

/** One number for all the words of a term; small enough for the browser to keep it as one. */
const keyOf = (soFar: number, { stem }: Word): number => (Math.imul(soFar, 31) + stem) & 0x3fffffff;

/** Whether a form is what the next words of a text are. */
function fits(form: string, text: string, reader: Reader, count: number): boolean {
  const [first, last] = [reader.word(0), reader.word(count - 1)];
  if (!first || !last) return false;
  // Most words stand on a page just as they stand in the list.
  const isWrittenSo = last.end - first.start === form.length && text.startsWith(form, first.start);
  if (!isWrittenSo && !isSpelledSo(form, text, reader, count)) return false;
  return count > 1 || !isName(form) || !isAmongCapitals(text, first);
}

/** Whether it is, word by word, in one of the ways in which French writes it. */
function isSpelledSo(form: string, text: string, reader: Reader, count: number): boolean {
  let from = 0;
  for (let at = 0; at < count; at++) {
    const [wanted, word] = [readWord(form, from, form.length), reader.word(at)];
    if (!wanted || !word || !isSameWord(form, wanted, text, word)) return false;
    from = wanted.end;
  }
  return !readWord(form, from, form.length);
}
