import type { Page } from 'puppeteer-core';
import type { Box } from './person';
import type { Place } from './practice-places';

/**
 * Brings a practice page to where a control can be used, as its description says. The page does it to itself.
 * @returns where a person would click: the control, or its label when the control is hidden behind it.
 */
export async function reach(page: Page, { answers, windows, control }: Place): Promise<Box | undefined> {
  await page.evaluate((given, opened) => window.__hands.prepare(given, opened), answers, windows);
  return await boxOfControl(page, control);
}

/** @returns where the control is now, brought to the middle of the screen. */
export async function boxOfControl(page: Page, control: Place['control']): Promise<Box | undefined> {
  return await page.evaluate((one) => window.__hands.spotOf(one), control);
}

/** Comes to a control by the keyboard alone, without choosing anything. */
export async function comeByKeyboard(page: Page, control: Place['control']): Promise<void> {
  const keys = await page.evaluate((one) => window.__hands.focusNextTo(one), control);
  if (keys === 'Shift+Tab') await page.keyboard.down('Shift');
  if (keys) await page.keyboard.press('Tab');
  if (keys === 'Shift+Tab') await page.keyboard.up('Shift');
}
