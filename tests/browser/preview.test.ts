import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPacks } from '../../src/schema/load/build-packs';
import { builtExtension, openOwnPage } from './driver';
import { openedFor } from './opened';

const ROOT = resolve(import.meta.dirname, '../..');
const packs = buildPacks(resolve(ROOT, 'overlays')).map(({ pack }) => pack);

describe('the preview of every overlay', () => {
  const here = openedFor('chromium');
  let page: Page;
  beforeAll(async () => {
    page = await openOwnPage('chromium', here.browser, '/preview.html');
  });

  it.each(packs)('shows all of $site.id, each item once, whole, with its source and its last check', async (pack) => {
    await page.evaluate((id) => {
      location.hash = id;
    }, pack.site.id);
    await page.waitForSelector(`[data-ready="${pack.site.id}"]`);
    const items = await page.$$eval('[data-item]', (all) =>
      all.map((item) => {
        const root = item.querySelector<HTMLElement>(':scope > div:last-child')?.shadowRoot;
        const cards = [...(root?.querySelectorAll<HTMLElement>('[data-panel]') ?? [])];
        return {
          name: item.getAttribute('data-item') ?? '',
          evidence: item.querySelector('.evidence')?.textContent ?? '',
          isWhole:
            cards.length > 0 && cards.every((card) => card.offsetHeight > 40 && card.scrollHeight <= card.offsetHeight),
        };
      }),
    );
    const named = [
      ...pack.guides.flatMap(({ id, steps }) => [...steps.map((step) => `${id} › ${step.id}`), id]),
      ...pack.warnings.map(({ id }) => id),
      ...pack.hints.map(({ id, pages }) => `${pages.join(', ')} › ${id}`),
      ...pack.terms.map(({ id }) => id),
      ...pack.people.map(({ id }) => id),
    ];
    expect(items.map(({ name }) => name)).toEqual(named);
    expect(items.filter(({ isWhole }) => !isWhole).map(({ name }) => name)).toEqual([]);
    for (const { id, source } of [...pack.guides, ...pack.warnings, ...pack.people])
      expect(items.find(({ name, evidence }) => name === id && evidence.includes(source))).toBeDefined();
    expect(items.some(({ evidence }) => evidence.includes('Jamais vérifié sur le vrai site.'))).toBe(true);
  });

  it('is in no build that people are given', () => {
    for (const name of ['chromium', 'firefox'] as const) {
      expect(existsSync(resolve(builtExtension(name, 'test'), 'preview.html'))).toBe(true);
      expect(existsSync(resolve(builtExtension(name, 'real'), 'preview.html'))).toBe(false);
    }
  });
});
