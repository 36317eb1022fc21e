import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { collectPackages, notices } from './notices';

/** Puts `THIRD-PARTY.txt` into what ships: the licence of every package that a bundle really carries. */
export default defineWxtModule({
  name: 'third-party',
  setup(wxt) {
    const shipped = new Set<string>();
    addViteConfig(wxt, () => ({ plugins: [collectPackages(shipped)] }));
    wxt.hook('build:publicAssets', (_, files) => {
      files.push({ relativeDest: 'THIRD-PARTY.txt', contents: notices(shipped) });
    });
  },
});
