import { it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { openBrowser } from './driver';
import { ALL_PRACTICE } from './sites';
import { startWorld } from './world';

it('dbg', async () => {
  const world = await startWorld(await practiceHandler(ALL_PRACTICE));
  const browser = await openBrowser('chromium', { world });
  const page = await browser.newPage();
  await page.goto(process.env.URL ?? '');
  await new Promise((r) => setTimeout(r, 900));
  const t = await browser.waitForTarget((x) => x.type() === 'service_worker');
  const w = await t.worker();
  console.log(
    JSON.stringify(
      await w?.evaluate(async () => {
        const c = (globalThis as any).chrome;
        const tabs = await c.tabs.query({});
        for (const x of tabs) {
          try {
            return await c.tabs.sendMessage(x.id, { kind: 'page.state', ask: {} }, { frameId: 0 });
          } catch {}
        }
      }),
      null,
      1,
    ),
  );
  await page.screenshot({ path: 'tests/screenshots/dbg.png' });
  await browser.close();
  await world.close();
});
