import { browser } from 'wxt/browser';
import type { Progress } from '../guides/progress';

/** ms; a place in a guide left in another tab is offered again for this long. */
const OFFER_FOR = 30 * 60_000;

interface Kept {
  site: string;
  progress: Progress;
  /** Epoch ms of the last step. */
  at: number;
  /** In a private window: nothing of it outlives its tab, nor is offered in another window. */
  isPrivate: boolean;
}

/** What a full or locked storage refused: kept as long as the background lives, which a guide needs from page to page. */
const refused = new Map<string, Kept>();

const keyOf = (tab: number): string => `progress:${tab}`;

/**
 * The background's memory of where each tab is in a guide (`storage.session`: gone when the browser closes).
 * Ids only. A tab opened from another one goes on where that one was; another tab of the same site is offered
 * to resume, as if the person had left.
 */
export const progressKeeper = {
  async load(site: string, tab: number, opener: number | undefined, isPrivate = false): Promise<Progress | null> {
    const own = await read(tab);
    if (own?.site === site) return own.progress;
    const handed = opener === undefined ? undefined : await read(opener);
    if (handed?.site === site) {
      await keep(tab, handed);
      return handed.progress;
    }
    const latest = [...(await readAll()).values()]
      .filter((kept) => kept.site === site && kept.isPrivate === isPrivate)
      .filter(({ progress, at }) => progress.state !== 'ended' && Date.now() - at < OFFER_FOR)
      .sort((a, b) => b.at - a.at)[0];
    return latest ? { ...latest.progress, state: 'left' } : null;
  },
  async save(site: string, tab: number, progress: Progress | null, isPrivate = false): Promise<void> {
    if (progress) await keep(tab, { site, progress, at: Date.now(), isPrivate });
    else await drop(tab);
  },
  async forget(tab: number): Promise<void> {
    const kept = await read(tab);
    if (kept?.isPrivate || kept?.progress.state === 'ended') await drop(tab);
  },
  /**
   * The session is over: the next person is not offered to go on with the guide of this one. Only the background can do it:
   * what was refused is in its memory. @throws when storage cannot be reached
   */
  async forgetAll(): Promise<void> {
    refused.clear();
    await browser.storage.session.remove([...(await readAll()).keys()]);
  },
};

async function keep(tab: number, kept: Kept): Promise<void> {
  try {
    await browser.storage.session.set({ [keyOf(tab)]: kept });
    refused.delete(keyOf(tab));
  } catch {
    refused.set(keyOf(tab), kept);
  }
}

async function drop(tab: number): Promise<void> {
  refused.delete(keyOf(tab));
  await browser.storage.session.remove(keyOf(tab));
}

async function read(tab: number): Promise<Kept | undefined> {
  const key = keyOf(tab);
  const stored: Record<string, unknown> = await browser.storage.session.get(key).catch(() => ({}));
  return refused.get(key) ?? (isKept(stored[key]) ? stored[key] : undefined);
}

async function readAll(): Promise<Map<string, Kept>> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null).catch(() => ({}));
  const all = new Map(Object.entries(stored).filter((entry): entry is [string, Kept] => isKept(entry[1])));
  for (const [key, kept] of refused) all.set(key, kept);
  return all;
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'site' in value && 'progress' in value && 'at' in value;
}
