import { describe, expect, it } from 'vitest';
import type { Guide, Pack } from '../schema';
import { errandsOf, searchErrands, siteFirst } from './errands';

const guide = (id: string, title: string, ...errands: string[]) => ({ id, title, errands }) as unknown as Guide;
const packs = [
  {
    site: { name: 'la CAF', officialDomains: ['caf.fr'] },
    guides: [
      guide('rsa', 'Faire ma déclaration', 'Déclarer mes revenus pour le RSA', 'La CAF me demande mes ressources'),
    ],
  },
  {
    site: { name: 'ameli', officialDomains: ['ameli.fr'] },
    guides: [guide('droits', 'Avoir mon attestation', 'Prouver que je suis à la Sécu')],
  },
] as unknown as Pack[];

describe('errands', () => {
  const errands = errandsOf(packs);
  it('show the first everyday wording', () => {
    expect(errands.map(({ words }) => words)).toEqual([
      'Déclarer mes revenus pour le RSA',
      'Prouver que je suis à la Sécu',
    ]);
  });
  it.each([
    ['', 2],
    ['rsa', 1],
    ['secu', 1],
    ['CAF ressources', 1],
    ['ma declaratoin rsa', 1],
    ['chômage', 0],
  ])('typing « %s » leaves %i', (typed, count) => {
    expect(searchErrands(errands, typed)).toHaveLength(count);
  });
  it('of the site in front come first, and the others keep their order', () => {
    const names = (siteName?: string): string[] => siteFirst(packs, siteName).map(({ site }) => site.name);
    expect(names('ameli')).toEqual(['ameli', 'la CAF']);
    expect(names('FranceConnect')).toEqual(['la CAF', 'ameli']);
    expect(names()).toEqual(['la CAF', 'ameli']);
  });
});
