import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { collectPackages, notices } from './notices';

/** Puts the licences into what ships: our own, and in `THIRD-PARTY.txt` that of every package that a bundle really carries. */
export default defineWxtModule({
  name: 'third-party',
  setup(wxt) {
    const shipped = new Set<string>();
    addViteConfig(wxt, () => ({ plugins: [collectPackages(shipped)] }));
    wxt.hook('build:publicAssets', (_, files) => {
      const own = (name: string): string => readFileSync(resolve(wxt.config.root, name), 'utf8');
      files.push(
        { relativeDest: 'LICENSE.txt', contents: own('LICENSE') },
        { relativeDest: 'LICENSE-overlays.txt', contents: own('overlays/LICENSE') },
        { relativeDest: 'THIRD-PARTY.txt', contents: notices(shipped) },
      );
    });
  },
});
