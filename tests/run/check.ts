import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** `npm run check`: every overlay file and every text, with file, line and field of what is wrong. `OVERLAYS_DIR` names another folder. */
const { module } = await runnerImport<typeof import('../content/check.ts')>(
  resolve(import.meta.dirname, '../content/check.ts'),
  { configFile: false },
);
const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, process.env.OVERLAYS_DIR ?? 'overlays');
const { problems, summary } = module.checkFolder(root, folder, new Date().toISOString().slice(0, 10));
for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? `Tout est bon. ${summary}` : `\nÀ réparer : ${problems.length}. ${summary}`);
process.exitCode = problems.length === 0 ? 0 : 1;
