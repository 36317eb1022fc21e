import { browser } from 'wxt/browser';

/** A file that was downloaded during the session and is still there. */
export interface DownloadedFile {
  id: number;
  /** Its name alone: the folder says nothing to the person. */
  name: string;
  /** The host it came from, when the browser says so. */
  from: string | undefined;
}

/** What became of a file that the person wanted deleted; `stays`: it could not be. */
export type FileFate = 'going' | 'gone' | 'stays';

/** @returns the files downloaded since then that are still on the disk, the latest first. Nothing is deleted here. */
export async function downloadsSince(epochMs: number): Promise<DownloadedFile[]> {
  const found = await browser.downloads.search({
    startedAfter: new Date(epochMs).toISOString(),
    exists: true,
    orderBy: ['-startTime'],
  });
  return found
    .filter(({ state, incognito }) => state === 'complete' && !incognito)
    .map(({ id, filename, url }) => ({
      id,
      name: filename.split(/[\\/]/).at(-1) ?? filename,
      from: URL.parse(url.replace(/^blob:/, ''))?.hostname || undefined,
    }));
}

/** Deletes a downloaded file from the disk and from the browser's list. @throws when the file cannot be deleted. */
export async function deleteDownload(id: number): Promise<void> {
  await browser.downloads.removeFile(id);
  await browser.downloads.erase({ id });
}
