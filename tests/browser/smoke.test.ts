// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openBrowser } from './driver';
import { startWorld, type World } from './world';

describe.each<BrowserName>(['chromium', 'firefox'])('the built extension in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(({ url }) => ({ body: `<!doctype html><title>t</title><h1>${url.host}</h1>` }));
  });
  afterAll(() => world.close());

  it('runs on the official address of a site', async () => {
    const browser = await openBrowser(name, { world });
    const page = await browser.newPage();
    await page.goto('https://wwwd.caf.fr/x');
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('wwwd.caf.fr');
    await page.waitForSelector('cote-a-cote');
    await browser.close();
  });
});
