import { describe, expect, it } from 'vitest';
import { CHROMIUM_ID } from '../../src/modules/overlays/ids';
import { practiceHandler } from '../pages/serve';
import { openOwnPage } from './driver';
import { openedFor } from './opened';
import { press, until } from './person';
import { ALL_PRACTICE } from './sites';

const PAGE = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources';

/** Chromium only: no driver lets an extension into Firefox's private windows. */
describe('a private window', () => {
  const here = openedFor('chromium', () => practiceHandler(ALL_PRACTICE));

  it('is helped, and nothing of it is kept once it is closed', async () => {
    const settings = await here.browser.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(async (extensionId) => {
      const { developerPrivate } = (globalThis as unknown as PrivateApi).chrome;
      // Out of this mode an unpacked extension that is reloaded is off.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }, CHROMIUM_ID);
    const own = await openOwnPage('chromium', here.browser, '/options.html');
    const kept = (): Promise<unknown> =>
      own.evaluate(async () => {
        const { local, session } = (globalThis as unknown as PrivateApi).chrome.storage;
        return { ...(await local.get()), ...(await session.get()) };
      });
    const before = await kept();
    await own.evaluate(
      (url) => (globalThis as unknown as PrivateApi).chrome.windows.create({ url, incognito: true }),
      PAGE,
    );
    const page = await (await here.browser.waitForTarget((target) => target.url() === PAGE)).asPage();
    await press(page, 'Aide', 'dock');
    await press(page, /Faire ma déclaration trimestrielle/, 'dock');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    await page.close();
    await expect.poll(kept).toEqual(before);
  });
});

interface PrivateApi {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
      updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
    };
    storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }>;
    windows: { create(options: { url: string; incognito: boolean }): Promise<unknown> };
  };
}
