import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { EXERCISES_KEY, forget, keep, listKept } from './kept-exercises';

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

  it('are forgotten one by one or all at once, without a trace', async () => {
    await keep(named('Lune'));
    await keep(named('Soleil'));
    expect(await forget('Lune')).toEqual([named('Lune')]);
    expect(await names()).toEqual(['Soleil']);
    await forget('Soleil');
    expect(await browser.storage.local.get(EXERCISES_KEY)).toEqual({});
  });

  it('that are damaged are left out', async () => {
    await browser.storage.local.set({ [EXERCISES_KEY]: ['?', named('Lune')] });
    expect(await names()).toEqual(['Lune']);
  });
});
