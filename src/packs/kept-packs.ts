import { browser } from 'wxt/browser';
import type { Pack } from '../schema';
import { settingsNow } from '../settings/live-settings';
import { refusalOf, withImported } from './merge';
import type { ImportedPack } from './types';

/** Key in `storage.local`. They were checked before they were kept, so that nothing that runs in pages carries the checks. */
export const PACKS_KEY = 'packs';

/** @returns the packs kept on this machine, in use or not. @throws when storage cannot be read. */
export async function keptPacks(): Promise<ImportedPack[]> {
  const { [PACKS_KEY]: kept } = await browser.storage.local.get(PACKS_KEY);
  return Array.isArray(kept) ? (kept as ImportedPack[]) : [];
}

/** @throws when storage is full or locked: what was kept before stays. */
export async function keepPacks(packs: readonly ImportedPack[]): Promise<void> {
  await browser.storage.local.set({ [PACKS_KEY]: packs });
}

/** @returns the packs that the settings let in; none when storage cannot be read: the extension's own help goes on. */
export async function packsInUse(): Promise<ImportedPack[]> {
  try {
    const [kept, settings] = await Promise.all([keptPacks(), settingsNow()]);
    return kept.filter((pack) => refusalOf(pack, settings) === undefined);
  } catch {
    return [];
  }
}

/** @returns the packs of the extension with what was imported and is let in. */
export async function withPacksInUse(packs: readonly Pack[]): Promise<Pack[]> {
  return withImported(packs, await packsInUse());
}
