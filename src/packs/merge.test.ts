import { expect, it } from 'vitest';
import type { Pack, Term } from '../schema';
import { refusalOf, withImported } from './merge';
import type { ImportedPack } from './types';

const [FIRST, SECOND] = ['clé-1', 'clé-2'];

it.each([
  ['signed by a key that is accepted', { key: SECOND }, { packKeys: `${FIRST} ${SECOND}`, mode: 'public' }, undefined],
  ['signed by another key', { key: 'clé-3' }, { packKeys: FIRST, mode: 'home' }, 'unknownKey'],
  ['not signed, where keys are set', {}, { packKeys: FIRST, mode: 'office' }, 'unknownKey'],
  ['signed, on a public machine without keys', { key: FIRST }, { mode: 'public' }, 'noKeys'],
  ['not signed, at home', {}, { mode: 'home' }, undefined],
  ['signed by nobody one knows, in an office', { key: FIRST }, { mode: 'office' }, undefined],
] as const)('a pack %s', (_, pack, settings, refusal) => {
  expect(refusalOf(pack, settings)).toBe(refusal);
});

const term = (id: string, plain: string): Term => ({
  id,
  term: id,
  plain,
  source: 'essai',
  checkedOn: 'never',
  confidence: 'general',
});
const pack = { site: { id: 'caf' }, guides: [], hints: [], warnings: [], people: [], terms: [term('rsa', 'de nous')] };

it('adds what it brings, and never takes the place of what is ours', () => {
  const nothing = { guides: [], hints: [], notes: [], people: [] };
  const imported: ImportedPack[] = [
    {
      name: 'A',
      madeOn: '2026-11-27',
      sites: { caf: { ...nothing, terms: [term('rsa', 'du lot'), term('bus', 'A')] } },
    },
    {
      name: 'B',
      madeOn: '2026-11-27',
      sites: { caf: { ...nothing, terms: [term('bus', 'B')] }, ameli: { ...nothing, terms: [] } },
    },
  ];
  const [merged] = withImported([pack as unknown as Pack], imported);
  expect(merged?.terms.map(({ id, plain }) => `${id} ${plain}`)).toEqual(['rsa de nous', 'bus A']);
});
