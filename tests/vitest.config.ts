import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { overlaysPlugin } from '../src/modules/overlays/vite-plugin';

const root = resolve(import.meta.dirname, '..');

/** Unit and meta tests. What needs geometry, focus, top layer or a real sanitiser runs in `tests/browser` instead. */
export default defineConfig({
  root,
  plugins: [overlaysPlugin(resolve(root, 'overlays'))],
  resolve: {
    alias: {
      '#i18n': resolve(root, 'tests/setup/i18n.ts'),
      'wxt/browser': resolve(root, 'tests/setup/browser.ts'),
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/content/**/*.test.ts'],
  },
});
