import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Warning } from '../../src/schema';
import { practiceHandler } from '../pages/serve';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { clickBox, look, press, until } from './person';
import { type Answer, type Place, placesOf } from './practice-places';
import { boxOfControl, comeByKeyboard, reach } from './reach';
import { ALL_PRACTICE, practiceFor, SITES } from './sites';
import type { World } from './world';

/** ms; our dialog is deaf for a moment, so that a double click answers nothing. */
const DEAF = 500;

interface Met {
  name: string;
  warning: Warning;
  /** Where its choice stands on the practice pages, with what makes its conditions true. */
  places: Place[];
}

/** Every warning, with the places of the practice pages where its choice can be made, read in their descriptions. */
const WARNINGS: Met[] = SITES.flatMap((site) =>
  site.pack.warnings.map((warning) => ({
    name: `${site.pack.site.id}/${warning.id}`,
    warning,
    places: practiceFor(site, warning.pages)
      .flatMap((page) => placesOf(page, warning.targets))
      .filter(({ control }) => warning.trigger !== 'edit' || (control.kind === 'field' && control.edit))
      .map((place) => ({ ...place, answers: [...place.answers, ...answersFor(warning, place)] })),
  })),
);
const HELD = WARNINGS.filter(({ warning }) => warning.severity !== 'inform');
const SAID = WARNINGS.filter(({ warning }) => warning.severity === 'inform');

/** What must be answered on the page for the conditions of a warning to hold. */
function answersFor({ when = [] }: Warning, { page }: Place): Answer[] {
  return when.flatMap(({ target, is }) => {
    const control = placesOf(page, [target])[0]?.control;
    if (is === 'checked' && control?.kind === 'choice') return [{ field: control.field, value: control.value }];
    if (is === 'checked' && control?.kind === 'field') return [{ field: control.field, value: 'oui' }];
    return is === 'filled' && control?.kind === 'field' ? [{ field: control.field, value: '1' }] : [];
  });
}

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));
  let page: Page;
  // A page of its own for each that follows a failure; else the same one, by way of nowhere.
  beforeEach(async ({ task }) => {
    if (!page || page.isClosed() || task.result?.retryCount) page = await here.browser.newPage();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await page.close();
    else await page.goto('about:blank');
  });

  it.each(HELD)(
    '$name is met, cancelled once and confirmed once',
    async ({ warning, places }) => {
      const place = await openWhereItIs(page, warning, places);
      expect(place, `no practice page shows the choice of ${warning.id}`).toBeDefined();
      if (!place) return;
      const before = await effects(page, here.world);

      const asked = await meet(page, warning, place);
      expect(asked.dialog).toContain(warning.goOn);
      await new Promise((resume) => setTimeout(resume, DEAF));
      await press(page, warning.safer.label, 'dialog');
      await until(page, 'the question closed', ({ dialog }) => !dialog);
      expect(await effects(page, here.world)).toEqual(before);

      if (warning.safer.target) {
        const safer = await until(page, 'the safer choice lit', ({ lit }) => lit !== undefined, 700).catch(
          () => undefined,
        );
        if (safer) await press(page, 'Fermer', 'lit');
      }
      await meet(page, warning, place);
      await new Promise((resume) => setTimeout(resume, DEAF));
      await press(page, warning.goOn, 'dialog');
      await until(page, 'the control lit', ({ litRing }) => litRing !== undefined);
      expect(await effects(page, here.world)).toEqual(before);
      await setOff(page, warning, place);
      await tookEffect(page, here.world, before);
      expect((await look(page)).dialog).toBeUndefined();
    },
    40_000,
  );

  it.each(SAID)(
    '$name is said beside the page, and holds nothing',
    async ({ warning, places }) => {
      if (!(await openWhereItIs(page, warning, places))) expect(places).toEqual([]);
      expect(await isSaid(page, warning), 'the text beside the page').toBe(true);
      expect((await look(page)).dialog).toBeUndefined();
    },
    40_000,
  );
});

/** On the page that shows its choice, else on the pages where it may be met, one after the other. */
async function isSaid(page: Page, warning: Warning): Promise<boolean> {
  const isSeen = (patience: number): Promise<boolean> =>
    until(
      page,
      'the text',
      ({ notice, said }) => [notice, said].every((one) => one?.includes(warning.title)),
      patience,
    ).then(
      () => true,
      () => false,
    );
  if (page.url() !== 'about:blank') return await isSeen(8_000);
  for (const { url } of practiceFor(siteOf(warning), warning.pages)) {
    await page.goto(url);
    if (await isSeen(4_000)) return true;
  }
  return false;
}

