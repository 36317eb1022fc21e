import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { coverage, neededPermissions } from '../../end-session/covered';
import { buildPacks, loadServices } from '../../schema/load/build-packs';
import { lighten } from './lighter';
import { type BrowserMessages, shortNames, withShortMessages } from './short-names';
import { overlaysPlugin, questionMessages } from './vite-plugin';

/**
 * Makes one content script per site of the overlays folder (`OVERLAYS_DIR`, by default `overlays`),
 * so that each carries only its own overlays and a structure's folder brings its own hosts.
 * A mistake in the folder stops the build with file, line and field.
 */
export default defineWxtModule({
  name: 'overlays',
  setup(wxt) {
    const folder = overlaysFolder(wxt.config.root);
    const sites = buildPacks(folder);
    ensureI18nFile(wxt.config.wxtDir);
    addViteConfig(wxt, () => ({ plugins: [overlaysPlugin(folder, wxt.config.command === 'build')] }));
    // A content script weighs on every page of the sites: everything that can be left out is.
    wxt.hook('vite:build:extendConfig', (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script')) lighten(config, wxt.config.root);
    });
    // What « Terminer ma session » needs is optional and asked at first use. No driver can answer Chromium's own question:
    // the test build has it from the start there.
    wxt.hook('build:manifestGenerated', (_, manifest) => {
      const { safe } = coverage(
        sites.map(({ pack }) => pack),
        loadServices(folder),
      );
      const { permissions, origins } = neededPermissions(safe, wxt.config.browser === 'firefox');
      if (wxt.config.mode === 'test' && wxt.config.browser !== 'firefox') {
        manifest.permissions = [...(manifest.permissions ?? []), ...permissions];
        manifest.host_permissions = [...(manifest.host_permissions ?? []), ...origins];
      } else {
        manifest.optional_permissions = permissions;
        manifest.optional_host_permissions = origins;
      }
    });
    wxt.hook('build:publicAssets', (_, files) => {
      const names = shortNames(wxt.config.root);
      for (const file of files) {
        if (!('contents' in file) || !/^_locales.*messages\.json$/.test(file.relativeDest)) continue;
        const messages = JSON.parse(file.contents) as BrowserMessages;
        const questions = questionMessages(sites.map(({ pack }) => pack));
        file.contents = JSON.stringify({ ...withShortMessages(messages, names), ...questions }, null, 2);
      }
    });
    wxt.hook('entrypoints:found', (_, found) => {
      // For whoever writes the overlays: people are given no page that is not for them.
      const preview = found.findIndex(({ name }) => name === 'preview');
      if (wxt.config.mode === 'production' && preview >= 0) found.splice(preview, 1);
      const generated = resolve(wxt.config.wxtDir, 'sites');
      mkdirSync(generated, { recursive: true });
      for (const { pack } of sites) {
        const inputPath = resolve(generated, `${pack.site.id}.content.ts`);
        const src = relative(generated, resolve(wxt.config.root, 'src'));
        const entry = contentEntry(pack.site.id, pack.site.hosts, src);
        // Two browsers may be built side by side: neither cuts short what the other reads.
        if (!existsSync(inputPath) || readFileSync(inputPath, 'utf8') !== entry) writeFileSync(inputPath, entry);
        found.push({ name: pack.site.id, inputPath, type: 'content-script' });
      }
    });
  },
});

/** @returns the absolute path of the overlays folder in use. */
export function overlaysFolder(root: string): string {
  return resolve(root, process.env.OVERLAYS_DIR ?? 'overlays');
}

/**
 * WXT reads the entry points before it writes the file behind `#i18n`, and ours import it: in a fresh folder
 * the very first command would fail. WXT writes the real file over this one.
 */
function ensureI18nFile(wxtDir: string): void {
  const file = resolve(wxtDir, 'i18n/index.ts');
  if (existsSync(file)) return;
  mkdirSync(resolve(file, '..'), { recursive: true });
  writeFileSync(file, "import { createI18n } from '@wxt-dev/i18n';\n\nexport const i18n = createI18n();\n");
}

function contentEntry(id: string, hosts: readonly string[], src: string): string {
  const matches = JSON.stringify(hosts.map((host) => `https://${host}/*`));
  return `import '${src}/trusted-types';
import pack from 'virtual:pack/${id}';
import { startContent } from '${src}/content/start';

export default {
  matches: ${matches},
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main: (ctx) => startContent(ctx, pack),
};
`;
}
