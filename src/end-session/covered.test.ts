import { describe, expect, it } from 'vitest';
import type { Pack, Service } from '../schema';
import { coverage } from './covered';

const service = (id: string, domain: string, ...otherHosts: string[]): Service => ({
  id,
  name: id,
  officialDomains: [domain],
  hosts: [domain],
  otherHosts,
  home: `https://${domain}/`,
  source: 'test',
  checkedOn: 'never',
  confidence: 'sourced',
});

/** What is erased alone, and what is left, among these services. */
function sorted(...services: Service[]): { safe: string[]; tooWide: string[] } {
  const { safe, tooWide } = coverage([] satisfies Pack[], { services, reservedEndings: [] });
  return { safe: safe.map(({ id }) => id), tooWide: tooWide.map(({ id }) => id) };
}

describe('what « Terminer ma session » may erase', () => {
  it('is a site that has its whole registrable domain, for Chromium erases the cookies of all of it', () => {
    expect(
      sorted(
        service('own', 'exemple.fr', 'www.exemple.fr'),
        service('social', 'social.ville.fr'),
        service('state', 'franceconnect.gouv.fr', 'app.franceconnect.gouv.fr'),
      ),
    ).toEqual({ safe: ['own', 'state'], tooWide: ['social'] });
  });

  it('is no site that leaves traces under the domain of somebody else', () => {
    expect(sorted(service('own', 'exemple.fr', 'mon-compte.ville.fr'))).toEqual({ safe: [], tooWide: ['own'] });
  });
});
