// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Term } from '../src/schema';
import { createMatcher } from '../src/terms/matcher';
import { type SlowTerm, slowMatches } from './slow-matcher';

const TEXTS = 10_000;

/** Words close to one another, and all that French does to a word. */
const STEMS =
  'rsa,ass,assuré,assure,assurée,quotient,familial,fiscal,foyer,net,social,montant,trop,perçu,droit,cœur,PréParE,PUMa,RSA,ASS,AME,ame,âme,FranceConnect+,FranceConnect,secteur,1,d,l,s,qu,actualiser,effet,prix,journal,bureau,taux,cas,RIB,É,A,a'.split(
    ',',
  );
const SEPARATORS = [
  ' ',
  '\u00a0',
  '\u202f',
  '\n  ',
  '-',
  '\u2011',
  "'",
  '’',
  '’ ',
  '\u02bc',
  '.fr ',
  ' - ',
  '- ',
  ' -',
  '. ',
  ', ',
  '',
  '\u00ad',
  '\u200b ',
  '_',
  '@',
  '+',
  '.',
  '/',
  '(',
  '«\u00a0',
  '👍',
];

const stem = fc.constantFrom(...STEMS);
const form = fc
  .tuple(stem, fc.array(fc.tuple(fc.constantFrom(' ', '-', "'", '’'), stem), { maxLength: 3 }))
  .map(([first, rest]) => first + rest.map(([between, word]) => between + word).join(''));
const terms = fc
  .array(fc.array(form, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((lists): SlowTerm[] => lists.map((forms, place) => ({ id: `t${place}`, forms })));

const upper = (word: string): string => word.toUpperCase();
const CHANGES: ((word: string) => string)[] = [
  (word) => word,
  upper,
  (word) => word.toLowerCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => `${word}s`,
  (word) => `${word}x`,
  (word) => upper(`${word}s`),
  (word) => word.replace(/al$/, 'aux'),
  (word) => word.normalize('NFD'),
  (word) => word.normalize('NFD').replace(/\p{M}/gu, ''),
  (word) => upper(word.normalize('NFD').replace(/\p{M}/gu, '')),
  (word) => `${[...upper(word)].join('.')}.`,
  (word) => [...upper(word)].join('.'),
  (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`,
  (word) => word.slice(1),
  (word) => word.replace('œ', 'oe'),
  (word) => `${word}e`,
];
const changed = fc.tuple(stem, fc.constantFrom(...CHANGES)).map(([word, change]) => change(word));
const noise = fc.string({ unit: 'grapheme', maxLength: 4 });
const piece = fc.oneof({ arbitrary: changed, weight: 9 }, { arbitrary: noise, weight: 1 });
const randomText = fc
  .array(fc.tuple(piece, fc.oneof({ arbitrary: fc.constant(' '), weight: 6 }, fc.constantFrom(...SEPARATORS))), {
    maxLength: 24,
  })
  .map((pieces) => pieces.flat().join(''));

/** A text sown with forms of the list itself, so that long terms are met too. */
const cases = terms.chain((list) => {
  const sown = fc.constantFrom(...list.flatMap(({ forms }) => forms));
  const written = fc
    .tuple(
      sown,
      fc.constantFrom(...CHANGES.slice(0, 5)),
      fc.constantFrom(' ', '-', '\u00a0', '\u2011', '’', '’ ', '- ', '\n '),
    )
    .map(([one, change, between]) =>
      one
        .split(/[ \-'’]/)
        .map(change)
        .join(between),
    );
  const text = fc
    .array(fc.tuple(fc.oneof(written, randomText), fc.constantFrom(' ', ', ', '\n', '. ')), { maxLength: 5 })
    .map((pieces) => pieces.flat().join(''));
  return fc.tuple(fc.constant(list), text);
});

const asTerms = (list: readonly SlowTerm[]): Term[] =>
  list.map(({ id, forms: [term = '', ...forms] }) => ({
    id,
    term,
    forms,
    plain: id,
    source: 'test',
    checkedOn: 'never',
    confidence: 'general',
  }));

it(`finds what a slow matcher, written from the rules alone, finds in ${TEXTS} texts`, () => {
  let matches = 0;
  fc.assert(
    fc.property(cases, fc.nat(), ([list, text], seed) => {
      const expected = slowMatches(list, text);
      matches += expected.length;
      const match = createMatcher(asTerms(list));
      expect(match(text).map(({ term, start, end }) => `${term.id}:${start}-${end}`)).toEqual(expected);
      expect(inParts(match, text, 1 + (seed % 40))).toEqual(expected);
    }),
    { numRuns: TEXTS },
  );
  // A test that never met a term would prove nothing.
  expect(matches).toBeGreaterThan(TEXTS);
}, 240_000);

/** Reading a text part by part finds the same. */
function inParts(match: ReturnType<typeof createMatcher>, text: string, step: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; )
    at = match.part(text, at, Math.min(text.length, at + step), ({ term, start, end }) =>
      found.push(`${term.id}:${start}-${end}`),
    );
  return found;
}
