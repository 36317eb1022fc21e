import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../src/schema';
import { plainText } from '../../src/ui/rich-text';
import { practiceHandler } from '../pages/serve';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { type Box, clickBox, look, until } from './person';
import { type Place, placesOf } from './practice-places';
import { comeByKeyboard, reach } from './reach';
import { ALL_PRACTICE, practiceFor, SITES } from './sites';

interface Met {
  id: string;
  words: string;
  places: Place[];
}

/** The hints of a site, with the places of the practice pages where their field stands, read in the pages' descriptions. */
const hintsOf = (site: (typeof SITES)[number]): Met[] =>
  site.pack.hints
    .map((hint) => ({
      id: hint.id,
      words: plainText(hint.write).split('\n')[0] ?? '',
      places: practiceFor(site, hint.pages).flatMap((page) => byRank(placesOf(page, [hint.target]), hint.target)),
    }))
    // Page by page, so that each is loaded once.
    .toSorted((one, other) => pageOf(one).localeCompare(pageOf(other)));

/** Among equals, the one that the target counts to comes first. */
function byRank(places: Place[], { position = 1 }: Target): Place[] {
  return [...places.slice(position - 1), ...places.slice(0, position - 1)];
}

const pageOf = ({ places }: Met): string => places[0]?.page.url ?? '';

/** ms; on a busy machine the page may be looked at late. */
const PATIENCE = 8_000;

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));
  let page: Page;
  beforeAll(async () => {
    page = await here.browser.newPage();
  });

  it.each(SITES.map((site) => [site.pack.site.id, site] as const))(
    'every hint of %s shows at its field',
    async (_id, site) => {
      const missing: string[] = [];
      for (const { id, words, places } of hintsOf(site)) {
        let met = false;
        for (const place of places) {
          met ||= await showsAt(page, place, words);
          if (met) break;
        }
        if (!met) missing.push(`${id} (${places.map((one) => one.page.id).join(', ') || 'no page shows its field'})`);
      }
      expect(missing).toEqual([]);
    },
    400_000,
  );

  it('catches the RSA typed as a salary', async () => {
    await page.goto('https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources');
    const field = await page.waitForSelector('.hidden-xs input[name="salaire-3"]');
    await field?.click();
    await page.keyboard.type('812,40');
    const seen = await until(
      page,
      'the note on the RSA',
      ({ hint }) => hint?.includes('Le RSA ne se déclare pas') ?? false,
    );
    expect(seen.hint).toContain('La CAF le sait déjà');
  });
});

/** Comes to the field as a person would, and looks whether the help beside it says these words. */
async function showsAt(page: Page, place: Place, words: string): Promise<boolean> {
  if (page.url() !== place.page.url) await load(page, place);
  if (await comeTo(page, place, words)) return true;
  await load(page, place);
  return await comeTo(page, place, words);
}

/** By way of nowhere: pages that differ after # only would not load again. */
async function load(page: Page, place: Place): Promise<void> {
  await page.goto('about:blank');
  await page.goto(place.page.url);
}

async function comeTo(page: Page, place: Place, words: string): Promise<boolean> {
  const box = await reach(page, place);
  if (!box) return false;
  // What leads on when it is pressed is left before its help can be read: a person comes to it first.
  if (place.control.kind === 'group' || place.control.kind === 'words') await comeByKeyboard(page, place.control);
  else await clickTwiceIfCovered(page, box);
  if (await isShown(page, words)) return true;
  // The choice itself is held: the help is beside the field for those who come to it without choosing.
  if (!(await look(page)).dialog) return false;
  await page.keyboard.press('Escape');
  await comeByKeyboard(page, place.control);
  return await isShown(page, words);
}

/** ms in which our help has closed after a click beside its field. */
const CLOSED = 150;

/** The help of the field before may lie over this one: the first click closes it, and the person clicks again. */
async function clickTwiceIfCovered(page: Page, box: Box): Promise<void> {
  await clickBox(page, box);
  if (!(await page.evaluate(() => document.activeElement === document.body))) return;
  await new Promise((resume) => setTimeout(resume, CLOSED));
  await clickBox(page, box);
}

async function isShown(page: Page, words: string): Promise<boolean> {
  return await until(
    page,
    'a hint, or a question before the choice',
    ({ hint, dialog }) => dialog !== undefined || (hint?.includes(words) ?? false),
    PATIENCE,
  ).then(
    ({ hint }) => hint?.includes(words) ?? false,
    () => false,
  );
}
