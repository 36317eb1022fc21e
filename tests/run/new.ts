import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** `npm run new -- term|hint|warning|guide`: asks, and writes the file. */
const { module } = await runnerImport<typeof import('../content/new/write-new.ts')>(
  resolve(import.meta.dirname, '../content/new/write-new.ts'),
  { configFile: false },
);
process.exitCode = await module.writeNew(process.argv.slice(2), {
  folder: resolve(import.meta.dirname, '../..', process.env.OVERLAYS_DIR ?? 'overlays'),
  today: new Date().toISOString().slice(0, 10),
  input: process.stdin,
  output: process.stdout,
});
