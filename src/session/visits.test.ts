import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { visits } from './visits';

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
    expect(await visits.closed(first)).toBeUndefined();
    expect(await visits.closed(second)).toBe('caf');
  });

  it('do not count when a page told of itself after its tab had gone', async () => {
    const last = await openTab();
    const gone = last + 1;
    await visits.opened(gone, 'caf', 1000);
    await visits.opened(last, 'caf', 1000);
    expect([...(await visits.tabs())]).toEqual([['caf', last]]);
    expect(await visits.closed(last)).toBe('caf');
  });

  it('began with the page that opened first, whichever told of itself first', async () => {
    await visits.opened(await openTab(), 'caf', 2000);
    await visits.opened(await openTab(), 'ameli', 1000);
    await visits.opened(await openTab(), 'caf', 3000);
    expect(await visits.startedAt()).toBe(1000);
  });
});
