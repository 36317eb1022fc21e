import { browser } from 'wxt/browser';
import { liveSettings } from '../settings/live-settings';

export const EXERCISES_KEY = 'exercises';
/** Exercises on one machine; beyond this the oldest goes. */
const MOST = 30;

/** What an exercise is told by from the others: whose it is, and what is done in it with whom. Not yet checked. */
export interface Named {
  nickname: string;
  exercise?: unknown;
}

/** What « S'entraîner » kept on this machine, newest first, not yet checked. @throws when storage cannot be read. */
export async function listKept(): Promise<Named[]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(EXERCISES_KEY);
  const list: unknown[] = Array.isArray(stored[EXERCISES_KEY]) ? stored[EXERCISES_KEY] : [];
  return list.filter(isNamed);
}

/**
 * Keeps an exercise, in place of the same one of the same nickname. Another one of that nickname stays: it may be
 * somebody else's.
 * @returns whether it took the place of one
 * @throws when storage is full
 */
export async function keep(kept: Named): Promise<boolean> {
  const all = await listKept();
  const others = all.filter((one) => !isSame(one, kept));
  await browser.storage.local.set({ [EXERCISES_KEY]: [kept, ...others].slice(0, MOST) });
  return others.length < all.length;
}

/** Forgets one exercise, or all of them. @returns what was forgotten, newest first, so that it can be put back. */
export async function forget(going?: Named): Promise<Named[]> {
  const all = await listKept();
  const isGoing = (one: Named): boolean => going === undefined || isSame(one, going);
  const others = all.filter((one) => !isGoing(one));
  if (others.length === 0) await browser.storage.local.remove(EXERCISES_KEY);
  else await browser.storage.local.set({ [EXERCISES_KEY]: others });
  return all.filter(isGoing);
}

/** Forgets every exercise as soon as the settings say that none may be kept here, and now if they say so already. */
export function forgetWhenOff(signal: AbortSignal): void {
  liveSettings(signal).onChange(({ keepExercises }) => {
    // When storage cannot be reached there is nothing to forget, and nothing can be kept either.
    if (!keepExercises) void forget().catch(() => undefined);
  }, signal);
}

function isSame(one: Named, other: Named): boolean {
  return sameness(one) === sameness(other);
}

function sameness({ nickname, exercise }: Named): string {
  const { site, guide, person } = (exercise ?? {}) as Record<string, unknown>;
  return JSON.stringify([nickname, site, guide, person]);
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'nickname' in value && typeof value.nickname === 'string';
}
