import { browser } from 'wxt/browser';

/** ms; after that it may be somebody else at the same screen: the whole text comes back. */
const READ_FOR = 30 * 60_000;

const keyOf = (tab: number): string => `read:${tab}`;

/**
 * Which warnings were read in a tab lately (`storage.session`: gone when the browser closes, or the tab).
 * Ids only.
 */
export const readWarnings = {
  /** @returns the ids read in this tab, those of `site` only; `warning` has just been read too. */
  async note(site: string, tab: number, warning?: string): Promise<string[]> {
    const key = keyOf(tab);
    const stored: Record<string, unknown> = await browser.storage.session.get(key);
    const read = (stored[key] ?? {}) as Record<string, number>;
    if (warning !== undefined) {
      read[`${site}/${warning}`] = Date.now();
      await browser.storage.session.set({ [key]: read });
    }
    return Object.entries(read)
      .filter(([id, at]) => id.startsWith(`${site}/`) && Date.now() - at < READ_FOR)
      .map(([id]) => id.slice(site.length + 1));
  },
  async forget(tab: number): Promise<void> {
    await browser.storage.session.remove(keyOf(tab));
  },
};
