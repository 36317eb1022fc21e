import type { Term } from '../schema';
import { type Token, tokenise } from './tokens';

/** A word of the list found in a text: offsets, end excluded. */
export interface Match {
  term: Term;
  start: number;
  end: number;
}

interface Form {
  term: Term;
  keys: string[];
  /** Each word that must stand in capitals. */
  capitals: boolean[];
}

/** Finds the terms of a text: whole words, longest first, one pass. */
export type Matcher = (text: string) => Match[];

/**
 * Makes a matcher. Forms are looked up by their first word, so that the cost of a text does not depend
 * on how many terms there are.
 */
export function createMatcher(terms: readonly Term[]): Matcher {
  const byFirst = new Map<string, Form[]>();
  for (const form of terms.flatMap(formsOf)) {
    const first = form.keys[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), form]);
  }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.keys.length - a.keys.length);
  return (text) => matchTokens(tokenise(text), byFirst);
}

function matchTokens(tokens: readonly Token[], byFirst: ReadonlyMap<string, readonly Form[]>): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < tokens.length; ) {
    const form = byFirst.get(tokens[at]?.key ?? '')?.find((one) => fitsAt(tokens, at, one));
    if (!form) {
      at += 1;
      continue;
    }
    found.push({ term: form.term, start: tokens[at]?.start ?? 0, end: tokens[at + form.keys.length - 1]?.end ?? 0 });
    at += form.keys.length;
  }
  return found;
}

function fitsAt(tokens: readonly Token[], at: number, { keys, capitals }: Form): boolean {
  return keys.every((key, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && token.key === key && (!capitals[offset] || token.isCapitals);
  });
}

/** An acronym is recognised in capitals only: `RSA`, never `ass` in the middle of a sentence. */
function formsOf(term: Term): Form[] {
  return [term.term, ...(term.forms ?? [])].flatMap((written) => {
    const tokens = tokenise(written);
    if (tokens.length === 0) return [];
    return [{ term, keys: tokens.map(({ key }) => key), capitals: tokens.map(({ isCapitals }) => isCapitals) }];
  });
}
