import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

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

/**
 * Only the frames where the browser itself would have put the script: others may be FranceConnect's, which we may clear
 * but not read. And only where it is not yet: a page that began to load with us has it before anything of ours is drawn,
 * and two helps on one page lie over each other, each refusing what is pressed for being covered. What tells is what the
 * script does first in the world that we share with it: it hides `trustedTypes`.
 */
async function help(tabId: number, matches: readonly string[], files: readonly string[]): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => (Object.getOwnPropertyDescriptor(globalThis, 'trustedTypes')?.get ? `${location.origin}/*` : undefined),
  });
  // By document: a frame that has gone on meanwhile has its script from the browser.
  const documentIds = frames
    .filter(({ result }) => result !== undefined && matches.includes(result))
    .flatMap(({ documentId }) => documentId ?? []);
  if (documentIds.length > 0)
    await browser.scripting.executeScript({ target: { tabId, documentIds }, files: files as ScriptPublicPath[] });
}
