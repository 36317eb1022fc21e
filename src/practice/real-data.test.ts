import { describe, expect, it } from 'vitest';
import { looksReal } from './real-data';

describe('what looks like real data', () => {
  it.each([
    ['2 69 05 49 588 157 80', 'nir'],
    ['1690549588157', 'nir'],
    ['mon numéro : 185057800608436', 'nir'],
    ['1 85 05 2A 006 084', 'nir'],
    ['FR76 3000 6000 0112 3456 7890 189', 'iban'],
    ['de89370400440532013000', 'iban'],
    ['jeanne.martin@laposte.net', 'email'],
  ])('%s is refused as %s', (text, kind) => expect(looksReal(text)).toBe(kind));

  it.each([
    '9 99 99 99 999 999',
    'FR00 0000 0000 0000 0000 0000 000',
    'nadia@courrier.example',
    '0639980123',
    '412,30',
    '05/03/2026',
    'Nadia Benali',
    'j’ai 2 enfants',
    '',
  ])('%s may be written', (text) => expect(looksReal(text)).toBeUndefined());
});
