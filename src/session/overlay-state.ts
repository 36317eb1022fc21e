import { browser } from 'wxt/browser';
import type { EngineEvent } from '../messages/events';

/** What is known of one overlay on this machine: ids, a day, a score. Nothing of the page, nothing typed. */
export interface OverlayState {
  outcome: 'found' | 'missing' | 'ambiguous';
  /** ISO day of the last time it was recognised. */
  lastFound?: string | undefined;
  /** 0-1 */
  score: number;
  reason?: string | undefined;
}

/** The whole record shown under « État des aides ». */
export interface StateRecord {
  overlays: Record<string, OverlayState>;
  /** ISO day a page was last recognised. */
  pages: Record<string, string>;
  letThrough: Record<string, number>;
  failures: Record<string, number>;
  /** What people pointed at when we did not know: the page and the rank of the candidate, by overlay. */
  chosen?: Record<string, { day: string; page: string; rank: number }> | undefined;
}

export const STATE_KEY = 'overlayState';
const EMPTY: StateRecord = { overlays: {}, pages: {}, letThrough: {}, failures: {} };

/** @returns the record kept on this machine. */
export async function readState(): Promise<StateRecord> {
  const stored: Record<string, unknown> = await browser.storage.local.get(STATE_KEY);
  return { ...EMPTY, ...(stored[STATE_KEY] as Partial<StateRecord> | undefined) };
}

/** @returns the record with one more event; pure. */
export function withEvent(state: StateRecord, event: EngineEvent, today: string): StateRecord {
  switch (event.kind) {
    case 'recognised':
      return { ...state, pages: { ...state.pages, [`${event.site}/${event.page}`]: today } };
    case 'located': {
      const key = `${event.site}/${event.overlay}`;
      const lastFound = event.outcome === 'found' ? today : state.overlays[key]?.lastFound;
      const next: OverlayState = { outcome: event.outcome, score: event.score, lastFound, reason: event.reason };
      return { ...state, overlays: { ...state.overlays, [key]: next } };
    }
    case 'chosen': {
      const note = { day: today, page: event.page, rank: event.rank };
      return { ...state, chosen: { ...state.chosen, [`${event.site}/${event.overlay}`]: note } };
    }
    case 'let-through':
      return { ...state, letThrough: counted(state.letThrough, `${event.site}/${event.overlay}`) };
    case 'failed':
      return { ...state, failures: counted(state.failures, event.where) };
  }
}

function counted(counts: Record<string, number>, key: string): Record<string, number> {
  return { ...counts, [key]: (counts[key] ?? 0) + 1 };
}

/** Events are written one after the other; a full or locked storage loses the note, never the page. */
let last: Promise<void> = Promise.resolve();

/** Notes one event. Never throws. */
export function noteEvent(event: EngineEvent): Promise<void> {
  last = last.then(async () => {
    try {
      const today = new Date().toISOString().slice(0, 10);
      await browser.storage.local.set({ [STATE_KEY]: withEvent(await readState(), event, today) });
    } catch {
      // A note about an overlay is worth less than anything else on a full disk.
    }
  });
  return last;
}

/** Forgets the record, once what came before is written. @throws when storage fails. */
export function forgetState(): Promise<void> {
  const forgotten = last.then(() => browser.storage.local.remove(STATE_KEY));
  last = forgotten.catch(() => undefined);
  return forgotten;
}
