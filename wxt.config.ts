import { defineConfig } from 'wxt';
import { manifestFor } from './src/modules/overlays/manifest';

/** Another folder of overlays is built beside the built-in one: `BUILD_NAME=ccas` gives `.output/chrome-mv3-ccas`. */
const name = process.env.BUILD_NAME ? `-${process.env.BUILD_NAME}` : '';

export default defineConfig({
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}{{modeSuffix}}${name}`,
  modulesDir: 'src/modules',
  publicDir: 'src/public',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  // Vite's stand-in for older browsers asks for files by `fetch`: none of ours needs it, and nothing of ours asks for anything.
  vite: () => ({ build: { modulePreload: { polyfill: false } } }),
  i18n: { localesDir: 'src/locales' },
  manifest: manifestFor,
});
