import { browser } from 'wxt/browser';
import type { Progress } from '../guides/progress';

/** ms; a place in a guide left in another tab is offered again for this long. */
const OFFER_FOR = 30 * 60_000;

interface Kept {
  site: string;
  progress: Progress;
  /** Epoch ms of the last step. */
  at: number;
}

const keyOf = (tab: number): string => `progress:${tab}`;

/**
 * The background's memory of where each tab is in a guide (`storage.session`: gone when the browser closes).
 * Ids only. A tab opened from another one goes on where that one was; another tab of the same site is offered
 * to resume, as if the person had left.
 */
export const progressKeeper = {
  async load(site: string, tab: number, opener: number | undefined): Promise<Progress | null> {
    const all = await readAll();
    const own = all.get(keyOf(tab));
    if (own?.site === site) return own.progress;
    const handed = opener === undefined ? undefined : all.get(keyOf(opener));
    if (handed?.site === site) {
      await browser.storage.session.set({ [keyOf(tab)]: handed });
      return handed.progress;
    }
    const latest = [...all.values()]
      .filter((kept) => kept.site === site && kept.progress.state !== 'ended' && Date.now() - kept.at < OFFER_FOR)
      .sort((a, b) => b.at - a.at)[0];
    return latest ? { ...latest.progress, state: 'left' } : null;
  },
  async save(site: string, tab: number, progress: Progress | null): Promise<void> {
    if (progress)
      await browser.storage.session.set({ [keyOf(tab)]: { site, progress, at: Date.now() } satisfies Kept });
    else await browser.storage.session.remove(keyOf(tab));
  },
  async forget(tab: number): Promise<void> {
    const kept = (await readAll()).get(keyOf(tab));
    if (kept?.progress.state === 'ended') await browser.storage.session.remove(keyOf(tab));
  },
};

async function readAll(): Promise<Map<string, Kept>> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  return new Map(Object.entries(stored).filter((entry): entry is [string, Kept] => isKept(entry[1])));
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'site' in value && 'progress' in value && 'at' in value;
}
