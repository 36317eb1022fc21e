import { browser } from 'wxt/browser';
import { localDay } from '../ui/local-day';
import { saveFile } from '../ui/save-file';

/**
 * Saves what was recognised, on one page or on this machine, as a file for whoever keeps the overlays up to date.
 * Ids, days, scores and our own words: nothing personal, and nothing leaves the machine by itself.
 */
export function saveReport(about: 'page' | 'machine', report: object): void {
  const { version } = browser.runtime.getManifest();
  const day = localDay(new Date());
  saveFile(
    `cote-a-cote-${about}-${day}.json`,
    JSON.stringify({ about, day, version, ...report }, undefined, 1),
    'application/json',
  );
}
