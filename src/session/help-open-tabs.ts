import { browser } from 'wxt/browser';

type Files = Parameters<typeof browser.scripting.executeScript>[0]['files'] & {};

/**
 * On a public machine that forgets everything, the extension is installed anew at each start, some seconds after the first
 * page has opened; Chromium would leave that page without help until it is loaded again. Firefox reaches it by itself.
 */
export function helpOpenTabs(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && browser.scripting) void reachOpenTabs();
  });
}

async function reachOpenTabs(): Promise<void> {
  for (const { matches = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const { id } of await browser.tabs.query({ url: matches })) {
      if (id !== undefined) await reach(id, js as Files);
    }
  }
}

/** A tab that closes meanwhile, or shows the browser's own error page, cannot be reached: the others can. */
async function reach(tabId: number, files: Files): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files, injectImmediately: true });
  } catch (error) {
    console.error('A page open before the installation:', error);
  }
}
