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

/** Forgets one exercise, or all of them. @returns what was forgotten, newest first, so that it can be put back. */
export async function forget(nickname?: string): Promise<Named[]> {
  const all = await listKept();
  const isGoing = (one: Named): boolean => nickname === undefined || one.nickname === nickname;
  const others = all.filter((one) => !isGoing(one));
  if (others.length === 0) await browser.storage.local.remove(EXERCISES_KEY);
  else await browser.storage.local.set({ [EXERCISES_KEY]: others });
  return all.filter(isGoing);
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'nickname' in value && typeof value.nickname === 'string';
}
