import type { Plugin } from 'vite';
import { buildPacks } from '../../schema/load/build-packs';

const PREFIX = 'virtual:pack/';
const ALL_PACKS = 'virtual:packs';
const PRACTICE = 'virtual:practice';

/**
 * Serves the overlays as modules, already validated:
 * `virtual:pack/<site>` one pack · `virtual:packs` all of them · `virtual:practice` practice pages by site.
 */
export function overlaysPlugin(folder: string): Plugin {
  return {
    name: 'cote-a-cote:overlays',
    resolveId: (source) =>
      source.startsWith(PREFIX) || source === ALL_PACKS || source === PRACTICE ? `\0${source}` : undefined,
    load(id) {
      if (!id.startsWith('\0virtual:')) return undefined;
      const source = id.slice(1);
      const content = contentOf(source, folder);
      return content === undefined
        ? undefined
        : { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(content))});`, map: null };
    },
  };
}

function contentOf(source: string, folder: string): unknown {
  const sites = buildPacks(folder);
  if (source === ALL_PACKS) return sites.map((site) => site.pack);
  if (source === PRACTICE) return Object.fromEntries(sites.map((site) => [site.pack.site.id, site.practice]));
  return sites.find((site) => `${PREFIX}${site.pack.site.id}` === source)?.pack;
}
