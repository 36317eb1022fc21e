import { isUnder } from '../official/is-under';
import type { Pack, Services } from '../schema';
import type { ImportedPack } from './types';

/** @returns the hosts that the people of a pack can be reached at and that are not official: the person sees them before the pack is added. */
export function hostsOf(
  { sites }: ImportedPack,
  { packs, services }: { packs: readonly Pack[]; services: Services },
): string[] {
  const official = [
    ...packs.flatMap(({ site }) => site.officialDomains),
    ...services.services.flatMap(({ officialDomains }) => officialDomains),
    ...services.reservedEndings,
  ];
  const hosts = Object.values(sites)
    .flatMap(({ people }) => people.flatMap(({ link }) => (link === undefined ? [] : [new URL(link).hostname])))
    .filter((host) => !official.some((domain) => isUnder(host, domain)));
  return [...new Set(hosts)].sort();
}
