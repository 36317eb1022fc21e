import type { Hands } from '../hands.ts';
import type { Way } from './way.ts';

const FIELD = 'input:not([type=checkbox], [type=radio], [type=submit], [type=image], [type=range])#control';

/** Comes to the field as a person does, changes it, and leaves it (pages may act on `change`). */
async function changed(hands: Hands, change: () => Promise<void>): Promise<boolean> {
  const frames = await Promise.all(hands.page.frames().map((frame) => frame.$(`>>> ${FIELD}`).catch(() => null)));
  if (frames.every((one) => one === null)) return false;
  await hands.click('#control');
  await change();
  await hands.keys('Tab');
  return true;
}

/** Ways to change what stands in a field. */
const FIELD_WAYS: readonly Way[] = [
  { id: 'type', words: 'a character typed', hand: 'keys', go: (hands) => changed(hands, () => hands.keys('7')) },
  { id: 'backspace', words: 'Backspace', hand: 'keys', go: (hands) => changed(hands, () => hands.keys('Backspace')) },
  {
    id: 'cut',
    words: 'all selected and cut',
    hand: 'keys',
    go: (hands) =>
      changed(hands, async () => {
        await hands.keys('Control', 'a');
        await hands.keys('Control', 'x');
      }),
  },
  {
    id: 'paste',
    words: 'pasted over',
    hand: 'keys',
    go: (hands) =>
      changed(hands, async () => {
        await hands.keys('Control', 'a');
        await hands.keys('Control', 'c');
        await hands.keys('Control', 'v');
      }),
  },
  {
    id: 'step',
    words: 'stepped up by the arrow key',
    hand: 'keys',
    go: (hands) => changed(hands, () => hands.keys('ArrowUp')),
  },
  {
    id: 'spin',
    words: 'stepped by the small arrows',
    hand: 'mouse',
    go: (hands) =>
      changed(hands, async () => {
        const at = await hands.spot('#control');
        if (at) await hands.page.mouse.click(at.box.left + at.box.width - 14, at.box.top + at.box.height / 2 - 5);
      }),
  },
];

/** Every page of a filled field is about the account one is paid on. */
export const EDIT_WAYS: readonly Way[] = FIELD_WAYS.map((way) => ({
  ...way,
  needs: way.id === 'step' || way.id === 'spin' ? /type="number"/ : /payé/,
}));
