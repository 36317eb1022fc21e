import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unfinished, visits } from './visits';

async function openTab(): Promise<number> {
  const { id } = await browser.tabs.create({ url: 'https://www.caf.fr/' });
  return id as number;
}

describe('the tabs that show a site', () => {
  beforeEach(() => fakeBrowser.reset());

  it('lose their site with the last of them', async () => {
    const [first, second, other] = [await openTab(), await openTab(), await openTab()];
    await visits.opened(first, 'caf', 1000);
    await visits.opened(second, 'caf', 1000);
    await visits.opened(other, 'ameli', 1000);
    expect(await visits.closed(first)).toEqual({ site: 'caf', others: [second] });
    expect(await visits.closed(second)).toEqual({ site: 'caf', others: [] });
    expect(await visits.closed(second)).toBeUndefined();
  });

  it('leave their site among those that were visited, until all is forgotten', async () => {
    const tab = await openTab();
    await visits.opened(tab, 'caf', 1000);
    await visits.opened(tab, 'ameli', 1000);
    await visits.closed(tab);
    expect(await visits.sites()).toEqual(['caf', 'ameli']);
    await visits.forget();
    expect(await visits.sites()).toEqual([]);
  });

  it('do not count when a page told of itself after its tab had gone', async () => {
    const last = await openTab();
    const gone = last + 1;
    await visits.opened(gone, 'caf', 1000);
    await visits.opened(last, 'caf', 1000);
    expect(await visits.tabs('caf')).toEqual([last]);
    expect(await visits.closed(last)).toEqual({ site: 'caf', others: [] });
  });

  it('count no more once they went on, and are still known', async () => {
    const tab = await openTab();
    await visits.opened(tab, 'caf', 1000);
    await visits.wentOn([tab]);
    expect([await visits.tabs('caf'), await visits.tabs()]).toEqual([[], [tab]]);
    expect(await visits.closed(tab)).toBeUndefined();
    await visits.opened(tab, 'caf', 2000);
    expect(await visits.closed(tab)).toEqual({ site: 'caf', others: [] });
  });

  it('began with the page that opened first, whichever told of itself first', async () => {
    await visits.opened(await openTab(), 'caf', 2000);
    await visits.opened(await openTab(), 'ameli', 1000);
    await visits.opened(await openTab(), 'caf', 3000);
    expect(await visits.startedAt()).toBe(1000);
  });
});

describe('an erasing that was cut short', () => {
  beforeEach(() => fakeBrowser.reset());

  it('remembers when its session began, as far as that is known', async () => {
    await unfinished.begin(1000);
    expect(await unfinished.since()).toBe(1000);
    await unfinished.begin(undefined);
    expect(await unfinished.since()).toBeUndefined();
    expect(await unfinished.exists()).toBe(true);
    await unfinished.end();
    expect(await unfinished.exists()).toBe(false);
  });
});
