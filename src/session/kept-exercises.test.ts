import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { MANAGED_KEY } from '../settings/live-settings';
import { EXERCISES_KEY, forget, forgetWhenOff, keep, listKept } from './kept-exercises';

const named = (nickname: string, page = 'p') => ({ nickname, page });
const names = async () => (await listKept()).map(({ nickname }) => nickname);

describe('exercises kept on this machine', () => {
  beforeEach(() => browser.storage.local.clear());

  it('are kept by nickname, the newest first, one each', async () => {
    await keep(named('Lune'));
    await keep(named('Soleil'));
    await keep(named('Lune', 'plus-loin'));
    expect(await listKept()).toEqual([named('Lune', 'plus-loin'), named('Soleil')]);
  });

  it('stay when somebody else takes the same nickname for another exercise', async () => {
    const nadia = { nickname: 'Soleil', exercise: { site: 'caf', guide: 'declaration', person: 'nadia' } };
    const lucie = { nickname: 'Soleil', exercise: { site: 'francetravail', guide: 'actualisation', person: 'lucie' } };
    const karim = { nickname: 'Soleil', exercise: { ...nadia.exercise, person: 'karim' } };
    expect([await keep(nadia), await keep(lucie), await keep(karim)]).toEqual([false, false, false]);
    expect(await listKept()).toEqual([karim, lucie, nadia]);
    const further = { ...nadia, exercise: { ...nadia.exercise, help: 'alone' } };
    expect(await keep(further)).toBe(true);
    expect(await listKept()).toEqual([further, karim, lucie]);
    await forget(lucie);
    expect(await listKept()).toEqual([further, karim]);
  });

  const off = { [MANAGED_KEY]: { keepExercises: false } };
  const areGone = () => vi.waitUntil(async () => (await listKept()).length === 0);

  it('go at once when the structure says that none may be kept, and not before', async () => {
    await keep(named('Lune'));
    forgetWhenOff(new AbortController().signal);
    await browser.storage.local.set({ [MANAGED_KEY]: { keepExercises: true } });
    expect(await names()).toEqual(['Lune']);
    await browser.storage.local.set(off);
    await areGone();
  });

  it('go at the start when none may be kept already', async () => {
    await browser.storage.local.set(off);
    await keep(named('Lune'));
    forgetWhenOff(new AbortController().signal);
    await areGone();
  });

  it('are forgotten one by one or all at once, without a trace', async () => {
    await keep(named('Lune'));
    await keep(named('Soleil'));
    expect(await forget(named('Lune'))).toEqual([named('Lune')]);
    expect(await names()).toEqual(['Soleil']);
    await forget(named('Soleil'));
    expect(await browser.storage.local.get(EXERCISES_KEY)).toEqual({});
  });

  it('that are damaged are left out', async () => {
    await browser.storage.local.set({ [EXERCISES_KEY]: ['?', named('Lune')] });
    expect(await names()).toEqual(['Lune']);
  });
});
