import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

/** px; the toolbar takes 16 and 32, the list of extensions 48, stores 128. */
const SIZES = [16, 32, 48, 128];

const folder = import.meta.dirname;
const drawing = await readFile(resolve(folder, 'icon.svg'), 'utf8');
const drawn = resolve(folder, '../public/icon');
await mkdir(drawn, { recursive: true });

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: resolve(drawn, `${size}.png`), omitBackground: true });
}
await browser.close();
