import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../src/schema';
import { runCaseFile } from '../bench/locate/case-file';
import { ownPages } from '../bench/locate/sources';
import { bundleForPage } from '../pages/bundle';
import { ROWS, showRow } from '../pages/locate-rows';
import { SCROLLED } from '../pages/scrolled-rows';

const REASONS: [why: string, html: string, target: Target, reason: string][] = [
  ['nothing like it', '<button>Annuler</button>', { role: 'button', name: 'Valider' }, 'nothing-like-it'],
  [
    'two too alike',
    '<button>Modifier</button><button>Modifier</button>',
    { role: 'button', name: 'Modifier' },
    'ambiguous',
  ],
  ['hidden', '<button hidden>Valider</button>', { role: 'button', name: 'Valider' }, 'hidden'],
  ['disabled', '<button disabled>Valider</button>', { role: 'button', name: 'Valider' }, 'disabled'],
  [
    'covered',
    '<button>Valider</button><div style="position:fixed;inset:0;background:#fff">Patientez</div>',
    { role: 'button', name: 'Valider' },
    'covered',
  ],
];

/** How many of each file are right at the least, and wrong at the most; an improvement is to be told here too. */
const HELD = [
  ['administration', 470, 0],
  ['redesigns', 511, 0],
  ['applications', 730, 1],
  ['journeys', 533, 3],
] as const;

/** The locator on real geometry, in Chromium: each row holds one thing that pages do. */
describe('an element as a person describes it', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    await context.addInitScript(await bundleForPage('../bench/locate/in-page/bench-page.ts'));
    page = await context.newPage();
  });
  afterAll(async () => await browser?.close());

  it.each([...ROWS, ...SCROLLED])('%s', async (_, html, target, expected) => {
    await showRow(page, html);
    const found = await page.evaluate(([wanted, selector]) => window.bench.locate(wanted, selector), [
      target,
      expected,
    ] as const);
    expect(found).toMatchObject({ verdict: 'right' });
  });

  it.each(REASONS)('says why: %s', async (_, html, target, reason) => {
    await showRow(page, html);
    const { answer } = await page.evaluate((wanted) => window.bench.locate(wanted, null), target);
    expect(answer).toBe(reason);
  });

  it.each(HELD)(
    'is wrong no more often on pages that a stranger to the locator wrote: %s',
    async (name, least, most) => {
      const file = resolve(import.meta.dirname, `../bench/cases/${name}.json`);
      const { wrong, right } = await runCaseFile(file, { page }, (await ownPages()).synonyms);
      expect(wrong).toBeLessThanOrEqual(most);
      expect(right).toBeGreaterThanOrEqual(least);
    },
    240_000,
  );

  it('follows the page: what comes, what goes, what is said otherwise, without reading the rest again', async () => {
    await showRow(
      page,
      '<button>Valider</button><label for="s">Salaire</label><input id="s"><p id="n">Pension</p><input id="p" aria-labelledby="n"><x-c></x-c>',
    );
    const seen = await page.evaluate(() => {
      const target = (name: string) => ({ role: 'textbox' as const, name });
      const living = window.bench.living();
      const find = (name: string) => living.find(target(name));
      const steps: Record<string, (string | undefined)[]> = { first: [find('Salaire'), find('Pension')] };
      document.querySelector('label')?.replaceChildren('Loyer');
      document.querySelector('#n')?.replaceChildren('Rente');
      steps.renamed = [find('Salaire'), find('Pension'), find('Loyer'), find('Rente')];
      document.querySelector('label')?.remove();
      steps.gone = [find('Loyer'), find('Rente')];
      document.body.insertAdjacentHTML(
        'beforeend',
        '<label for="s">Prime</label><table><tr><td id="c">Aide</td><td><input id="t"></td></tr></table>',
      );
      steps.come = [find('Prime'), find('Aide')];
      document.querySelector('#c')?.replaceChildren('Bourse');
      document.body.insertAdjacentHTML('beforeend', '<div><div id="l">Rue</div><div><input id="v"></div></div>');
      steps.beside = [find('Rue')];
      document.querySelector('#l')?.replaceChildren('Voie');
      steps.besideNow = [find('Rue'), find('Voie')];
      document
        .querySelector('x-c')
        ?.attachShadow({ mode: 'open' })
        .append(Object.assign(document.createElement('input'), { id: 'i', title: 'Épargne' }));
      steps.inside = [find('Bourse'), find('Épargne')];
      return steps;
    });
    expect(seen).toEqual({
      first: ['s', 'p'],
      renamed: [undefined, undefined, 's', 'p'],
      gone: [undefined, 'p'],
      come: ['s', 't'],
      beside: ['v'],
      besideNow: [undefined, 'v'],
      inside: ['t', 'i'],
    });
  });
});
