import { actAsScreenReader } from '../firefox-window.ts';
import { type Hands, whenSeen } from '../hands.ts';
import type { Way } from './way.ts';

/** A key on the element that has the focus. */
async function keyOn(hands: Hands, selector: string, ...chord: string[]): Promise<boolean> {
  if (!(await hands.spot(selector))) return false;
  await hands.focus(selector);
  await hands.keys(...chord);
  return true;
}

async function isA(hands: Hands, selector: string): Promise<boolean> {
  const frames = hands.page.frames();
  const found = await Promise.all(frames.map((frame) => frame.$(`>>> ${selector}`).catch(() => null)));
  return found.some((one) => one !== null);
}

const onList = (words: string, id: string, go: (hands: Hands) => Promise<boolean>): Way => ({
  id,
  words,
  hand: 'keys',
  needs: /<select/,
  go: async (hands) => (await isA(hands, 'select#control')) && (await go(hands)),
});

/** By keys, and by the browser's own shortcuts. */
export const KEY_WAYS: readonly Way[] = [
  { id: 'enter', words: 'Enter on the control', hand: 'keys', go: (hands) => keyOn(hands, '#control', 'Enter') },
  { id: 'space', words: 'Space on the control', hand: 'keys', go: (hands) => keyOn(hands, '#control', ' ') },
  {
    id: 'alt-enter',
    words: 'Alt and Enter on the control',
    hand: 'keys',
    needs: /id="control"/,
    go: (hands) => keyOn(hands, '#control', 'Alt', 'Enter'),
  },
  ...(['Enter', ' ', 'ArrowDown'] as const).map(
    (key): Way => ({
      id: `drawn-${key === ' ' ? 'space' : key.toLowerCase()}`,
      words: `${key === ' ' ? 'Space' : key} on a drawn list`,
      hand: 'keys',
      needs: /id="list"/,
      go: (hands) => keyOn(hands, '#list', key),
    }),
  ),
  {
    id: 'menu-keys',
    words: 'Space on the menu, then Enter on the control',
    hand: 'keys',
    needs: /id="opener"/,
    go: async (hands) =>
      (await keyOn(hands, '#opener', ' ')) && (await whenSeen(hands)) && (await keyOn(hands, '#control', 'Enter')),
  },
  {
    id: 'ctrl-enter',
    words: 'Ctrl and Enter in a long field of the form',
    hand: 'keys',
    needs: /<textarea id="area"/,
    go: (hands) => keyOn(hands, '#area', 'Control', 'Enter'),
  },
  {
    id: 'enter-list',
    words: 'Enter on a list of the form',
    hand: 'keys',
    needs: /<select id="answer"/,
    go: (hands) => keyOn(hands, '#answer', 'Enter'),
  },
  {
    id: 'enter-field',
    words: 'Enter in a field',
    hand: 'keys',
    needs: /id="field"/,
    go: (hands) => keyOn(hands, '#field', 'Enter'),
  },
  {
    id: 'enter-other',
    words: 'Enter in another field',
    hand: 'keys',
    needs: /id="other"/,
    go: (hands) => keyOn(hands, '#other', 'Enter'),
  },
  {
    id: 'enter-box',
    words: 'Enter on a box of the form',
    hand: 'keys',
    needs: /id="box"/,
    go: (hands) => keyOn(hands, '#box', 'Enter'),
  },
  {
    id: 'access-key',
    words: 'access key: a click with no pointer before it',
    hand: 'keys',
    needs: /accesskey/,
    go: async (hands) => {
      if (!(await isA(hands, '#control[accesskey]'))) return false;
      await hands.accessKey('j');
      return true;
    },
  },
  {
    id: 'screen-reader',
    words: 'screen reader: the action that the browser offers for the control',
    hand: 'keys',
    // Chromium does then what its access key does: a click with nothing before it.
    go: async ({ name, page }) => {
      if (name !== 'firefox') return false;
      await actAsScreenReader(page, 'control');
      return true;
    },
  },
  {
    id: 'arrow',
    words: 'arrow key between circles',
    hand: 'keys',
    needs: /id="first"/,
    go: (hands) => keyOn(hands, '#first', 'ArrowDown'),
  },
  {
    id: 'end',
    words: 'End key on a slider',
    hand: 'keys',
    needs: /type="range"|role="slider"/,
    go: (hands) => keyOn(hands, '[role=slider]#control, [type=range]#control', 'End'),
  },
  onList('arrow key in a list', 'list-arrow', (hands) => keyOn(hands, '#control', 'ArrowDown')),
  onList('first letters in a list', 'list-letters', (hands) => keyOn(hands, '#control', 'l')),
  onList('list opened by mouse, chosen by keys', 'list-mouse', async (hands) => {
    // A list shown open is chosen from by the press itself.
    if (await isA(hands, 'select[size]')) return false;
    await hands.click('#control');
    await hands.keys('ArrowDown');
    await hands.keys('Enter');
    return true;
  }),
];
