import type { Page } from 'puppeteer-core';

/** What the keyboard is on, as a person would name it. */
export interface Focused {
  /** The words on it, or the label of the field. */
  words: string;
  name: string;
  kind: string;
  value: string;
  /** The part of our UI it is in; empty on the page. */
  slot: string;
  /** Whether something shows where the keyboard is: an outline or a shadow around it. */
  isShown: boolean;
}

/** With Tab, or with Shift and Tab. */
type Direction = 'on' | 'back';

/** More stops than any of our pages has. */
const MOST_STOPS = 140;

/** @returns what has the focus now, inside our (open, in the test build) shadow root too. */
export async function focused(page: Page): Promise<Focused> {
  return await page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const root = at?.getRootNode() as Document | ShadowRoot | undefined;
    const label = at?.id ? root?.querySelector(`label[for="${CSS.escape(at.id)}"]`) : at?.closest('label');
    const style = at ? getComputedStyle(at) : undefined;
    const labelStyle = label ? getComputedStyle(label) : undefined;
    const outlined = [style, labelStyle].some(
      (one) => one && ((one.outlineStyle !== 'none' && one.outlineWidth !== '0px') || one.boxShadow !== 'none'),
    );
    return {
      words: (label ?? at)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      name: at?.getAttribute('name') ?? '',
      kind: `${at?.localName ?? ''}${at?.getAttribute('type') ? `:${at.getAttribute('type')}` : ''}`,
      value: (at as HTMLInputElement | null)?.value ?? '',
      slot: at?.closest('[data-slot]')?.getAttribute('data-slot') ?? '',
      isShown: outlined,
    };
  });
}

/**
 * Goes from stop to stop until one fits. After the last come the browser's own, and then the first again: drivers do
 * not come back from there in every browser, so the way back is made for them.
 * @throws with every stop on the way when none fits.
 */
export async function tabTo(
  page: Page,
  what: string,
  fits: (at: Focused) => boolean,
  direction: Direction = 'on',
): Promise<Focused> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const at = await focused(page);
    if (fits(at)) return at;
    stops.push(`${at.kind} ${at.words.slice(0, 40)}`);
    if (stop > 0 && at.kind === 'body') await toFirstStop(page);
    else await toNextStop(page, direction);
  }
  throw new Error(`No way by keyboard to ${what}:\n${stops.join('\n')}`);
}

async function toNextStop(page: Page, direction: Direction): Promise<void> {
  if (direction === 'back') await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  if (direction === 'back') await page.keyboard.up('Shift');
}

async function toFirstStop(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
    stops.find((one) => one.checkVisibility() && !one.matches(':disabled'))?.focus();
  });
}

/** Goes to what carries these words and uses it, with Enter. */
export async function use(page: Page, words: string | RegExp, direction: Direction = 'on'): Promise<Focused> {
  const fits = (one: Focused): boolean => (typeof words === 'string' ? one.words === words : words.test(one.words));
  const at = await tabTo(page, String(words), fits, direction);
  await page.keyboard.press('Enter');
  return at;
}
