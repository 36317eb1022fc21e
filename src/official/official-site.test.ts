import { describe, expect, it } from 'vitest';
import type { Site } from '../schema';
import { officialness } from './official-site';

const caf: Site = {
  id: 'caf',
  name: 'la CAF',
  officialDomains: ['caf.fr'],
  hosts: ['wwwd.caf.fr'],
  home: 'https://www.caf.fr/',
  account: 'https://wwwd.caf.fr/',
  pages: [],
  source: 'test',
  checkedOn: 'never',
  confidence: 'general',
};

describe('officialness', () => {
  it.each([
    ['https://www.caf.fr/', 'official'],
    ['https://caf.fr/x', 'official'],
    ['https://connect.caf.fr/connexionappli/dist/#/login', 'official'],
    ['http://www.caf.fr/', 'insecure'],
    ['https://ma-caf.fr/', 'unknown'],
    ['https://caf.fr.exemple.com/', 'unknown'],
    ['https://caf.fr@exemple.com/', 'unknown'],
    ['https://xn--cf-fja.fr/', 'unknown'],
    ['about:blank', 'no-address'],
    [undefined, 'no-address'],
  ])('%s is %s', (address, kind) => {
    expect(officialness(address, [caf]).kind).toBe(kind);
  });
});
