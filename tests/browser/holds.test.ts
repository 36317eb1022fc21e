import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { questionOrEffect, settle } from '../holds/attempt';
import { addressOf, benchHandler, effectsOf } from '../holds/bench';
import { controlRun, tryCell } from '../holds/cell';
import { type Hands, handsOn } from '../holds/hands';
import { PAGE_KINDS } from '../holds/pages/all';
import { questionOn } from '../holds/question';
import { WAYS } from '../holds/ways/all';
import { type BrowserName, openBrowser } from './driver';
import { buildOther } from './other-overlays';
import { look, until } from './person';
import { startWorld, type World } from './world';

/** Cells of `npm run holds`, one for each mechanism of the gate; the whole table takes the better part of an hour. */
const CELLS: [kind: string, way: string][] = [
  ['button-mousedown', 'touch'],
  ['button-keydown', 'space'],
  ['button-later', 'double'],
  ['form-checked-first', 'enter-field'],
  ['link', 'middle'],
  ['dialog-press', 'mouse'],
  ['shadow-press', 'touch'],
  ['slide', 'drag-away'],
];

/** ms; longer than our dialog stays deaf. */
const CALM = 600;
/** Colour of what the page lays over us, in the red, green, blue and alpha of a picture. */
const PINK = '255,0,255,255';
const TITLE = 'Voulez-vous arrêter le courrier papier ?';

