import { defineConfig } from 'wxt';
import { manifestFor } from './src/modules/overlays/manifest';

export default defineConfig({
  modulesDir: 'src/modules',
  publicDir: 'src/public',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: 'src/locales' },
  manifest: manifestFor,
});
