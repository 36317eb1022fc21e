import { describe, expect, it } from 'vitest';
import { type SheetAddress, sheetOf, sheetPath } from './sheet-address';

describe('the address of a sheet', () => {
  it.each<SheetAddress>([
    { kind: 'guide', site: 'caf', id: 'rsa-trimestre', day: '2026-11-24' },
    { kind: 'term', site: 'ameli', id: 'ald' },
  ])('comes back as it went: %o', (sheet) => {
    expect(sheetOf(sheetPath(sheet).replace(/^[^#]*/, ''))).toEqual(sheet);
  });

  it.each(['', '#', '#guide=caf', '#guide=caf/a/b', '#guide=<b>/x', '#page=caf/a', '#guide=/x'])(
    '« %s » is none',
    (hash) => expect(sheetOf(hash)).toBeUndefined(),
  );

  it.each(['demain', '9999-99-99', '2026-02-31', '05/03/2026'])('leaves out a day that is none: %s', (day) => {
    expect(sheetOf(`#guide=caf/a&day=${day}`)).toEqual({ kind: 'guide', site: 'caf', id: 'a' });
  });
});