describe.each<BrowserName>(['chromium', 'firefox'])('a choice is held in %s', (name) => {
  let world: World;
  let bare: Browser;
  let ours: Browser;
  let page: Page;
  let hands: Hands;
  let run = '';
  let runs = 0;
  beforeAll(async () => {
    const extension = buildOther(name, 'tests/holds/overlays', 'holds', process.env.HOLDS_BUILT === 'yes');
    world = await startWorld(benchHandler);
    [bare, ours] = await Promise.all([
      openBrowser(name, { world, extension: null }),
      openBrowser(name, { world, extension }),
    ]);
  });
  afterEach(() => page?.close().catch(() => undefined));
  afterAll(async () => {
    await bare?.close();
    await ours?.close();
    await world?.close();
  });

  it.each(CELLS)('%s × %s', async (kindId, wayId) => {
    const kind = PAGE_KINDS.find(({ id }) => id === kindId);
    const way = WAYS.find(({ id }) => id === wayId);
    if (!kind || !way) throw new Error(`There is no cell ${kindId} × ${wayId}`);
    page = await bare.newPage();
    const real = await controlRun({ name, world, page }, { kind, way });
    await page.close();
    expect(real.length, 'this way in sets the choice off without us').toBeGreaterThan(0);
    page = await ours.newPage();
    const { verdict, why } = await tryCell({ name, world, page }, { kind, way }, real);
    expect(`${verdict} ${why ?? ''}`.trim()).toBe('held');
  });

  /** Opens the plain button page and presses its button by mouse: our question stands. */
  async function ask(kind = 'button-click'): Promise<void> {
    run = `f${++runs}`;
    page = await ours.newPage();
    hands = handsOn(name, page);
    await page.goto(addressOf(run, kind));
    await until(page, 'our help on the page', ({ dock }) => dock !== undefined);
    await hands.click('#control');
    await until(page, 'the question', ({ question }) => question === TITLE);
    await new Promise((resume) => setTimeout(resume, CALM));
  }
  const done = (): number => effectsOf(world, run).length;
  /** Presses « continue » where it stands, whatever the page has made of it. */
  async function pressGoOn(): Promise<void> {
    const question = await questionOn(page);
    if (!question) throw new Error('Our question is gone');
    const { left, top, width, height } = question.goOn;
    await page.mouse.click(left + width / 2, top + height / 2);
  }
  /** The person can still answer: continue, then their own press goes through once. */
  async function goesOnOnce(): Promise<void> {
    await until(page, 'our answer taken', ({ question }) => question === undefined, 100).catch(() => undefined);
    for (let tries = 0; tries < 6 && (await questionOn(page)); tries++) {
      await pressGoOn();
      await new Promise((resume) => setTimeout(resume, CALM));
    }
    await until(page, 'the control lit', ({ litRing }) => litRing !== undefined);
    expect(done()).toBe(0);
    await hands.click('#control');
    expect(await settle(hands, world, run, 2, 6_000)).toHaveLength(2);
  }
  /** The page has fought us until its own behaviour was given back: the text was said, and stays beside the page. */
  async function givenBack(fight: () => Promise<unknown>): Promise<void> {
    const said: string[] = [];
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.accept();
    });
    await fight();
    const end = Date.now() + 15_000;
    while (said.length === 0 && Date.now() < end) await new Promise((resume) => setTimeout(resume, 60));
    expect(said[0]).toContain(TITLE);
    expect(said[0]).toContain('Vos lettres arriveront seulement par internet.');
    expect(await questionOn(page)).toBeUndefined();
  }

  it('a page script presses neither our buttons nor the control in the person’s place', async () => {
    await ask('form-submit-fetch');
    await page.evaluate(() => {
      const root = window.__ours();
      const control = document.querySelector<HTMLElement>('#control');
      for (const button of [root?.querySelector<HTMLElement>('.go-on'), control]) {
        button?.click();
        button?.focus();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          button?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true }));
        button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
      document.querySelector('form')?.requestSubmit();
    });
    await new Promise((resume) => setTimeout(resume, CALM));
    expect(done()).toBe(0);
    expect((await look(page)).question).toBe(TITLE);
    await goesOnOnceBySubmit();
  });
  async function goesOnOnceBySubmit(): Promise<void> {
    await pressGoOn();
    await until(page, 'the control lit', ({ litRing }) => litRing !== undefined);
    expect(done()).toBe(0);
    await hands.click('#control');
    expect(await settle(hands, world, run, 2, 6_000)).toHaveLength(2);
  }

  it('a device that clicks by itself answers nothing', async () => {
    await ask();
    const question = await questionOn(page);
    if (!question) throw new Error('no question');
    // The first click is the person's calm one in shape: make the dialog deaf first, as its opening does.
    await page.mouse.click(5, 5);
    await hands.keys('Escape');
    await until(page, 'the question closed', ({ dialog }) => dialog === undefined);
    await hands.click('#control');
    await until(page, 'the question again, short', ({ dialog }) => dialog?.includes('Vous avez déjà lu ceci') ?? false);
    const again = await questionOn(page);
    if (!again) throw new Error('no question');
    const { left, top, width, height } = again.goOn;
    for (let click = 0; click < 12; click++) await page.mouse.click(left + width / 2, top + height / 2);
    expect((await look(page)).question).toBe(TITLE);
    expect(done()).toBe(0);
  });

  /** What a person sees at this point: of what lies over a modal window, no look by points finds anything. */
  async function colourAt(x: number, y: number): Promise<string | undefined> {
    const picture = await page.screenshot({ encoding: 'base64', clip: { x, y, width: 2, height: 2 } });
    return await page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas').getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return canvas?.getImageData(0, 0, 1, 1).data.join();
    }, picture);
  }

  it.each(['none', 'auto'])(
    'a question that the page covers cannot be answered, and comes above again (clicks on the cover: %s)',
    async (clicks) => {
      await ask();
      await page.evaluate((pointerEvents) => {
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.popover = 'manual';
        cover.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;background:#f0f;pointer-events:${pointerEvents}`;
        document.body.append(cover);
        // As late as a page can: whatever we do in our own time, the click falls on what is covered.
        window.addEventListener('mouseup', () => cover.showPopover(), { capture: true, once: true });
      }, clicks);
      await pressGoOn();
      expect(await page.evaluate(() => document.querySelector('#cover')?.matches(':popover-open'))).toBe(true);
      expect(await questionOn(page)).toBeDefined();
      const comesAbove = async (): Promise<boolean> => {
        const { left, top, width, height } = (await questionOn(page))?.goOn ?? { left: 0, top: 0, width: 0, height: 0 };
        return (await colourAt(left + width / 2, top + height / 2)) !== PINK;
      };
      const end = Date.now() + 1_500;
      while (!(await comesAbove()) && Date.now() < end) await new Promise((resume) => setTimeout(resume, 60));
      expect(await comesAbove()).toBe(true);
      expect(await page.evaluate(() => document.querySelector('#cover')?.matches(':popover-open'))).toBe(true);
      expect((await look(page)).litRing).toBeUndefined();
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('#cover')?.style.setProperty('pointer-events', 'none'),
      );
      await goesOnOnce();
      // Nothing of ours is over it any more: the look by colour does find the cover.
      expect(await colourAt(9, 400)).toBe(PINK);
    },
  );

  it('a page that fades us out again and again gets its own behaviour back, the text still readable', async () => {
    await ask();
    await givenBack(async () => {
      await page.evaluate(() => {
        document.documentElement.style.setProperty('opacity', '0.01', 'important');
      });
      await pressGoOn().catch(() => undefined);
    });
    expect(done()).toBe(0);
    await page.evaluate(() => document.documentElement.style.removeProperty('opacity'));
    await until(page, 'the text beside the page', ({ notice }) => notice?.includes(TITLE) ?? false);
    await hands.click('#control');
    expect(await settle(hands, world, run, 2, 6_000)).toHaveLength(2);
  });

  it('our host taken out once comes back with the question; nothing slips meanwhile', async () => {
    await ask();
    await page.evaluate(() => document.querySelector('cote-a-cote')?.remove());
    await hands.click('#control');
    expect(done()).toBe(0);
    await until(page, 'the question again', ({ question }) => question === TITLE);
    await goesOnOnce();
  });

  it('a page that takes our host out again and again gets its own behaviour back', async () => {
    await ask();
    await givenBack(() =>
      page.evaluate(() => {
        setInterval(() => document.querySelector('cote-a-cote')?.remove(), 20);
      }),
    );
    expect(done()).toBe(0);
    await hands.click('#control');
    expect(await settle(hands, world, run, 2, 6_000)).toHaveLength(2);
  });

  it('a page that presses its button by itself while the person is asked gets it back, told and not silently', async () => {
    await ask();
    await givenBack(() =>
      page.evaluate(() => {
        const timer = setInterval(() => document.querySelector<HTMLElement>('#control')?.click(), 30);
        setTimeout(() => clearInterval(timer), 3_000);
      }),
    );
  });

  it('a page that steals the focus sets nothing off by the person’s Enter', async () => {
    await ask('button-keydown');
    await page.evaluate(() => {
      setInterval(() => document.querySelector<HTMLElement>('#control')?.focus(), 10);
    });
    await new Promise((resume) => setTimeout(resume, 100));
    await hands.keys('Enter');
    await hands.keys(' ');
    expect(done()).toBe(0);
    expect((await look(page)).question).toBe(TITLE);
  });

  it('a page that opens its own window over our question leaves it answerable', async () => {
    await ask();
    await page.evaluate(() => {
      const window_ = document.createElement('dialog');
      window_.innerHTML = '<p>Votre session expire</p><button>Fermer</button>';
      document.body.append(window_);
      window_.showModal();
    });
    await questionOrEffect(hands, world, run, 0, 2_000);
    await new Promise((resume) => setTimeout(resume, CALM * 2));
    await pressGoOn();
    await until(page, 'the question closed', ({ question }) => question === undefined);
    expect(done()).toBe(0);
  });

  it('how serious a choice is stands in words, and in the border where colours are forced', async () => {
    await ask();
    const caution = await dialogLook();
    await page.close();
    run = `f${++runs}`;
    page = await ours.newPage();
    hands = handsOn(name, page);
    if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
    await page.goto(addressOf(run, 'slide'));
    await until(page, 'our help on the page', ({ dock }) => dock !== undefined);
    await hands.click('#control');
    await until(page, 'the question', ({ question }) => question === 'Voulez-vous tout arrêter ?');
    const stop = await dialogLook();
    expect(caution).toEqual({ words: 'Choix important', border: 'solid', named: true });
    expect(stop).toEqual({ words: 'Choix très important', border: 'double', named: true });
  });
  async function dialogLook(): Promise<unknown> {
    return await page.evaluate(() => {
      const dialog = window.__ours()?.querySelector('dialog');
      const kicker = dialog?.querySelector('.kicker');
      return {
        words: kicker?.textContent,
        border: dialog ? getComputedStyle(dialog).borderTopStyle : undefined,
        named: dialog?.getAttribute('aria-labelledby')?.includes(kicker?.id ?? '?'),
      };
    });
  }

  it('a page that writes itself anew is held still', async () => {
    await ask();
    await hands.keys('Escape');
    await page.evaluate(
      (sent) => {
        document.open();
        document.write(
          `<!doctype html><html lang="fr"><body><main><h1>Mes courriers</h1><button id="control">Arrêter le courrier papier</button></main></body></html>`,
        );
        document.close();
        document.querySelector('#control')?.addEventListener('click', () => void fetch(sent, { method: 'POST' }));
      },
      addressOf(run, 'button-click').replace(/page$/, 'sent'),
    );
    await new Promise((resume) => setTimeout(resume, 1_500));
    const [x, y] = await page.evaluate(() => {
      const { left, top } = document.querySelector('#control')?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return [left + 5, top + 5] as const;
    });
    await page.mouse.click(x, y);
    await until(page, 'the question', ({ question }) => question === TITLE);
    expect(done()).toBe(0);
  });
});
