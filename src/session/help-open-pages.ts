import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { HOST_TAG } from '../ui/host';

/**
 * Helps the pages that were there before us: where a policy installs the extension, Chromium opens its first page while it
 * installs, and gives content scripts to later pages only. Firefox gives them to all. Needs `scripting`, which only the
 * packages for machines that somebody sets up have.
 */
export function helpOpenPages(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && browser.scripting) void helpAll();
  });
}

async function helpAll(): Promise<void> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  for (const { matches = [], js = [] } of scripts) {
    const tabs = await browser.tabs.query({ url: matches });
    // A tab that closes meanwhile, or a page where no extension may go, has no need of it.
    await Promise.all(
      tabs.map(({ id }) => (id === undefined ? undefined : help(id, matches, js).catch(() => undefined))),
    );
  }
}

/** Only the frames where the browser itself would have put the script: others may be FranceConnect's, which we may clear but not read. */
async function help(tabId: number, matches: readonly string[], files: readonly string[]): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (tag: string) => (document.querySelector(tag) ? undefined : `${location.origin}/*`),
    args: [HOST_TAG],
  });
  const frameIds = frames
    .filter(({ result }) => result !== undefined && matches.includes(result))
    .map(({ frameId }) => frameId);
  if (frameIds.length > 0)
    await browser.scripting.executeScript({ target: { tabId, frameIds }, files: files as ScriptPublicPath[] });
}
