import { type PracticeHost, renderPracticePage } from '../../src/practice/render/render-page';
import type { PracticePage } from '../../src/schema';
import { hands } from './hands';

interface FixtureData {
  page: PracticePage;
  pages: PracticePage[];
}

declare global {
  interface Window {
    /** What took effect on the page, for tests. */
    __log: string[];
  }
}

/** Runs in the page, as the page's own script: the extension sees a site like any other. */
const ANSWERS_KEY = 'answers';
const data = JSON.parse(document.querySelector('#fixture-data')?.textContent ?? '{}') as FixtureData;
const answers = JSON.parse(sessionStorage.getItem(ANSWERS_KEY) ?? '{}') as Record<string, string>;
window.__log = [];
window.__hands = hands;

function show(page: PracticePage): void {
  document.title = page.title;
  const place = document.querySelector('#fixture') ?? document.body;
  place.replaceChildren(renderPracticePage(document, page, answers, hostOf()));
}

function hostOf(): PracticeHost {
  return {
    log: (event) => {
      window.__log.push(event);
    },
    navigate: (id) => {
      const next = data.pages.find((page) => page.id === id);
      if (!next) throw new Error(`No practice page ${id}`);
      sessionStorage.setItem(ANSWERS_KEY, JSON.stringify(answers));
      if (next.spa && new URL(next.url).origin === location.origin) {
        history.pushState(null, '', next.url);
        show(next);
      } else {
        location.href = next.url;
      }
    },
    submitted: (sent) => {
      window.__log.push(`sent:${JSON.stringify(sent)}`);
      void fetch('/__sent', { method: 'POST', body: JSON.stringify(sent), keepalive: true });
    },
  };
}

/** Pages that differ after `#` only come from the server as one document: the address decides. */
const byAddress = (): PracticePage | undefined => data.pages.find((page) => page.url === location.href);
for (const event of ['popstate', 'hashchange'] as const) {
  addEventListener(event, () => {
    const other = byAddress();
    if (other) show(other);
  });
}
show(byAddress() ?? data.page);
