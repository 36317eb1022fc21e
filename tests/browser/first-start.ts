import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { EXECUTABLE } from './driver.ts';
import { keepFirstStart } from './firefox-profile.ts';

/**
 * Starts Firefox once before all the tests, with nothing in it, and keeps what it compiled of its own scripts: the profiles
 * of the tests, as empty as before, then start in half the time. @returns what takes it away again
 */
export default async function firstStart(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'cac-first-start-'));
  const profile = join(folder, 'profile');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: EXECUTABLE.firefox,
    headless: true,
    userDataDir: profile,
    extraPrefsFirefox: { 'intl.locale.requested': 'fr' },
  });
  await browser.close();
  keepFirstStart(profile, folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
