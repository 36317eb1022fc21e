import { describe, expect, it } from 'vitest';
import { fitsAddress } from './address';

describe('fitsAddress', () => {
  it.each([
    [{ host: 'a.fr' }, 'https://a.fr/x', true],
    [{ host: 'a.fr' }, 'https://b.a.fr/x', false],
    [{ host: 'a.fr', path: '/compte/' }, 'https://a.fr/compte/x?y', true],
    [
      { host: 'a.fr', path: '/wps/*/moncompte/mesressources' },
      'https://a.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/x',
      true,
    ],
    [{ host: 'a.fr', path: '/wps/*/mesdroits' }, 'https://a.fr/wps/myportal/mesressources', false],
    [{ host: 'a.fr', hash: '#/login' }, 'https://a.fr/x#/login?a=b', true],
    [
      { host: 'a.fr', query: { _pageLabel: 'as_accueil_page' } },
      'https://a.fr/?_nfpb=true&_pageLabel=as_accueil_page',
      true,
    ],
    [{ host: 'a.fr', query: { _pageLabel: 'as_accueil' } }, 'https://a.fr/?_pageLabel=as_accueil_page', false],
    [{ host: 'a.fr', query: { page: '*' } }, 'https://a.fr/?page=anything', true],
  ])('%o and %s: %s', (address, url, fits) => {
    expect(fitsAddress(address, new URL(url))).toBe(fits);
  });
});
