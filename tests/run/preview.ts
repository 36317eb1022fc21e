import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureBrowsers } from './browsers.ts';

/**
 * `npm run preview`: builds the page that shows every overlay as the person sees it, and writes pictures of it, section by
 * section, as on the screens of a library and at 400 %. `npm run preview -- caf` takes one site only.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const SHOTS = resolve(ROOT, 'tests/screenshots/preview');
const BUILD = 'preview';
/** CSS px. */
const SCREENS = [
  { width: 1024, height: 768 },
  { width: 320, height: 256 },
];

ensureBrowsers();
const [only] = process.argv.slice(2);
const build = spawnSync('npx', ['wxt', 'build', '-b', 'chrome', '--mode', 'test'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, BUILD_NAME: BUILD },
});
if (build.status !== 0) process.exit(build.status ?? 1);

const browser = await puppeteer.launch({
  browser: 'chrome',
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  headless: true,
  pipe: true,
  enableExtensions: [resolve(ROOT, `.output/chrome-mv3-test-${BUILD}`)],
  args: ['--no-sandbox', '--lang=fr-FR'],
});
try {
  process.exitCode = await pictures(browser);
} finally {
  await browser.close();
}

async function pictures(from: Browser): Promise<0 | 1> {
  const worker = await from.waitForTarget((target) => target.type() === 'service_worker');
  const page = await from.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/preview.html`);
  const sites = await page.$$eval('nav a', (links) => links.map((link) => link.hash.slice(1)));
  const wanted = sites.filter((site) => only === undefined || site === only);
  if (wanted.length === 0) {
    console.log(`Aucun site « ${only} ». Sites : ${sites.join(', ')}.`);
    return 1;
  }
  for (const site of wanted) {
    const folder = resolve(SHOTS, site);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await page.evaluate((id) => {
      location.hash = id;
    }, site);
    await page.waitForSelector(`[data-ready="${site}"]`);
    let count = 0;
    for (const screen of SCREENS) {
      await page.setViewport(screen);
      for (const [place, section] of (await page.$$('[data-section]')).entries()) {
        const title = await section.evaluate((element) => {
          // One at a time: a page that is hundreds of screens long is slow to draw again for each picture.
          for (const other of document.querySelectorAll('[data-section]'))
            other.toggleAttribute('hidden', other !== element);
          return element.getAttribute('data-section') ?? '';
        });
        const name = `${screen.width}-${String(place + 1).padStart(3, '0')}-${fileName(title)}.png`;
        await section.screenshot({ path: resolve(folder, name) });
        count += 1;
      }
    }
    console.log(`${site} : ${count} images dans tests/screenshots/preview/${site}`);
  }
  return 0;
}

function fileName(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60);
}
