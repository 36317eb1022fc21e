// @vitest-environment node
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { buildPacks } from '../../src/schema/load/build-packs';
import { bundleForPage } from '../pages/bundle';
import type { ProbeAsk } from '../pages/probe-page';
import { openBrowser } from './driver';
import { startWorld } from './world';
it('caf', async () => {
  const site = buildPacks(resolve(import.meta.dirname, '../../overlays')).find((s) => s.pack.site.id === 'caf');
  if (!site) throw new Error('x');
  const script = await bundleForPage('probe-page.ts');
  const world = await startWorld(() => ({ body: `<!doctype html><body></body><script>${script}</script>` }));
  const browser = await openBrowser('chromium', { world, extension: null });
  const tab = await browser.newPage();
  await tab.goto('https://exercice.invalid/');
  const lost: string[] = [];
  const items = [
    ...site.pack.hints.map((h) => ({ id: `hint ${h.id}`, pages: h.pages, targets: [h.target] })),
    ...site.pack.warnings.map((w) => ({ id: `warning ${w.id}`, pages: w.pages, targets: w.targets })),
  ];
  const found = new Map<string, string[]>();
  for (const page of site.practice) {
    const here = items;
    const { outcomes, pages } = await tab.evaluate((one: ProbeAsk) => window.probe(one), {
      page, site: site.pack.site, synonyms: site.pack.synonyms, targets: here.flatMap((i) => i.targets),
    });
    console.log(page.id, pages.join(','));
    let at = 0;
    for (const item of here) {
      const mine = outcomes.slice(at, at + item.targets.length);
      at += item.targets.length;
      const on = item.pages.includes('any') || item.pages.some((p) => pages.includes(p));
      if (!on) continue;
      mine.forEach((o, n) => { if (o === 'found') found.set(item.id, [...(found.get(item.id) ?? []), `${page.id}#${n}`]); else if (!o.startsWith('missing')) lost.push(`${item.id} ${page.id} ${o}`); });
    }
  }
  for (const item of items) console.log(item.id, (found.get(item.id) ?? ['NOWHERE']).join(' '));
  console.log(lost);
  await browser.close(); await world.close();
  expect(1).toBe(1);
}, 200000);
