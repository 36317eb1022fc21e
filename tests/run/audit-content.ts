import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** `npm run audit:content`: what the overlays hold, how sure it is, and every text that is not plain. `-- --json` ends with one object. */
const { module } = await runnerImport<typeof import('../content/report.ts')>(
  resolve(import.meta.dirname, '../content/report.ts'),
  { configFile: false },
);
const root = resolve(import.meta.dirname, '../..');
process.exitCode = module.printReport(root, new Date().toISOString().slice(0, 10), process.argv.includes('--json'));
