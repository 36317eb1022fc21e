import type { Frame, Page } from 'puppeteer-core';
import type { Box } from '../browser/person.ts';
import { offsetOf } from './hands.ts';

/** Our question as it is seen in one of the frames of a page. */
export interface Question {
  frame: Frame;
  title: string;
  /** The continue button, in px of the window. */
  goOn: Box;
  /** Whether the continue button has the focus. */
  goOnFocused: boolean;
}

/** @returns our open question; `undefined` when none is shown. */
export async function questionOn(page: Page): Promise<Question | undefined> {
  for (const frame of page.frames()) {
    const seen = await frame.evaluate(readQuestion).catch(() => undefined);
    if (!seen) continue;
    const { left, top } = await offsetOf(page, frame);
    return { ...seen, frame, goOn: { ...seen.goOn, left: seen.goOn.left + left, top: seen.goOn.top + top } };
  }
  return undefined;
}

/** Runs in the page: the test build's shadow root is open. */
function readQuestion(): Omit<Question, 'frame'> | undefined {
  const ours = window.__ours?.();
  const dialog = ours?.querySelector<HTMLDialogElement>('[data-slot="dialog"] dialog[open]');
  const button = dialog?.querySelector<HTMLElement>('.go-on');
  if (!ours || !dialog || !button) return undefined;
  button.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = button.getBoundingClientRect();
  return {
    title: dialog.querySelector('h2')?.textContent?.replace(/\s+/g, ' ') ?? '',
    goOn: { left, top, width, height },
    goOnFocused: ours.activeElement === button,
  };
}

/** @returns whether the control is lit for the person: « Vous pouvez maintenant… ». */
export async function isLit(page: Page): Promise<boolean> {
  for (const frame of page.frames()) {
    const lit = await frame
      .evaluate(() => Boolean(window.__ours?.()?.querySelector('[data-slot="lit"] .lit-note')))
      .catch(() => false);
    if (lit) return true;
  }
  return false;
}
