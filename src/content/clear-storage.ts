import { answer, ask } from '../messages/messages';

/**
 * Erases, when « Terminer ma session » asks, what Firefox lets nobody but a page of the site erase: its caches and its
 * private files. Names are not read further than it takes to delete them.
 */
export function clearStorageWhenTold(view: Window, signal: AbortSignal): void {
  answer(
    {
      'storage.clear': async () => {
        await clearStorage(view);
        await ask('storage.cleared', {});
        return null;
      },
    },
    signal,
  );
}

async function clearStorage({ caches, navigator }: Window): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  const files = await navigator.storage.getDirectory();
  // Seen from a content script, Firefox's iterators have `next` and cannot be looped over.
  for (let first = await files.keys().next(); !first.done; first = await files.keys().next())
    await files.removeEntry(first.value, { recursive: true });
}
