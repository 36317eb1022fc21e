// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Field, fieldsOf } from '../../src/schema/fields';
import { guide } from '../../src/schema/guide';
import { hint } from '../../src/schema/hint';
import { helper } from '../../src/schema/people';
import { person } from '../../src/schema/person';
import { service, site } from '../../src/schema/site';
import { term } from '../../src/schema/term';
import { plain } from '../../src/schema/text';
import { warning } from '../../src/schema/warning';
import { GUIDE, HELPER, HINT, PERSON, SERVICE, SITE, TERM, WARNING } from './shown-fields';

/** What is compared with the site's own page: its words, not ours. */
const OF_THE_PAGE = /(?:^|\.)(?:target|targets\.\*|landmarks\.(?:all|any|none)\.\*|(?:when|whenAny)\.\*)\./;
/** For whoever keeps the overlays. */
const OF_THE_KEEPER = /(?:^|\.)(?:source|review|deserves)$/;
/** How a text is said, where the writing does not tell; written for the voice (`trente-neuf`), not for the eye. */
const OF_THE_VOICE = /^(?:spoken|spokenPhone)$/;

/** Every kind of item that is shown, with what the gate reads of it, and what it rightly does not. */
const KINDS: Record<string, [schema: z.ZodType, read: object, notShown: RegExp[]]> = {
  guide: [guide, GUIDE, []],
  warning: [warning, WARNING, []],
  // What a value begins with, and the words beside an amount: compared, not said.
  hint: [hint, HINT, [/^checks\.\*\.(?:values|words)\.\*$/]],
  term: [term, TERM, [/^forms\.\*$/]],
  helper: [helper, HELPER, []],
  site: [site, SITE, [/^pages\.\*\.addresses\.\*\.query\.\*$/]],
  service: [service, SERVICE, []],
  // Papers imitate documents of others; answers, given values and other wordings are what stands in practice pages.
  person: [
    person,
    PERSON,
    [
      /^name$/,
      /^papers\./,
      /^exercises\.\*\.(?:given|instead)\.\*$/,
      /\.checks\.\*\.(?:field|file|name|right\.\*|holds\.\*\.\*|mistakes\.\*\.answers\.\*)$/,
    ],
  ],
};

const isListed = (path: string, read: object): boolean => Object.hasOwn(read, path);
/** A text that may also be written as a list is one text twice: `name` and `name.*`. */
const unread = (fields: readonly Field[], read: object, notShown: readonly RegExp[]): string[] =>
  fields
    .filter(({ isText, path }) => isText && !isListed(path, read) && !notShown.some((one) => one.test(path)))
    .map(({ path }) => path);

describe('the plain-words gate', () => {
  it.each(Object.entries(KINDS))(
    'reads every text of a %s, or a reason is given here',
    (_kind, [schema, read, notShown]) => {
      expect(unread(fieldsOf(schema), read, [OF_THE_PAGE, OF_THE_KEEPER, OF_THE_VOICE, ...notShown])).toEqual([]);
    },
  );

  it.each(Object.entries(KINDS))('reads nothing of a %s that is no longer in the schema', (_kind, [schema, read]) => {
    const known = new Set(fieldsOf(schema).map(({ path }) => path));
    expect(Object.keys(read).filter((path) => !known.has(path))).toEqual([]);
  });

  it('is told of a text that somebody adds to a schema, however deep', () => {
    const more = guide.extend({ tip: plain.optional(), ways: z.array(z.strictObject({ how: z.string() })) });
    expect(unread(fieldsOf(more), GUIDE, [OF_THE_PAGE, OF_THE_KEEPER])).toEqual(['tip', 'ways.*.how']);
  });
});
