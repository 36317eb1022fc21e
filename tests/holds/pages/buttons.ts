import { actsOn, DOES, type PageKind } from './page-kind.ts';

const BUTTON = '<button type="button" id="control" accesskey="j">Arrêter le courrier papier</button>';

/** Everything that a page may listen to on a button, and act on at once. */
const ACTED_ON = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'keydown',
  'keypress',
  'keyup',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'dblclick',
] as const;

const acting: PageKind[] = ACTED_ON.map((event) => ({
  id: `button-${event}`,
  words: `button, acts on ${event}`,
  body: BUTTON,
  script: actsOn(
    event,
    isKey(event) ? `if (event.key === 'Enter' || event.key === ' ') { ${DOES.fetch} }` : DOES.fetch,
  ),
}));

function isKey(event: string): boolean {
  return event.startsWith('key');
}

/** What a click on a button may lead to. */
const leading: PageKind[] = [
  { id: 'button-location', words: 'button, click → location =', body: BUTTON, script: actsOn('click', DOES.go) },
  { id: 'button-open', words: 'button, click → window.open', body: BUTTON, script: actsOn('click', DOES.open) },
  {
    id: 'button-safer',
    words: 'button with the safer choice beside it',
    body: `${BUTTON}<p><button type="button" id="safer">Garder le papier</button></p>`,
    script: `${actsOn('click', DOES.fetch)} ${actsOn('click', DOES.fetch, '#safer')}`,
  },
  {
    id: 'button-later',
    words: 'button, click → request after a while',
    body: BUTTON,
    script: actsOn('click', DOES.later),
  },
  {
    id: 'button-press-location',
    words: 'button, mousedown → location =',
    body: BUTTON,
    script: actsOn('mousedown', DOES.go),
  },
  {
    id: 'button-window-capture',
    words: 'button, listener on window in the capture phase',
    body: BUTTON,
    script: `window.addEventListener('click', (event) => { if (event.target.id === 'control') { ${DOES.fetch} } }, true);`,
  },
  {
    id: 'button-attribute',
    words: 'button, onclick attribute on an inner icon',
    body: '<button type="button" id="control" accesskey="j"><span onclick="record(event); send(\'icon\')">Arrêter le courrier papier</span></button>',
    script: '',
  },
  {
    id: 'button-passes-on',
    words: 'button whose click the page passes on to a hidden one',
    body: `${BUTTON}<button type="button" id="hidden" hidden>Envoi</button>`,
    script: `${actsOn('click', `$('#hidden').click();`)} ${actsOn('click', DOES.fetch, '#hidden')}`,
  },
  {
    id: 'div-button',
    words: 'div with role=button, its own key handling',
    body: '<div id="control" role="button" tabindex="0" accesskey="j">Arrêter le courrier papier</div>',
    script: `${actsOn('click', DOES.fetch)} ${actsOn('keydown', `if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); ${DOES.fetch} }`)}`,
  },
  {
    id: 'menu-item',
    words: 'menu item, acts on pointerup',
    body: '<div role="menu"><div id="control" role="menuitem" tabindex="0">Arrêter le courrier papier</div></div>',
    script: `${actsOn('pointerup', DOES.fetch)} ${actsOn('keyup', `if (event.key === 'Enter') { ${DOES.fetch} }`)}`,
  },
];

/** Links: the browser itself follows them, in this tab or another. */
const link = (more: string): string =>
  `<a id="control" accesskey="j" class="link" ${more}>Arrêter le courrier papier</a>`;
const links: PageKind[] = [
  { id: 'link', words: 'link', body: link('href="elsewhere"'), script: '' },
  { id: 'link-blank', words: 'link to a new tab', body: link('href="elsewhere" target="_blank"'), script: '' },
  {
    id: 'link-handler',
    words: 'link, click → fetch',
    body: link('href="#"'),
    script: actsOn('click', `event.preventDefault(); ${DOES.fetch}`),
  },
  {
    id: 'link-auxclick',
    words: 'link, acts on auxclick and mousedown',
    body: link('href="#suite"'),
    script: `${actsOn('auxclick', DOES.fetch)} ${actsOn('mousedown', DOES.fetch)}`,
  },
  {
    id: 'link-javascript',
    words: 'link with javascript: address',
    body: link(`href="javascript:void send('javascript')"`),
    script: '',
  },
];

export const BUTTONS: readonly PageKind[] = [...acting, ...leading, ...links];
export { BUTTON };
