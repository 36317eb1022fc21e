import { parse } from 'tldts';
import { isUnder } from './is-under';
import { looksLike, type OfficialName, standsInPath, type Trick } from './look-alike';

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
  /** Nobody can say where this page is from. */
  | { kind: 'unreadable'; sites: readonly Official[] }
  /** The browser's own page, or ours. */
  | { kind: 'own' };

/** Pages that no site can make: `about:blank` is written into by any page that opens one, and `about:reader` shows a site's text. */
const OWN = /^(?:about:(?!blank|srcdoc|reader)|chrome:|edge:|chrome-extension:|moz-extension:)/;

/**
 * Compares the host with the official domains, exactly or as a sub-domain: `ma-caf.fr` also ends with `caf.fr`,
 * so a dot must stand just before. Nothing leaves the machine.
 * @param address `undefined`: Chromium hides the address of its own pages, but also of some that anybody can make
 * (`https://caf.fr@exemple.com`).
 */
export function officialness(
  address: string | undefined,
  { officials, reservedEndings }: KnownAddresses,
): Officialness {
  if (address !== undefined && OWN.test(address)) return { kind: 'own' };
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: 'unreadable', sites: officials };
  // `www.caf.fr.` is the same machine, written to the end.
  const host = url.hostname.replace(/\.$/, '');
  const site = officials.find(({ officialDomains }) => officialDomains.some((domain) => isUnder(host, domain)));
  if (site) return { kind: url.protocol === 'https:' ? 'official' : 'insecure', site, host };
  // `https://caf.fr@exemple.com`: what stands before the @ is no address.
  const shown = [url.username, url.password, host]
    .filter((part) => part !== '')
    .map(decoded)
    .join('.');
  const folders = url.pathname
    .split('/')
    .filter((folder) => folder !== '')
    .map(plain);
  for (const official of officials) {
    const trick =
      looksLike(shown, official, reservedEndings) ?? (standsInPath(host, folders, official) ? 'in-path' : undefined);
    if (trick) return { kind: 'resembles', site: official, host, owner: parse(host).domain ?? host, trick };
  }
  return { kind: 'unknown', host };
}

/** A part of a host has 63 letters at most: made longer, no host at all could be read. The eye reads the beginning. */
const LONGEST = 60;

/** What stands before the @, as the eye reads it: `www.caf.fr%2Fconnexion` holds an address too. */
function decoded(text: string): string {
  return plain(text)
    .slice(0, LONGEST)
    .replace(/[^\p{L}\p{N}-]+/gu, '.')
    .replace(/^\.|\.$/g, '');
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
