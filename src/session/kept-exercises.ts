import { browser } from 'wxt/browser';

export const EXERCISES_KEY = 'exercises';
/** Exercises on one machine; beyond this the oldest goes. */
const MOST = 30;

interface Named {
  nickname: string;
}

/** What « S'entraîner » kept on this machine, newest first, not yet checked. @throws when storage cannot be read. */
export async function listKept(): Promise<Named[]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(EXERCISES_KEY);
  const list: unknown[] = Array.isArray(stored[EXERCISES_KEY]) ? stored[EXERCISES_KEY] : [];
  return list.filter(isNamed);
}

/** Keeps an exercise under its nickname, in place of the one of the same nickname. @throws when storage is full. */
export async function keep(kept: Named): Promise<void> {
  const others = (await listKept()).filter(({ nickname }) => nickname !== kept.nickname);
  await browser.storage.local.set({ [EXERCISES_KEY]: [kept, ...others].slice(0, MOST) });
}

/** Forgets one exercise, or all of them. */
export async function forget(nickname?: string): Promise<void> {
  const others = nickname === undefined ? [] : (await listKept()).filter((one) => one.nickname !== nickname);
  if (others.length === 0) return browser.storage.local.remove(EXERCISES_KEY);
  await browser.storage.local.set({ [EXERCISES_KEY]: others });
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'nickname' in value && typeof value.nickname === 'string';
}
