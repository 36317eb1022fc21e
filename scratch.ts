import { openBrowser } from './tests/browser/driver.ts';
import { startWorld } from './tests/browser/world.ts';
const world = await startWorld(() => ({ body: '<h1>x</h1>' }));
const [w, h] = (process.argv[2] ?? '1024x768').split('x').map(Number);
const browser = await openBrowser('chromium', { world, viewport: { width: w, height: h } });
try {
  const t = await browser.waitForTarget((x) => x.url().startsWith('chrome-extension://'), { timeout: 10000 });
  const id = new URL(t.url()).host;
  const page = await browser.newPage();
  page.on('console', (m) => console.log('console', m.type(), m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto(`chrome-extension://${id}/practice.html#caf/declaration-trimestrielle`);
  await new Promise((r) => setTimeout(r, 800));
  const shot = (n: string) => page.screenshot({ path: `/tmp/shots/${n}-${w}.png` });
  await shot('1-choose');
  await page.click('.begin');
  await new Promise((r) => setTimeout(r, 1500));
  await shot('2-desk');
  const bubble = () => page.evaluate(() => { const root = document.querySelector('html > :not(head):not(body)')?.shadowRoot; return root?.querySelector('[data-slot=bubble]')?.textContent?.replace(/\s+/g,' ').slice(0,300); });
  console.log(await bubble());
  await page.evaluate(() => { (document.querySelector('#done') as HTMLElement).click(); });
  await new Promise((r) => setTimeout(r, 500));
  await shot('3-review');
} finally { await browser.close(); await world.close(); }
