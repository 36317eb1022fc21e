import { browser } from 'wxt/browser';

/**
 * On a public machine that forgets everything, the extension is installed anew at each start, some seconds after the first
 * page has opened; Chromium would leave that page without help until it is loaded again. Firefox reaches it by itself.
 */
export function helpOpenTabs(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && browser.scripting) {
      void reachOpenTabs().catch((error: unknown) => console.error('Pages open before the installation:', error));
    }
  });
}

async function reachOpenTabs(): Promise<void> {
  for (const { matches = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const { id } of await browser.tabs.query({ url: matches })) {
      if (id === undefined) continue;
      await browser.scripting.executeScript({
        target: { tabId: id, allFrames: true },
        files: js,
        injectImmediately: true,
      });
    }
  }
}
