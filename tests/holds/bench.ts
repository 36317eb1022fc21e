import type { World, WorldHandler } from '../browser/world.ts';
import { PAGE_KINDS } from './pages/all.ts';
import { documentOf } from './pages/page-kind.ts';

/** The made-up site of `overlays/banc`. */
export const HOST = 'https://banc.exemple.fr';

/** The address of one run of a page kind: what it does is read from the requests under it. */
export function addressOf(run: string, kind: string): string {
  return `${HOST}/${run}/${kind}/x/page`;
}

/** Serves every page kind; what a page sends away is only remembered by the world. */
export const benchHandler: WorldHandler = ({ url }) => {
  const [run, id, , name] = url.pathname.split('/').slice(1);
  const kind = PAGE_KINDS.find((one) => one.id === id);
  if (!run || !kind) return undefined;
  switch (name) {
    case 'page':
      return { body: documentOf(kind) };
    case 'inner':
      return { body: documentOf(kind, 'inner') };
    case 'before':
      return { body: beforePage(`${HOST}/${run}/${id}/x/page`) };
    case 'log':
      return { status: 204, body: '' };
    default:
      return { body: '<!doctype html><html lang="fr"><title>Suite</title><p>Suite</p></html>' };
  }
};

/** A page from which the browser loads the next one before the person goes there. */
function beforePage(next: string): string {
  return `<!doctype html><html lang="fr"><title>Avant</title>
<script type="speculationrules">{"prerender":[{"source":"list","urls":[${JSON.stringify(next)}],"eagerness":"immediate"}]}</script>
<a id="next" href=${JSON.stringify(next)}>Page suivante</a></html>`;
}

/** One thing that happened on a page: an entry of its own log, or a request that it made. */
export interface Effect {
  what: string;
  /** Whether the page had the person's activation then; `undefined` where it cannot know. */
  active?: boolean | undefined;
}

/** @returns what happened in a run so far, in the order in which the world heard of it. */
export function effectsOf(world: World, run: string): Effect[] {
  return world.requests
    .filter(({ url }) => url.pathname.startsWith(`/${run}/`))
    .flatMap(({ url, method, body }): Effect[] => {
      const name = url.pathname.split('/')[4] ?? '';
      if (name === 'log') {
        const { active, ...entry } = JSON.parse(body) as Record<string, unknown> & { active: boolean };
        return [{ what: JSON.stringify(entry), active }];
      }
      if (name !== 'sent' && name !== 'elsewhere') return [];
      return [{ what: `${method} ${name} ${plainBody(body)}${url.search}` }];
    });
}

/** Coordinates of a click on an image button differ from one press to the next by nature. */
function plainBody(body: string): string {
  return body.replace(/\b([xy])=\d+/g, '$1=…');
}
