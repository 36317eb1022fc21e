import { existsSync } from 'node:fs';

/** Plain JavaScript: before the installation there is no Node that reads TypeScript. */
if (!existsSync(new URL('../../node_modules/node', import.meta.url))) {
  console.error("Le projet n'est pas encore installé. Tapez d'abord : npm ci");
  process.exitCode = 1;
}
