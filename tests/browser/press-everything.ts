import type { Page } from 'puppeteer-core';
import { look, press, type Seen } from './person';

type Button = Seen['buttons'][number];

export interface Pressed {
  /** The buttons, as `slot: words`. */
  buttons: string[];
  /** Address and words of each of our own pages that opened in a tab beside. */
  opened: string[];
}

/** More buttons than our UI has on any page. */
const MOST = 120;
/** What closes a panel comes after all that is in it. */
const CLOSING = /^(Fermer|Quitter|J'ai lu|Cacher|Plus tard|Pas maintenant|Revenir|Retour)/;
const DOCK = 'Aide';

const nameOf = ({ slot, words }: Button): string => `${slot}: ${words}`;

/**
 * Presses every button that our UI shows on this page, each once, with what they open in turn: whatever is added to it
 * later is pressed too. What opens beside the page is read and closed again.
 * @throws when there are more buttons than our UI can have
 */
export async function pressEverything(page: Page): Promise<Pressed> {
  const pressed = new Set<string>();
  const opened: string[] = [];
  const url = page.url();
  const left = async (): Promise<Button | undefined> => {
    const { buttons } = await look(page);
    const fresh = buttons.filter((one) => one.words !== DOCK && !pressed.has(nameOf(one)));
    const modal = fresh.filter(({ slot }) => slot === 'dialog');
    const choice = modal.length > 0 ? modal : fresh;
    return choice.find(({ words }) => !CLOSING.test(words)) ?? choice[0];
  };
  for (let count = 0; count < MOST; count++) {
    let next = await left();
    if (!next) {
      await press(page, DOCK, 'dock').catch(() => undefined);
      next = await left();
    }
    if (!next) return { buttons: [...pressed], opened };
    pressed.add(nameOf(next));
    await press(page, next.words, next.slot);
    opened.push(...(await settle(page, url)));
  }
  throw new Error(`More than ${MOST} buttons: ${[...pressed].join('\n')}`);
}

/** Waits for what the press has opened; a page that was left is opened again. @returns what our own tabs beside it said. */
async function settle(page: Page, url: string): Promise<string[]> {
  await new Promise((resume) => setTimeout(resume, 250));
  const said: string[] = [];
  for (const other of await page.browser().pages()) {
    const text = await other.evaluate(() => `${location.href} ${document.body.innerText}`).catch(() => '');
    if (!/^\S+-extension:\S+\/sheet\.html/.test(text)) continue;
    said.push(text);
    await other.close();
  }
  await page.bringToFront();
  if (page.url() !== url) await page.goto(url);
  return said;
}
