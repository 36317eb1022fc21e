// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../src/schema/load/build-packs';
import { loadOverlays } from '../src/schema/load/load-overlays';
import { createMatcher } from '../src/terms/matcher';

const OVERLAYS = resolve(import.meta.dirname, '../overlays');

/** What a title that shows an acronym is made of, whichever of the two stands first. */
const PAIR = /^(.+) \((.+)\)$/;
const isAcronym = (form: string): boolean => /^\p{Lu}[\p{L}\p{N}]*[\p{Lu}\p{N}]$/u.test(form);
const startsAs = (acronym: string, form: string): boolean =>
  form.includes(' ') && !form.includes(acronym) && form[0]?.toLowerCase() === acronym[0]?.toLowerCase();

describe('the built-in overlays', () => {
  it('are valid, file by file and together', () => {
    expect(() => buildPacks(OVERLAYS)).not.toThrow();
  }, 30_000);

  it('show an acronym with what it stands for, and find both on a page', () => {
    const terms = loadOverlays(OVERLAYS).words.flatMap(({ value }) => value.words);
    const naked = terms.filter(
      ({ term, forms = [] }) => isAcronym(term) && term !== 'CV' && forms.some((form) => startsAs(term, form)),
    );
    expect(naked.map(({ term }) => term)).toEqual([]);
    const lost = terms.flatMap((word) => {
      const [, one = '', other = ''] = PAIR.exec(word.term) ?? [];
      if (![one, other].some(isAcronym)) return [];
      const findIn = createMatcher([word]);
      return [one, other].filter((form) => findIn(`la ${form}.`)[0]?.end !== `la ${form}`.length);
    });
    expect(lost).toEqual([]);
  });
});
