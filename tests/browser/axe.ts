import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

interface Result {
  violations: { id: string; help: string; nodes: { target: unknown; html: string }[] }[];
}

/**
 * What axe-core says of what is ours: our host's part of a page, or the whole of one of our own pages.
 * The test build's shadow root is open. @param leaveOut parts that are not ours, such as an invented page
 */
export async function axeRows(page: Page, whole = false, leaveOut: string[] = []): Promise<string[]> {
  await page.evaluate(AXE);
  const rows = await page.evaluate(async (exclude) => {
    const { axe } = window as unknown as { axe: { run: (context: object) => Promise<Result> } };
    const context = exclude.length > 0 ? { exclude: exclude.map((selector) => [selector]) } : document;
    const { violations } = await axe.run(context);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${id} (${help}): ${JSON.stringify(target)} ${html.slice(0, 120)}`),
    );
  }, leaveOut);
  return whole ? rows : rows.filter((row) => row.includes('cote-a-cote'));
}
