import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/**
 * How surely elements are found again on pages that changed, against other locators, in real Chromium:
 * `npm run bench:locate [-- --json] [-- --cases FILE.json] [-- --all] [-- --learn]` (see README.md beside this file).
 */
const { module } = await runnerImport<typeof import('./locate/main')>(resolve(import.meta.dirname, 'locate/main.ts'), {
  configFile: false,
  logLevel: 'error',
});
await module.main(process.argv.slice(2));
