import type { Frame, Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/driver.ts';
import type { Box } from '../browser/person.ts';
import { bidi, type PointerKind, pressPen, tapAt } from './pointers.ts';

/** What every page of the table offers to the one who reads it (`pages/page-kind.ts`). */
declare global {
  interface Window {
    __box(selector: string): Box | undefined;
    __focus(selector: string): void;
    __state(): string[];
    /** How many requests of its own the page has set off so far. */
    __due?: number;
    /** Our own shadow root, open in the test build. */
    __ours(): ShadowRoot | undefined;
    __persisted?: boolean;
  }
}

/** The hands of a person on one tab: real mouse, pen, finger and keys of the browser. */
export interface Hands {
  readonly name: BrowserName;
  readonly page: Page;
  /** @returns the middle of an element of the page, in px of the window; `undefined` when it is not there. */
  spot(selector: string): Promise<Spot | undefined>;
  focus(selector: string): Promise<void>;
  click(
    selector: string,
    options?: { button?: 'left' | 'middle'; count?: number; pointer?: PointerKind },
  ): Promise<boolean>;
  tap(selector: string): Promise<boolean>;
  /** Presses keys that are held together: `['Control', 'v']`. */
  keys(...chord: readonly string[]): Promise<void>;
  /** Presses an access key by the browser's own shortcut: Alt, in Firefox with Shift. */
  accessKey(letter: string): Promise<void>;
}

export interface Spot {
  x: number;
  y: number;
  box: Box;
}

/** @returns hands on a tab. */
export function handsOn(name: BrowserName, page: Page): Hands {
  const spot = (selector: string): Promise<Spot | undefined> => findSpot(page, selector);
  return {
    name,
    page,
    spot,
    async focus(selector) {
      const frame = await partOf(page);
      await frame.evaluate((one) => window.__focus(one), selector);
    },
    async click(selector, { button = 'left', count = 1, pointer = 'mouse' } = {}) {
      const at = await spot(selector);
      if (!at) return false;
      if (pointer === 'pen') await pressPen(name, page, at);
      else await page.mouse.click(at.x, at.y, { button, count });
      return true;
    },
    async tap(selector) {
      const at = await spot(selector);
      if (at) await tapAt(name, page, at);
      return at !== undefined;
    },
    async keys(...chord) {
      if (name === 'firefox') await bidi(page).performActions([keySource(chord)]);
      else await pressChord(page, chord);
    },
    async accessKey(letter) {
      if (name === 'firefox') await bidi(page).performActions([keySource(['Alt', 'Shift', letter.toUpperCase()])]);
      else await pressAccessKey(page, letter);
    },
  };
}

/** ms; a menu that has not opened by then does not open by that. */
const OPENING = 600;

/** @returns whether the control can be seen, once what holds it has had the time to open. */
export async function whenSeen(hands: Hands): Promise<boolean> {
  const end = Date.now() + OPENING;
  while (!(await hands.spot('#control')) && Date.now() < end) await new Promise((resume) => setTimeout(resume, 30));
  return (await hands.spot('#control')) !== undefined;
}

/** Where the control stands: the inner frame of the pages that have one. */
export async function partOf(page: Page): Promise<Frame> {
  const inner = page.frames().find((frame) => frame.url().endsWith('/inner') || frame.url() === 'about:srcdoc');
  return inner ?? page.mainFrame();
}

async function findSpot(page: Page, selector: string): Promise<Spot | undefined> {
  const frame = await partOf(page);
  const box = await frame.evaluate((one) => window.__box?.(one), selector).catch(() => undefined);
  if (!box || box.width === 0) return undefined;
  const { left, top } = await offsetOf(page, frame);
  const placed = { ...box, left: box.left + left, top: box.top + top };
  return { x: placed.left + placed.width / 2, y: placed.top + placed.height / 2, box: placed };
}

/** px from the corner of the window to the corner of a frame's own document. */
export async function offsetOf(page: Page, frame: Frame): Promise<{ left: number; top: number }> {
  if (frame === page.mainFrame()) return { left: 0, top: 0 };
  return await page.evaluate(() => {
    const holder = document.querySelector('iframe');
    const box = holder?.getBoundingClientRect();
    return { left: (box?.left ?? 0) + (holder?.clientLeft ?? 0), top: (box?.top ?? 0) + (holder?.clientTop ?? 0) };
  });
}

type Key = Parameters<Page['keyboard']['down']>[0];

async function pressChord(page: Page, chord: readonly string[]): Promise<void> {
  const held = chord.slice(0, -1) as Key[];
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press((chord.at(-1) ?? '') as Key);
  for (const key of held.reverse()) await page.keyboard.up(key);
}

/** WebDriver's code points of keys that have no character. */
const CODES: Record<string, string> = {
  Alt: '\uE00A',
  Shift: '\uE008',
  Control: '\uE009',
  Enter: '\uE007',
  Tab: '\uE004',
  Backspace: '\uE003',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  End: '\uE010',
  Escape: '\uE00C',
};

function keySource(chord: readonly string[]): unknown {
  const values = chord.map((key) => CODES[key] ?? key);
  const actions = [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...[...values].reverse().map((value) => ({ type: 'keyUp', value })),
  ];
  return { type: 'key', id: 'keys', actions };
}

/** Chromium's modifier bit for Alt. */
const ALT = 1;

/** puppeteer leaves out the letter when Alt is held, and the browser looks for just that. */
async function pressAccessKey(page: Page, letter: string): Promise<void> {
  const client = await page.createCDPSession();
  const upper = letter.toUpperCase();
  const key = {
    modifiers: ALT,
    key: letter,
    code: `Key${upper}`,
    windowsVirtualKeyCode: upper.charCodeAt(0),
    unmodifiedText: letter,
  };
  await page.keyboard.down('Alt');
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await page.keyboard.up('Alt');
  await client.detach();
}
