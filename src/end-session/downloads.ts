import { browser } from 'wxt/browser';
import { type Covered, isCovered } from './covered';

/** A file that was downloaded during the session and is still there, or on its way. */
export interface DownloadedFile {
  id: number;
  /** Its name alone: the folder says nothing to the person. */
  name: string;
  /** Where it came from, as it stands in the history. */
  address: string;
  /** The host it came from, when the browser says so. */
  from: string | undefined;
  /** Else it is still arriving, or stopped on the way with a part of it on the disk. */
  isWhole: boolean;
}

/** What became of a file that the person wanted deleted; `stays`: it could not be. */
export type FileFate = 'going' | 'gone' | 'stays';

/** What a browser says to who deletes a file that is there no more: Chromium, then Firefox. */
const GONE_ALREADY = /already deleted|doesn't exist/i;

/** Chromium looks whether the files are still there once it is asked for them, and tells it at the next question. */
export async function lookForFiles(): Promise<void> {
  await browser.downloads.search({});
}

/**
 * @returns the files downloaded since then that are still on the disk or coming, the latest first; `undefined` when nobody knows
 * since when. Nothing is deleted here.
 */
export async function downloadsSince(epochMs: number | undefined): Promise<DownloadedFile[] | undefined> {
  if (epochMs === undefined) return undefined;
  const found = await browser.downloads.search({
    startedAfter: new Date(epochMs).toISOString(),
    orderBy: ['-startTime'],
  });
  return found
    .filter((download) => !download.incognito && isOnDisk(download))
    .map(({ id, filename, url, state }) => ({
      id,
      name: filename.split(/[\\/]/).at(-1) ?? filename,
      address: url,
      from: URL.parse(addressOf(url))?.hostname || undefined,
      isWhole: state === 'complete',
    }));
}

interface Download {
  state?: string;
  exists?: boolean;
  canResume?: boolean;
}

/** Of a file that is not whole, a part is there as long as the rest can still come. */
function isOnDisk({ state, exists, canResume }: Download): boolean {
  return state === 'complete' ? exists === true : state === 'in_progress' || canResume === true;
}

const addressOf = (url: string): string => url.replace(/^blob:/, '');

/**
 * Deletes a downloaded file, or what has come of it, from the disk and from the browser's list.
 * @throws when the file cannot be deleted
 */
export async function deleteDownload(id: number): Promise<void> {
  // Of a file that is whole there is nothing to stop, and Firefox says so: what it is now counts, below.
  await browser.downloads.cancel(id).catch(() => undefined);
  const [download] = await browser.downloads.search({ id });
  // The browser does not know it any more: the file may be there.
  if (!download) throw new Error(`No download ${id}`);
  if (download.state === 'complete') await browser.downloads.removeFile(id).catch(unlessGone);
  await browser.downloads.erase({ id });
}

/** Somebody put it on a key meanwhile: what was wanted is so. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && GONE_ALREADY.test(error.message))) throw error;
}

/** Takes out of the browser's list of downloads what came from these sites and is not on the disk any more: the list still named it. */
export async function forgetGoneDownloads(sites: readonly Covered[]): Promise<void> {
  const all = await browser.downloads.search({});
  const gone = all.filter(({ url, referrer, incognito, ...download }) => {
    const isTheirs = isCovered(addressOf(url), sites) || isCovered(referrer, sites);
    return isTheirs && !incognito && !isOnDisk(download);
  });
  for (const { id } of gone) await browser.downloads.erase({ id });
}
