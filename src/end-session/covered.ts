import { getDomain } from 'tldts';
import { isUnder } from '../official/is-under';
import type { Pack, Service, Services } from '../schema';

/** A site or a service whose traces « Terminer ma session » erases. */
export interface Covered {
  id: string;
  name: string;
  officialDomains: readonly string[];
  /** Every host known to leave traces. */
  hosts: readonly string[];
  howToLeave: string | undefined;
  /** Where to log out: the logout address when it is known, else the personal space or the home page. */
  leaveAt: string;
  /** The site's own pack, when the extension helps there. */
  pack: Pack | undefined;
}

/** What can be erased alone, and what cannot without taking other sites along. */
export interface Coverage {
  safe: Covered[];
  tooWide: Covered[];
}

/**
 * Sorts the sites of the overlays. Chromium erases cookies of the whole registrable domain: a site that has only a part of
 * one (`social.ville.fr`) would take its neighbours along, and is left alone.
 */
export function coverage(packs: readonly Pack[], { services }: Services): Coverage {
  const all = [...packs.map((pack) => covered(pack.site, pack.site.account, pack)), ...services.map(fromService)];
  return { safe: all.filter(isSafe), tooWide: all.filter((one) => !isSafe(one)) };
}

const fromService = (service: Service): Covered => covered(service, service.home, undefined);

function covered(site: Pack['site'] | Service, door: string, pack: Pack | undefined): Covered {
  const { id, name, officialDomains, howToLeave, logout } = site;
  const hosts = [...new Set([...officialDomains, ...site.hosts, ...(site.otherHosts ?? [])])];
  return { id, name, officialDomains, hosts, howToLeave, leaveAt: logout ?? door, pack };
}

function isSafe({ hosts, officialDomains }: Covered): boolean {
  return hosts.every((host) => {
    const registrable = getDomain(host, { allowPrivateDomains: true });
    return registrable !== null && officialDomains.includes(registrable);
  });
}

/** @returns whether an address is one of these sites'. */
export function isCovered(address: string | undefined, sites: readonly Covered[]): boolean {
  const host = address === undefined ? undefined : URL.parse(address)?.hostname;
  return host !== undefined && sites.some(({ officialDomains }) => officialDomains.some((one) => isUnder(host, one)));
}

/** @returns the official domains of all of them. */
export function domainsOf(sites: readonly Covered[]): string[] {
  return [...new Set(sites.flatMap(({ officialDomains }) => officialDomains))];
}

/** @returns the permissions that erasing needs: asked at first use, or there by policy. Never more than these sites. */
export function neededPermissions(sites: readonly Covered[], isFirefox: boolean): NeededPermissions {
  return {
    permissions: ['browsingData', 'cookies', 'history', 'downloads', ...(isFirefox ? (['sessions'] as const) : [])],
    origins: domainsOf(sites).map((domain) => `*://*.${domain}/*`),
  };
}

export interface NeededPermissions {
  permissions: ('browsingData' | 'cookies' | 'history' | 'downloads' | 'sessions')[];
  origins: string[];
}
