import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureBrowsers } from './browsers.ts';

/**
 * Builds the extension and opens a browser with it on the practice site. Without a display, the same pages are opened
 * headless and pictures of them are written.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const SHOTS = resolve(ROOT, 'tests/screenshots');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

ensureBrowsers();
const build = spawnSync('npx', ['wxt', 'build', '-b', 'chrome'], { cwd: ROOT, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const browser = await puppeteer.launch({
  browser: 'chrome',
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  headless: !hasDisplay,
  pipe: true,
  enableExtensions: [resolve(ROOT, '.output/chrome-mv3')],
  defaultViewport: hasDisplay ? null : { width: 1024, height: 768 },
  args: ['--no-sandbox', '--lang=fr-FR', '--window-size=1024,768'],
});
const origin = await extensionOrigin(browser);
if (hasDisplay) {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(`${origin}/practice.html`);
  console.log("L'extension est ouverte sur le site d'exercice. Fermez la fenêtre pour finir.");
} else {
  await tour(browser);
  await browser.close();
}

async function extensionOrigin(from: Browser): Promise<string> {
  const worker = await from.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
  );
  return `chrome-extension://${new URL(worker.url()).host}`;
}

async function tour(from: Browser): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  for (const name of ['practice', 'popup', 'options']) {
    const page = await from.newPage();
    await page.goto(`${origin}/${name}.html`);
    await new Promise((ready) => setTimeout(ready, 800));
    await page.screenshot({ path: resolve(SHOTS, `start-${name}.png`) });
    await page.close();
  }
  const exercise = await from.newPage();
  await exercise.goto(`${origin}/practice.html#caf/declaration-trimestrielle`);
  await exercise.locator('.begin').click();
  await exercise.waitForSelector('cote-a-cote');
  await new Promise((ready) => setTimeout(ready, 2_000));
  await exercise.screenshot({ path: resolve(SHOTS, 'start-exercise.png') });
  console.log(
    'Pas d’écran ici : les images sont dans tests/screenshots (start-practice.png, start-exercise.png, start-popup.png, start-options.png).',
  );
}
