import { parse } from 'tldts';
import { looksLike, type OfficialName, type Trick } from './look-alike';

/** A name that people know, with the addresses that are really its own. */
export interface Official extends OfficialName {
  name: string;
  /** The public home page. */
  home: string;
}

/** What is known of addresses, from the overlays. */
export interface KnownAddresses {
  officials: readonly Official[];
  /** Endings that only the State can register. */
  reservedEndings: readonly string[];
}

/** What can be said of the address of a page. */
export type Officialness =
  | { kind: 'official'; site: Official; host: string }
  | { kind: 'insecure'; site: Official; host: string }
  /** `owner`: the part of the host that says whose it really is. */
  | { kind: 'resembles'; site: Official; host: string; owner: string; trick: Trick }
  | { kind: 'unknown'; host: string }
  | { kind: 'no-address' };

/**
 * Compares the host with the official domains, exactly or as a sub-domain: `ma-caf.fr` also ends with `caf.fr`,
 * so a dot must stand just before. Nothing leaves the machine.
 */
export function officialness(
  address: string | undefined,
  { officials, reservedEndings }: KnownAddresses,
): Officialness {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: 'no-address' };
  const host = url.hostname;
  const site = officials.find(({ officialDomains }) => officialDomains.some((domain) => isUnder(host, domain)));
  if (site) return { kind: url.protocol === 'https:' ? 'official' : 'insecure', site, host };
  // `https://caf.fr@exemple.com`: what stands before the @ is no address.
  const shown = url.username === '' ? host : `${decodeURIComponent(url.username)}.${host}`;
  for (const official of officials) {
    const trick = looksLike(shown, official, reservedEndings);
    if (trick) return { kind: 'resembles', site: official, host, owner: parse(host).domain ?? host, trick };
  }
  return { kind: 'unknown', host };
}

/** @returns whether a host is this domain or under it. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
