import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { press, until } from './person';
import { ALL_PRACTICE } from './sites';

const DASHBOARD = 'https://candidat.francetravail.fr/espacepersonnel/';
const NO_VOICE = "Cet ordinateur n'a pas de voix française.";

describe.each<BrowserName>(['chromium', 'firefox'])('reading aloud in %s', (name) => {
  const here = openedFor(name, () => practiceHandler(ALL_PRACTICE));
  let page: Page;
  beforeAll(async () => {
    page = await here.browser.newPage();
  });

  it('speaks where the machine has a French voice, and says so beside the button where it has none', async () => {
    await page.goto(DASHBOARD);
    await press(page, 'Aide', 'dock');
    await press(page, 'Faire mon actualisation du mois', 'dock');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    const hasVoice = await page.evaluate(() => speechSynthesis.getVoices().some(({ lang }) => /^fr\b/i.test(lang)));
    // At once: the voices may not have been listed yet.
    await press(page, 'Écouter', 'bubble');
    if (hasVoice) expect(await page.evaluate(() => speechSynthesis.speaking || speechSynthesis.pending)).toBe(true);
    else await until(page, 'the sentence on voices', ({ bubble }) => bubble?.includes(NO_VOICE) ?? false);
    const seen = await until(page, 'the guide, as before', ({ bubble, ring }) => (bubble && ring) !== undefined);
    expect(seen.buttons.map(({ words }) => words)).toContain('Écouter');
  });
});
