import { type Hands, type Spot, whenSeen } from '../hands.ts';
import type { Way } from './way.ts';

async function dragBetween({ page }: Hands, from: Spot | undefined, to: Spot | undefined): Promise<boolean> {
  if (!from || !to) return false;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  return true;
}

async function withKey({ page }: Hands, key: 'Control' | 'Shift', then: () => Promise<boolean>): Promise<boolean> {
  await page.keyboard.down(key);
  try {
    return await then();
  } finally {
    await page.keyboard.up(key);
  }
}

/** ms; longer than a page asks for a press that must last. */
const LONG = 900;

/** A range field is dragged along itself. */
async function dragAlong(hands: Hands): Promise<boolean> {
  const at = await hands.spot('#control');
  if (!at) return false;
  const { left, width } = at.box;
  return await dragBetween(hands, { ...at, x: left + 9 }, { ...at, x: left + width - 9 });
}

/** By mouse, pen and finger. */
export const POINTER_WAYS: readonly Way[] = [
  { id: 'mouse', words: 'mouse', hand: 'mouse', go: (hands) => hands.click('#control') },
  {
    id: 'mouse-label',
    words: 'mouse, on the label',
    hand: 'mouse',
    needs: /id="label"/,
    go: (hands) => hands.click('#label'),
  },
  { id: 'pen', words: 'pen', hand: 'mouse', go: (hands) => hands.click('#control', { pointer: 'pen' }) },
  { id: 'touch', words: 'finger', hand: 'touch', go: (hands) => hands.tap('#control') },
  {
    id: 'touch-label',
    words: 'finger, on the label',
    hand: 'touch',
    needs: /id="label"/,
    go: (hands) => hands.tap('#label'),
  },
  {
    id: 'double',
    words: 'double click',
    hand: 'mouse',
    presses: 2,
    go: (hands) => hands.click('#control', { count: 2 }),
  },
  {
    id: 'middle',
    words: 'middle click',
    hand: 'mouse',
    needs: /<a /,
    go: (hands) => hands.click('#control', { button: 'middle' }),
  },
  {
    id: 'ctrl-click',
    words: 'Ctrl-click',
    hand: 'mouse',
    needs: /<a |<button/,
    go: (hands) => withKey(hands, 'Control', () => hands.click('#control')),
  },
  {
    id: 'shift-click',
    words: 'Shift-click',
    hand: 'mouse',
    needs: /<a /,
    go: (hands) => withKey(hands, 'Shift', () => hands.click('#control')),
  },
  {
    id: 'drag-away',
    words: 'pressed here, dragged and released there',
    hand: 'mouse',
    needs: /id="drop"/,
    go: async (hands) => await dragBetween(hands, await hands.spot('#control'), await hands.spot('#drop')),
  },
  {
    id: 'drag-here',
    words: 'pressed elsewhere, released here',
    hand: 'mouse',
    needs: /id="from"/,
    go: async (hands) => await dragBetween(hands, await hands.spot('#from'), await hands.spot('#control')),
  },
  {
    id: 'rim',
    words: 'mouse, on the left rim',
    hand: 'mouse',
    needs: /Cookies/,
    go: async (hands) => {
      const at = await hands.spot('#control');
      if (!at) return false;
      await hands.page.mouse.click(at.box.left + 12, at.y);
      return true;
    },
  },
  {
    id: 'menu',
    words: 'mouse, on the menu and then on the control',
    hand: 'mouse',
    needs: /id="opener"/,
    go: async (hands) => (await hands.click('#opener')) && (await whenSeen(hands)) && (await hands.click('#control')),
  },
  {
    id: 'long-press',
    words: 'mouse, kept pressed',
    hand: 'mouse',
    needs: /let timer/,
    go: async (hands) => {
      const at = await hands.spot('#control');
      if (!at) return false;
      await hands.page.mouse.click(at.x, at.y, { delay: LONG });
      return true;
    },
  },
  { id: 'drag-along', words: 'dragged along', hand: 'mouse', needs: /type="range"/, go: dragAlong },
];
