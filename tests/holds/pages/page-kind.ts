/** Where the control of a page stands. */
export type Place = 'document' | 'shadow' | 'frame' | 'srcdoc' | 'dialog';

/** One kind of page: a control, and what the page does when it is set off. Served under a real address. */
export interface PageKind {
  id: string;
  /** The kind in words, for the table. */
  words: string;
  /** Mark-up of the part that holds the control; `#control` is what the warning is about. */
  body: string;
  /**
   * Script of the page. `$(selector)` finds inside the part, `record(event, more)` writes the page's own log,
   * `send(what)`, `elsewhere` and `sent` are the requests by which the world sees what happened.
   */
  script: string;
  place?: Place;
  /** How the person comes to the page; by default straight. */
  arrival?: 'straight' | 'back' | 'prerendered';
  /** False where the choice, once made, is not made again by the same gesture. */
  again?: boolean;
}

/** Every page has the same frame: the log, and what a page may use to act. */
const PRELUDE = `
const base = new URL(document.baseURI).pathname.split('/').slice(0, 4).join('/');
const elsewhere = base + '/elsewhere', sent = base + '/sent';
window.__log = [];
// How many requests of its own the page has set off: the reader waits until the world has heard of them all.
window.__due = 0;
const record = (event, more = {}) => {
  const entry = { on: event.type, trusted: event.isTrusted, active: navigator.userActivation.isActive, ...more };
  window.__log.push(entry);
  window.__due += 1;
  navigator.sendBeacon(base + '/log', JSON.stringify(entry));
};
const send = (what) => (window.__due += 1) && fetch(sent, { method: 'POST', body: what, keepalive: true });
const dataOf = (form, submitter) => [...new FormData(form, submitter)].map(([name, value]) => name + '=' + (typeof value === 'string' ? value : 'file')).join('&');
const allIn = (root, selector) => [...root.querySelectorAll('*')].flatMap((one) => [
  ...(one.matches(selector) ? [one] : []),
  ...(one.shadowRoot ? allIn(one.shadowRoot, selector) : []),
]);
window.__state = () => allIn(document, 'input, select, textarea, [aria-checked], #state').map((one) =>
  [one.id, one.value ?? one.textContent, one.checked ?? one.getAttribute('aria-checked')].join(':'));
window.__box = (selector) => {
  const found = document.querySelector(selector) ?? allIn(document, selector)[0];
  if (!found) return undefined;
  found.scrollIntoView({ block: 'nearest' });
  const seen = found.offsetWidth > 2 ? found : (found.labels?.[0] ?? found);
  const { left, top, width, height } = seen.getBoundingClientRect();
  return { left, top, width, height };
};
window.__ours = () => allIn(document, 'cote-a-cote')[0]?.shadowRoot ?? undefined;
window.__focus = (selector) => (document.querySelector(selector) ?? allIn(document, selector)[0])?.focus();
window.addEventListener('pageshow', (event) => { window.__persisted = event.persisted; });
`;

const STYLE = `
body { font: 16px/1.5 sans-serif; margin: 24px; max-width: 560px; }
button, [role=button], [role=switch], .link, select, input { font: inherit; padding: 6px 10px; margin: 6px 0; }
.choice { display: block; padding: 6px 0; }
#drop, #from { width: 140px; height: 60px; border: 1px solid #555; margin: 24px 0; }
dialog { margin: 40px auto; }
iframe { width: 520px; height: 420px; border: 1px solid #999; }
.away { position: absolute; opacity: 0; width: 1px; height: 1px; }
`;

/** @returns the whole document of a page kind, or of the part inside its frame. */
export function documentOf(kind: PageKind, part: 'page' | 'inner' = 'page'): string {
  const framed = (kind.place === 'frame' || kind.place === 'srcdoc') && part === 'page';
  const body = framed ? frameOf(kind) : holderOf(kind);
  const script = framed ? '' : `${rootOf(kind)}\nconst $ = (selector) => root.querySelector(selector);\n${kind.script}`;
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${kind.id}</title><style>${STYLE}</style></head>
<body><main><h1>Mes courriers</h1>${body}</main>
<script>${PRELUDE}${script}</script></body></html>`;
}

function frameOf(kind: PageKind): string {
  if (kind.place === 'frame') return '<iframe src="inner" title="Suite"></iframe>';
  return `<iframe srcdoc="${documentOf(kind, 'inner').replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="Suite"></iframe>`;
}

function holderOf({ place, body }: PageKind): string {
  if (place === 'shadow') return `<div id="holder"></div><template id="part"><style>${STYLE}</style>${body}</template>`;
  if (place === 'dialog') return `<dialog id="holder"><h2>Vos choix</h2>${body}</dialog>`;
  return `<div id="holder">${body}</div>`;
}

function rootOf({ place }: PageKind): string {
  if (place === 'shadow')
    return `const root = document.querySelector('#holder').attachShadow({ mode: 'open' });
root.append(document.querySelector('#part').content.cloneNode(true));`;
  if (place === 'dialog') return `const root = document.querySelector('#holder'); root.showModal();`;
  return `const root = document.querySelector('#holder');`;
}

/** The script of a page that acts on one kind of event of its control. */
export function actsOn(event: string, does: string, selector = '#control'): string {
  return `$('${selector}').addEventListener('${event}', (event) => { ${does} });`;
}

/** What a page may do when its control is set off: each ends in a request that the world sees. */
export const DOES = {
  log: 'record(event);',
  fetch: `record(event); send('fetch');`,
  later: `record(event); setTimeout(() => send('later'), 250);`,
  go: 'record(event); location = elsewhere;',
  open: 'record(event); window.open(elsewhere);',
} as const;
