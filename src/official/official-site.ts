import type { Site } from '../schema';

/** What can be said of the address of a page. */
export type Officialness =
  | { kind: 'official'; site: Site; host: string }
  | { kind: 'insecure'; site: Site; host: string }
  | { kind: 'unknown'; host: string }
  | { kind: 'no-address' };

/**
 * Compares the host with the official domains, exactly or as a sub-domain: `ma-caf.fr` also ends with `caf.fr`,
 * so a dot must stand just before.
 */
export function officialness(address: string | undefined, sites: readonly Site[]): Officialness {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: 'no-address' };
  const host = url.hostname;
  const site = sites.find(({ officialDomains }) =>
    officialDomains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  );
  if (!site) return { kind: 'unknown', host };
  return { kind: url.protocol === 'https:' ? 'official' : 'insecure', site, host };
}
