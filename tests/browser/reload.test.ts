import { describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openOwnPage } from './driver';
import { openedFor } from './opened';
import { clickBox, press, until } from './person';
import { ALL_PRACTICE } from './sites';

const PAGE = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources';

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));

  it('a page goes on when the extension is reloaded under it, and our help retreats quietly', async () => {
    const page = await here.browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error instanceof Error ? error.stack : error));
    await page.goto(PAGE);
    await press(page, 'Aide', 'dock');
    await press(page, /Faire ma déclaration trimestrielle/, 'dock');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    // A page that never rests has always some task of ours before it: none may answer with an error once its script is gone.
    await page.evaluate(() => setInterval(() => document.querySelector('h1')?.append(' '), 5));
    const own = await openOwnPage(name, here.browser, '/options.html');
    await own
      .evaluate(() => {
        const { browser, chrome } = globalThis as unknown as Record<
          string,
          { runtime: { reload: () => void } } | undefined
        >;
        (browser ?? chrome)?.runtime.reload();
      })
      .catch(() => undefined);
    await new Promise((resume) => setTimeout(resume, 1_500));
    await page.evaluate(() => document.querySelector('h1')?.append(' (encore)'));
    await new Promise((resume) => setTimeout(resume, 700));
    const field = await page.$('.hidden-xs input[name="salaire-3"]');
    await page.evaluate(() =>
      document.querySelector('.hidden-xs input[name="salaire-3"]')?.scrollIntoView({ block: 'center' }),
    );
    const box = await field?.boundingBox();
    if (box) await clickBox(page, { left: box.x, top: box.y, width: box.width, height: box.height });
    await page.keyboard.type('12');
    expect(
      await page.evaluate(() => document.querySelector<HTMLInputElement>('.hidden-xs input[name="salaire-3"]')?.value),
    ).toBe('12');
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});
