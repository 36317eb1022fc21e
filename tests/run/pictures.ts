import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Keeps the pictures that the tests have just made as those of the README. */
const TESTS = resolve(import.meta.dirname, '..');
const FROM = resolve(TESTS, 'screenshots');
const TO = resolve(TESTS, 'pictures');

const pictures = ['guide', 'warning', 'words'].map((what) => `${what}-chromium.png`);
const missing = pictures.filter((name) => !existsSync(resolve(FROM, name)));
if (missing.length > 0) {
  console.error(`Il manque ${missing.join(', ')} : lancez d'abord "npm run build:test && npm run test:browser".`);
  process.exit(1);
}
mkdirSync(TO, { recursive: true });
for (const name of pictures) copyFileSync(resolve(FROM, name), resolve(TO, name));
console.log(`${pictures.length} images dans tests/pictures.`);
