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
    ['Mon compte : FR76 3000 6000 0112 3456 7890 189, merci', 'iban'],
    ['jeanne.martin@laposte.net', 'email'],
    ['nadia@courrier.example ou jeanne.martin@laposte.net', 'email'],
    ['06 12 34 56 78', 'phone'],
    ['appelez le 01.23.45.67.89', 'phone'],
    ['+33 6 12 34 56 78', 'phone'],
    ['0033612345678', 'phone'],
    ['4970 1012 3456 7893', 'card'],
  ])('%s is refused as %s', (text, kind) => expect(looksReal(text)).toBe(kind));

  it.each([
    '9 99 99 99 999 999',
    'FR00 0000 0000 0000 0000 0000 000',
    'nadia@courrier.example',
    '0639980123',
    '+33 6 39 98 01 23',
    '01 99 00 12 34',
    '0123456',
    '1234567',
    '607,75',
    '20/11/2026 au 05/12/2026',
    'loyer 0 612 345 678,90',
    '412,30',
    '05/03/2026',
    'Nadia Benali',
    'j’ai 2 enfants',
    '',
  ])('%s may be written', (text) => expect(looksReal(text)).toBeUndefined());
});
