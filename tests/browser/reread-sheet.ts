import type { Page } from 'puppeteer-core';

export interface SeenRow {
  section: string;
  question: string;
  answer: string;
  messages: string;
}

/** Opens « Relire ensemble » from the dock with the real mouse. */
export async function openReread(page: Page): Promise<void> {
  const dock = await page.waitForSelector('cote-a-cote >>> .dock-button');
  await dock?.click();
  await page.waitForSelector('cote-a-cote >>> .menu');
  for (const button of await page.$$('cote-a-cote >>> .menu button')) {
    if ((await button.evaluate((one) => one.textContent?.trim())) !== 'Relire ensemble') continue;
    await button.click();
    await page.waitForSelector('cote-a-cote >>> dialog.reread');
    return;
  }
  throw new Error('The dock does not offer to read over');
}

/** What the sheet shows, line by line. */
export async function rereadRows(page: Page): Promise<SeenRow[]> {
  return await page.evaluate(() => {
    const root =
      document.querySelector('cote-a-cote')?.shadowRoot ?? document.querySelector('dialog cote-a-cote')?.shadowRoot;
    let section = '';
    const rows: SeenRow[] = [];
    for (const element of root?.querySelectorAll('dialog.reread h3, dialog.reread li[data-row]') ?? []) {
      const text = (selector: string): string =>
        element.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      if (element.localName === 'h3') section = element.textContent?.trim() ?? '';
      else rows.push({ section, question: text('.question'), answer: text('.answer'), messages: text('.careful') });
    }
    return rows;
  });
}
