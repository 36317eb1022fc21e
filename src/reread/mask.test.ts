import { describe, expect, it } from 'vitest';
import { masked, sensitiveShape } from './mask';

describe('private values', () => {
  it.each([
    ['1 85 02 75 123 456 78', 'number', '18 •••• 78'],
    ['2850299123456', 'number', '28 •••• 56'],
    ['1 85 02 2A 123 456', 'number', '18 •••• 56'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'iban', 'FR14 •••• 606'],
    ['06 12 34 56 78', 'phone', '06 •••• 78'],
    ['+33 6 12 34 56 78', 'phone', '+3 •••• 78'],
    ['nadia.b@exemple.fr', 'email', 'n•••@exemple.fr'],
    ['4970 1012 3456 7894', 'number', '49 •••• 94'],
    ['732 829 320 00074', 'number', '73 •••• 74'],
    ['4111 1111 1111 1111', 'secret', ''],
  ] as const)('« %s » is %s', (text, kind, shown) => {
    expect(sensitiveShape(text)).toBe(kind);
    if (kind) expect(masked(text, kind)).toBe(shown);
  });

  it.each(['Nadia', '1 234,56', '75011', '05/03/2026', '12', '', 'Rue des @rts du 12'])('« %s » is not', (text) =>
    expect(sensitiveShape(text)).toBeUndefined(),
  );
});
