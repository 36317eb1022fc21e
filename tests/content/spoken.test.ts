// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentences, spokenForm } from '../../src/speech/spoken-form';
import { ownText } from './plain/sentences';
import { shownTexts } from './shown-texts';

/** What a voice reads out as a sign, skips, or stumbles on. */
const UNSPEAKABLE: readonly [what: string, sign: RegExp][] = [
  ['a sign', /[/\\→><=+*_#|~^@&€%°²«»"“”[\]{}()]/],
  ['two capitals in a row: an acronym that is not spelled', /\p{Lu}{2}/u],
  ['a telephone number in figures', /(?<!\d)3\d \d{2}(?!\d)|0\d(?: \d{2}){4}/],
  ['a date in figures', /\d\/\d/],
  ['an amount in groups', /\d[ \u00a0\u202f]\d{3}(?!\d)/],
  ['an unfinished abbreviation', /(?<![\p{L}.])(?:etc|ex|cf|n°|M\.|Mme)(?!\p{L})/u],
];

/** Addresses and placeholders are not sentences of ours; a voice is given the rest. */
const texts = shownTexts(resolve(import.meta.dirname, '../..'));

describe('every text can be heard', () => {
  it.each(UNSPEAKABLE)('without %s', (_what, sign) => {
    const left = texts.flatMap(({ file, line, text }) =>
      sentences(ownText(text, false))
        .map(spokenForm)
        .filter((spoken) => sign.test(spoken))
        .map((spoken) => `${file}, ligne ${line} : ${spoken}`),
    );
    expect(left).toEqual([]);
  });
});
