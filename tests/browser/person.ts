import type { Frame, Page } from 'puppeteer-core';

/** What a person sees of our UI on a page now; boxes in CSS px. */
export interface Seen {
  bubble: string | undefined;
  dialog: string | undefined;
  /** The dialog's title. */
  question: string | undefined;
  notice: string | undefined;
  /** What screen readers are told. */
  said: string | undefined;
  lit: string | undefined;
  hint: string | undefined;
  word: string | undefined;
  dock: string | undefined;
  ring: Box | undefined;
  litRing: Box | undefined;
  buttons: { words: string; slot: string; box: Box }[];
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Looks at our UI in the test build, whose shadow root is open. Never used to act: acting is by real mouse and keyboard. */
export async function look(page: Page | Frame): Promise<Seen> {
  return await page.evaluate(() => {
    const own = 'cote-a-cote';
    // In a window of a component our host is in the component.
    const inComponents = (): Element[] =>
      [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(own) ?? [])]);
    const root = (document.querySelector(own) ?? inComponents()[0])?.shadowRoot;
    const text = (slot: string): string | undefined => {
      const found = root?.querySelector(`[data-slot="${slot}"]`)?.textContent?.replace(/\s+/g, ' ').trim();
      return found === '' ? undefined : found;
    };
    const box = (element: Element | null | undefined) => {
      if (!element) return undefined;
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    };
    const buttons = [...(root?.querySelectorAll('button') ?? [])].flatMap((button) => {
      const at = box(button);
      const slot = button.closest('[data-slot]')?.getAttribute('data-slot') ?? '';
      return at && at.width > 0
        ? [{ words: button.textContent?.replace(/\s+/g, ' ').trim() ?? '', slot, box: at }]
        : [];
    });
    return {
      bubble: text('bubble'),
      dialog: text('dialog'),
      notice: text('notice'),
      said: text('status'),
      lit: text('lit'),
      hint: text('hint'),
      word: text('word'),
      dock: text('dock'),
      question: root?.querySelector('[data-slot="dialog"] h2')?.textContent?.replace(/\s+/g, ' '),
      ring: box(root?.querySelector('[data-slot="spotlight"] .ring')),
      litRing: box(root?.querySelector('[data-slot="lit"] .ring')),
      buttons,
    };
  });
}

/** Waits until what is seen satisfies a test. @throws with what was seen last, after `timeout` ms. */
export async function until(
  page: Page | Frame,
  what: string,
  test: (seen: Seen) => boolean,
  timeout = 8_000,
): Promise<Seen> {
  const end = Date.now() + timeout;
  let seen: Seen | undefined;
  while (Date.now() < end) {
    seen = await look(page).catch(() => undefined);
    if (seen && test(seen)) return seen;
    await new Promise((resume) => setTimeout(resume, 60));
  }
  throw new Error(
    `Waited in vain for: ${what}\nat ${page.url()}\nseen: ${JSON.stringify({ ...seen, buttons: seen?.buttons.map(({ words }) => words) }, null, 1)}`,
  );
}

/** Clicks one of our buttons with the real mouse, scrolling its panel as a person would. */
export async function press(page: Page, words: string | RegExp, slot?: string): Promise<void> {
  const fits = (button: Seen['buttons'][number]): boolean =>
    (slot === undefined || button.slot === slot) &&
    (typeof words === 'string' ? button.words === words : words.test(button.words));
  const seen = await until(page, `our button ${words}`, ({ buttons }) => buttons.some(fits));
  const button = seen.buttons.find(fits);
  if (!button) throw new Error(`no button ${words}`);
  await page.evaluate(
    (label, inSlot) => {
      const own = 'cote-a-cote';
      const inComponents = (): Element[] =>
        [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(own) ?? [])]);
      const root = (document.querySelector(own) ?? inComponents()[0])?.shadowRoot;
      const found = [...(root?.querySelectorAll(`[data-slot="${inSlot}"] button`) ?? [])].find(
        (one) => one.textContent?.replace(/\s+/g, ' ').trim() === label,
      );
      found?.scrollIntoView({ block: 'nearest' });
    },
    button.words,
    button.slot,
  );
  const now = (await look(page)).buttons.find(fits);
  if (now) await clickBox(page, now.box);
}

/** Clicks the middle of a box with the real mouse. */
export async function clickBox(page: Page, { left, top, width, height }: Box): Promise<void> {
  await page.mouse.click(left + width / 2, top + height / 2);
}

/** What lies under the middle of the ring, our own UI aside: enough to know how a person would use it. */
export async function underRing(
  page: Page,
  { left, top, width, height }: Box,
): Promise<{ kind: 'text' | 'select' | 'press'; name: string }> {
  return await page.evaluate(
    (x, y) => {
      let element = document.elementsFromPoint(x, y).find((one) => one.localName !== 'cote-a-cote');
      while (element?.shadowRoot) {
        const inner = element.shadowRoot.elementsFromPoint(x, y).find((one) => one.localName !== 'cote-a-cote');
        if (!inner || inner === element) break;
        element = inner;
      }
      const name = element?.getAttribute('name') ?? element?.textContent?.trim().slice(0, 40) ?? '';
      if (element?.matches('select')) return { kind: 'select' as const, name };
      const isText =
        element?.matches('textarea, input:not([type=radio], [type=checkbox], [type=submit], [type=button])') ?? false;
      return { kind: isText ? ('text' as const) : ('press' as const), name };
    },
    left + width / 2,
    top + height / 2,
  );
}