function siteOf(warning: Warning): (typeof SITES)[number] {
  const site = SITES.find(({ pack }) => pack.warnings.includes(warning));
  if (!site) throw new Error(`No site has the warning ${warning.id}`);
  return site;
}

/** Opens practice pages until one shows the choice, with what makes the conditions true answered. */
async function openWhereItIs(page: Page, warning: Warning, places: readonly Place[]): Promise<Place | undefined> {
  for (const place of places) {
    if (page.url() !== 'about:blank') await page.goto('about:blank');
    await page.goto(place.page.url);
    await until(page, 'our help on the page', ({ dock }) => dock !== undefined);
    if (!(await reach(page, place))) continue;
    await copyShownAmount(page, warning);
    return place;
  }
  return undefined;
}

/** For a warning that holds only a copied amount: types it, as a person would, into a field that is still empty. */
async function copyShownAmount(page: Page, { whenAny = [] }: Warning): Promise<void> {
  const condition = whenAny.find(({ is }) => is === 'amountShownNear');
  if (condition?.is !== 'amountShownNear') return;
  const shown = await page.evaluate(
    (words) =>
      [...document.querySelectorAll('p, td')]
        .map(({ textContent }) => textContent)
        .filter((text) => words.some((word) => text.includes(word)))
        .map((text) => /\d+,\d{2}/.exec(text)?.[0])
        .find((amount) => amount !== undefined),
    condition.words,
  );
  const field = await page.evaluateHandle(
    (names) =>
      [...document.querySelectorAll<HTMLInputElement>('input')].find(
        (input) =>
          input.value === '' &&
          input.getBoundingClientRect().width > 2 &&
          names.includes(input.labels?.[0]?.textContent.trim() ?? ''),
      ),
    [condition.target.name ?? []].flat(),
  );
  const input = field.asElement();
  if (!shown || !input) throw new Error(`The page shows no amount near ${condition.words[0]}, or no empty field`);
  await (input as ElementHandle<HTMLInputElement>).click();
  await page.keyboard.type(shown);
}

/** Makes the choice as a person would. */
async function setOff(page: Page, warning: Warning, { control }: Place): Promise<void> {
  if (control.kind === 'option') {
    await comeByKeyboard(page, control);
    await page.keyboard.type(await optionWords(page, control.field, control.value));
    return;
  }
  const box = await boxOfControl(page, control);
  if (!box) throw new Error(`The choice of ${warning.id} is gone`);
  await clickBox(page, box);
  if (warning.trigger === 'edit') await page.keyboard.type('9');
}

async function optionWords(page: Page, field: string, value: string): Promise<string> {
  return await page.evaluate(
    (name, wanted) =>
      [...document.querySelectorAll<HTMLSelectElement>(`select[name="${CSS.escape(name)}"]`)]
        .find((select) => select.getClientRects().length > 0)
        ?.querySelector(`option[value="${CSS.escape(wanted)}"]`)?.textContent ?? '',
    field,
    value,
  );
}

/** Makes the choice and waits for the question. */
async function meet(page: Page, warning: Warning, place: Place): ReturnType<typeof until> {
  await setOff(page, warning, place);
  return await until(page, 'the question', ({ question }) => question === warning.title);
}

/** What has taken effect: the page's own log, its address, what is ticked or written, what was sent. */
async function effects(page: Page, world: World): Promise<unknown> {
  const inPage = await page.evaluate(() => ({
    log: [...window.__log],
    url: location.href,
    checked: [...document.querySelectorAll('input:checked')].map((input) => input.id),
    values: [...document.querySelectorAll('input:not([type=radio], [type=checkbox])')].map(
      (input) => (input as HTMLInputElement).value,
    ),
  }));
  return { ...inPage, sent: world.requests.filter(({ url }) => url.pathname === '/__sent').length };
}

async function tookEffect(page: Page, world: World, before: unknown): Promise<void> {
  const end = Date.now() + 5_000;
  while (Date.now() < end) {
    const now = await effects(page, world).catch(() => undefined);
    if (now && JSON.stringify(now) !== JSON.stringify(before)) return;
    await new Promise((resume) => setTimeout(resume, 80));
  }
  throw new Error('The choice was confirmed but nothing took effect on the page');
}
