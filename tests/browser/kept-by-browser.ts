import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/**
 * Everything that an address keeps, in one text: cookies, storage areas, the contents of every database and cache; on
 * our own pages the extension's storage too.
 */
export async function keptBy(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    interface Area {
      get: (keys: null) => Promise<unknown>;
    }
    interface Api {
      storage?: { local: Area; session: Area; sync: Area };
    }
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const contents = async ({ name = '' }: IDBDatabaseInfo): Promise<unknown> => {
      const database = await done(indexedDB.open(name));
      const stores: unknown[] = [];
      for (const store of [...database.objectStoreNames]) {
        const rows = database.transaction(store).objectStore(store);
        stores.push([store, await done(rows.getAllKeys()), await done(rows.getAll())]);
      }
      database.close();
      return [name, stores];
    };
    const cached = async (name: string): Promise<unknown> => {
      const cache = await caches.open(name);
      return Promise.all((await cache.keys()).map(async ({ url }) => [url, await (await cache.match(url))?.text()]));
    };
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
    const areas = (browser ?? chrome)?.storage;
    return JSON.stringify([
      document.cookie,
      [location.href, history.state, window.name],
      { ...localStorage },
      { ...sessionStorage },
      await Promise.all((await indexedDB.databases()).map(contents)),
      await Promise.all((await caches.keys().catch(() => [])).map(cached)),
      areas ? await Promise.all([areas.local.get(null), areas.session.get(null), areas.sync.get(null)]) : [],
    ]);
  });
}

/** @returns the name and contents of every file under a folder, in one text. */
export function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n');
}
