import type { Browser, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, openOwnPage } from './driver';
import { followGuide } from './follow-guide';
import { openedFor } from './opened';
import { clickBox, until } from './person';
import { ALL_PRACTICE } from './sites';

const ERRAND = "Déclarer mes revenus pour le RSA ou la prime d'activité";
const GUIDE = 'Faire ma déclaration trimestrielle';
const START = 'https://wwwd.caf.fr/redirect/s/Redirect?page=monCompte';

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));

  it('an errand of the popup opens the right page in a new tab, with the guide on it', async () => {
    const page = await startFromPopup(name, here.browser);
    const { bubble } = await until(page, 'the bubble', (seen) => seen.bubble !== undefined);
    expect(bubble).toContain(GUIDE);
    await page.close();
  });

  it('when storage is full, the errand is led all the same, from page to page', async () => {
    await fillStorage(await openOwnPage(name, here.browser, '/options.html'));
    const page = await startFromPopup(name, here.browser);
    await until(page, 'the bubble', (seen) => seen.bubble !== undefined);
    const journey = await followGuide(page, {
      choices: ["Non, rien n'a changé"],
      typed: { nir: '2850578006084', code: '123456', 'salaire-1': '' },
    });
    expect(journey.ended).toBe(true);
    expect(journey.warnings).toHaveLength(1);
  }, 120_000);
});

/** Asks for the errand as people type, and clicks it in the popup with the real mouse. @returns the tab that it opened. */
async function startFromPopup(name: BrowserName, browser: Browser): Promise<Page> {
  const popup = await openOwnPage(name, browser, '/popup.html');
  await popup.waitForSelector('#search');
  await popup.type('#search', 'faut que je declar mon rsa');
  const box = await popup.evaluate((words) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
    button?.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, width, height };
  }, ERRAND);
  await clickBox(popup, box);
  for (let tries = 0; tries < 100; tries++) {
    const opened = (await browser.pages()).find((page) => page.url() === START);
    if (opened) return opened;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`No tab at ${START}`);
}

/** Fills what the extension may keep until not even a place in a guide fits; Firefox has no limit for `storage.local`. */
async function fillStorage(own: Page): Promise<void> {
  const full = await own.evaluate(async () => {
    interface Area {
      set(values: Record<string, string>): Promise<void>;
    }
    const { browser, chrome } = globalThis as unknown as Record<string, { storage: Record<string, Area> } | undefined>;
    const { local, session } = (browser ?? chrome)?.storage ?? {};
    const [most, least] = [2 ** 24, 64];
    const isFull = async (area: Area | undefined): Promise<boolean> => {
      let step = 2 ** 21;
      for (let kept = 0, n = 0; kept < most && step >= least; n++) {
        await area?.set({ [`full${n}`]: 'x'.repeat(step) }).then(
          () => (kept += step),
          () => (step /= 2),
        );
      }
      return step < least;
    };
    return { local: await isFull(local), session: await isFull(session) };
  });
  expect(full.session).toBe(true);
  await own.close();
}
