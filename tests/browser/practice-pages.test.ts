// @vitest-environment node
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guide, PracticePage, Target } from '../../src/schema';
import { type BuiltSite, buildPacks } from '../../src/schema/load/build-packs';
import { bundleForPage } from '../pages/bundle';
import type { ProbeAnswer, ProbeAsk } from '../pages/probe-page';
import { openBrowser } from './driver';
import { startWorld, type World } from './world';

/**
 * Recognised by their words alone, on whichever page: no screen is known that could be reconstructed.
 * Once one is, its line goes: this list may only get shorter.
 */
const NEVER_SEEN: Record<string, string[]> = {};

const sites = buildPacks(resolve(import.meta.dirname, '../../overlays'));

/**
 * The practice pages and the overlays must not drift apart: the engine's own page view is asked, in a real browser
 * (visibility needs real boxes), for every step's target on the page where it is practised.
 */
describe.each(sites.filter(({ practice }) => practice.length > 0))('the practice pages of $pack.site.id', (site) => {
  let world: World;
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    const script = await bundleForPage('probe-page.ts');
    world = await startWorld(() => ({ body: `<!doctype html><body></body><script>${script}</script>` }));
    browser = await openBrowser('chromium', { world, extension: null });
    tab = await browser.newPage();
    await tab.goto('https://exercice.invalid/');
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  const ask = (page: PracticePage, targets: Target[]): Promise<ProbeAnswer> =>
    tab.evaluate((one: ProbeAsk) => window.probe(one), {
      page,
      site: site.pack.site,
      synonyms: site.pack.synonyms,
      targets,
    });

  it('are recognised as the pages they reconstruct', async () => {
    const wrong: string[] = [];
    for (const page of site.practice) {
      const { pages } = await ask(page, []);
      if (!pages.includes(page.page))
        wrong.push(`${page.id} : reconnue comme « ${pages.join(', ')} », attendu ${page.page}`);
    }
    expect(wrong).toEqual([]);
  });

  it('show every hint and every warning of the site', async () => {
    const lost = await lostHelp(site, ask);
    const known = NEVER_SEEN[site.pack.site.id] ?? [];
    expect(lost.filter((one) => !known.some((name) => one.startsWith(`${name} :`)))).toEqual([]);
    expect(known.filter((name) => !lost.some((one) => one.startsWith(`${name} :`)))).toEqual([]);
  });

  it.each(site.pack.guides.map((guide) => ({ id: guide.id, guide })))(
    'let $id be followed to its end',
    async ({ guide }) => {
      expect(await lostSteps(site, guide, ask)).toEqual([]);
    },
  );
});

/** Hints and warnings whose target is on none of the practice pages of their own pages, with the reason. */
async function lostHelp(
  { pack, practice }: BuiltSite,
  ask: (page: PracticePage, targets: Target[]) => Promise<ProbeAnswer>,
): Promise<string[]> {
  const help = [
    ...pack.hints.map(({ id, pages, target }) => ({ name: `aide ${id}`, pages, targets: [target] })),
    ...pack.warnings.map(({ id, pages, targets }) => ({ name: `avertissement ${id}`, pages, targets })),
  ];
  const why = new Map(help.map(({ name }) => [name, 'aucune page d’exercice']));
  for (const page of practice) {
    const here = help.filter(({ pages }) => pages.includes(page.page) || pages.includes('any'));
    const targets = here.flatMap((one) => one.targets.map((target) => ({ name: one.name, target })));
    const { outcomes } = await ask(
      page,
      targets.map(({ target }) => target),
    );
    targets.forEach(({ name }, index) => {
      if (why.get(name) !== 'found') why.set(name, outcomes[index] ?? '');
    });
  }
  return [...why].filter(([, outcome]) => outcome !== 'found').map(([name, outcome]) => `${name} : ${outcome}`);
}

/** The steps whose target is found on none of the practice pages where the step can happen, with the reason. */
async function lostSteps(
  { practice }: BuiltSite,
  guide: Guide,
  ask: (page: PracticePage, targets: Target[]) => Promise<ProbeAnswer>,
): Promise<string[]> {
  const lost: string[] = [];
  for (const { id, target, pages } of guide.steps) {
    const here = practice.filter(({ page }) => pages.includes(page));
    if (!target || here.length === 0) continue;
    const outcomes: string[] = [];
    for (const page of here) {
      const {
        outcomes: [outcome = ''],
      } = await ask(page, [target]);
      outcomes.push(`${page.id} ${outcome}`);
    }
    if (!outcomes.some((outcome) => outcome.endsWith(' found'))) lost.push(`étape ${id} : ${outcomes.join(' ; ')}`);
  }
  return lost;
}
