import type { Plugin } from 'vite';
import type { Pack } from '../../schema';
import { type BuiltSite, buildPacks, loadServices } from '../../schema/load/build-packs';

const PREFIX = 'virtual:pack/';
const ALL_PACKS = 'virtual:packs';
const PRACTICE = 'virtual:practice';
const PERSONS = 'virtual:persons';
const GUIDES = 'virtual:guides';
const TERMS = 'virtual:terms';
const SERVICES = 'virtual:services';

/**
 * Serves the overlays as modules, already validated:
 * `virtual:pack/<site>` one pack · `virtual:packs` all of them · `virtual:practice` practice pages by site
 * · `virtual:persons` the made-up people by site · `virtual:guides` the guides by site, which content scripts ask for
 * · `virtual:terms` the words by site, which they ask for too
 * · `virtual:services` what `services.yaml` says.
 * @param isFixed the folder does not change while this runs: it is read once
 */
export function overlaysPlugin(folder: string, isFixed = false): Plugin {
  let once: BuiltSite[] | undefined;
  const sites = (): BuiltSite[] => {
    once = isFixed ? (once ?? buildPacks(folder)) : buildPacks(folder);
    return once;
  };
  return {
    name: 'cote-a-cote:overlays',
    resolveId: (source) =>
      source.startsWith(PREFIX) || [ALL_PACKS, PRACTICE, PERSONS, GUIDES, TERMS, SERVICES].includes(source)
        ? `\0${source}`
        : undefined,
    load(id) {
      if (!id.startsWith('\0virtual:')) return undefined;
      const source = id.slice(1);
      const content = contentOf(source, folder, sites);
      return content === undefined ? undefined : { code: `export default ${JSON.stringify(content)};`, map: null };
    },
  };
}

function contentOf(source: string, folder: string, built: () => readonly BuiltSite[]): unknown {
  if (source === SERVICES) return withoutEvidence(loadServices(folder));
  const sites = built();
  if (source === ALL_PACKS) return sites.map((site) => site.pack);
  if (source === GUIDES)
    return Object.fromEntries(sites.map(({ pack }) => [pack.site.id, withoutEvidence(pack.guides)]));
  if (source === TERMS) return Object.fromEntries(sites.map(({ pack }) => [pack.site.id, withoutEvidence(pack.terms)]));
  if (source === PRACTICE) return Object.fromEntries(sites.map((site) => [site.pack.site.id, site.practice]));
  if (source === PERSONS) return Object.fromEntries(sites.map((site) => [site.pack.site.id, site.persons]));
  const pack = sites.find((site) => `${PREFIX}${site.pack.site.id}` === source)?.pack;
  return pack && withoutEvidence(forContent(pack));
}

/** What a content script needs at once: guides and words come later, figures are already in the texts but for those that checks compare. */
function forContent(pack: Pack): Pack {
  const compared = new Set(
    pack.hints.flatMap(({ checks = [] }) => checks.flatMap((check) => (check.kind === 'figure' ? check.figures : []))),
  );
  const needsCalendar = pack.guides.some(({ end }) => end.nextDate === 'ft-actualisation');
  const { borrowedWords: _, ordinaryWords: __, otherHosts: ___, howToLeave: ____, ...site } = pack.site;
  return {
    ...pack,
    site,
    guides: [],
    terms: [],
    figures: pack.figures.filter(({ id }) => compared.has(id)),
    updateWindows: needsCalendar ? pack.updateWindows : [],
  };
}

/** Said to the worker in our own pages, never in a page of the sites: it would only weigh on every page load. */
const EVIDENCE = new Set(['source', 'checkedOn', 'confidence', 'review', 'deserves', 'acknowledged']);

function withoutEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !EVIDENCE.has(key))
      .map(([key, inner]) => [key, withoutEvidence(inner)]),
  );
}

/** Gives content scripts the browser's own API in place of webextension-polyfill. */
export function withoutPolyfill(): Plugin {
  return {
    name: 'cote-a-cote:native-browser',
    enforce: 'pre',
    resolveId: (source) => (source === '@wxt-dev/webextension-polyfill/browser' ? '\0native-browser' : undefined),
    load: (id) =>
      id === '\0native-browser'
        ? 'export const browser = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;'
        : undefined,
  };
}
