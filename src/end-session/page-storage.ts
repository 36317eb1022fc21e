import { answer, tellTab } from '../messages/messages';
import type { Traces } from './traces';

/** ms that a page has to erase its own storage, and that its other frames have once one of them has. */
const PAGE_TIME = 3_000;
const FRAMES_TIME = 500;

/**
 * Firefox: has the open pages erase the caches and the private files of their site, which no right of an extension
 * reaches. @returns the hosts that said they have.
 */
export async function clearFromPages(tabs: Traces['tabs']): Promise<ReadonlySet<string>> {
  const cleared = new Set<string>();
  const listening = new AbortController();
  answer(
    {
      'storage.cleared': (_, { url = '' }) => {
        const { protocol, hostname } = new URL(url);
        if (protocol === 'https:') cleared.add(hostname);
        return null;
      },
    },
    listening.signal,
  );
  await Promise.all(tabs.map(({ id }) => Promise.race([tell(id), after(PAGE_TIME)])));
  listening.abort();
  return cleared;
}

async function tell(tab: number): Promise<void> {
  // A page where we do not help has nobody to hear.
  const isHeard = await tellTab(tab, 'storage.clear', {}).then(
    () => true,
    () => false,
  );
  if (isHeard) await after(FRAMES_TIME);
}

const after = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** @returns the hosts whose caches may still be there: visited, or doubtful before, and not known to have erased them. */
export function unsureHosts(
  { visited, tabs }: Traces,
  stillUnsure: readonly string[],
  cleared: ReadonlySet<string>,
): string[] {
  const seen = [...visited, ...tabs.map(({ url }) => url)].flatMap((url) => {
    const parsed = URL.parse(url);
    // Without encryption a site has neither caches nor private files.
    return parsed?.protocol === 'https:' ? [parsed.hostname] : [];
  });
  return [...new Set([...stillUnsure, ...seen])].filter((host) => !cleared.has(host)).sort();
}
