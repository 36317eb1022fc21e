import { BUTTON } from './buttons.ts';
import { actsOn, DOES, type PageKind } from './page-kind.ts';

const WORDS = 'Arrêter le courrier papier';
const FIELD = '<label>Nom <input id="field" name="nom" value="Durand"></label>';

/** Ways that browsers gave pages lately to act on a press, and components that stand in a form. */
export const NEWER: readonly PageKind[] = [
  {
    id: 'newer-command',
    words: 'button with a command of the page (commandfor)',
    body: `<dialog id="asked">Suite</dialog><button type="button" id="control" commandfor="asked" command="--arreter" accesskey="j">${WORDS}</button>`,
    script: actsOn('command', DOES.fetch, '#asked'),
  },
  {
    id: 'newer-popover',
    words: 'button that opens a popover, whose opening acts',
    body: `<div id="asked" popover>Suite</div><button type="button" id="control" popovertarget="asked" accesskey="j">${WORDS}</button>`,
    script: actsOn('beforetoggle', `if (event.newState === 'open') { ${DOES.fetch} }`, '#asked'),
    again: false,
  },
  {
    id: 'newer-dialog-form',
    words: 'button that closes its dialog (method=dialog), whose closing acts',
    body: `<form method="dialog" id="form">${FIELD}<button id="control" value="arret" accesskey="j">${WORDS}</button></form>`,
    script: `root.addEventListener('close', (event) => { record(event, { value: root.returnValue }); send('close'); });`,
    place: 'dialog',
    again: false,
  },
  {
    id: 'newer-navigation',
    words: 'link that the page takes over (Navigation API)',
    body: `<a id="control" class="link" href="elsewhere" accesskey="j">${WORDS}</a>`,
    script: `navigation.addEventListener('navigate', (event) => { if (event.destination.url.endsWith('elsewhere')) event.intercept({ handler: async () => { send('taken'); } }); });`,
    again: false,
  },
  {
    id: 'newer-element',
    words: 'component of a form that sends it (form-associated)',
    body: `<form id="form" method="post" action="sent">${FIELD}<un-envoi id="control" role="button" tabindex="0">${WORDS}</un-envoi></form>`,
    script: `customElements.define('un-envoi', class extends HTMLElement {
  static formAssociated = true;
  constructor() { super(); const inside = this.attachInternals(); this.addEventListener('click', (event) => { record(event); inside.form.requestSubmit(); }); this.addEventListener('keydown', (event) => { if (event.key === 'Enter') this.click(); }); }
});`,
  },
  {
    id: 'newer-slot',
    words: 'button put into a component that listens around its slot',
    body: `<une-carte>${BUTTON}</une-carte>`,
    script: `customElements.define('une-carte', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<div><slot></slot></div>'; this.shadowRoot.querySelector('div').addEventListener('click', (event) => { ${DOES.fetch} }); }
});`,
  },
  {
    id: 'newer-hold',
    words: 'button to keep pressed for a while',
    body: BUTTON,
    script: `let timer; ${actsOn('pointerdown', `timer = setTimeout(() => { ${DOES.fetch} }, 700);`)} ${actsOn('pointerup', 'clearTimeout(timer);')}`,
  },
  {
    id: 'newer-no-enter',
    words: 'form whose page forbids Enter everywhere, and takes it for itself',
    body: `<form id="form">${FIELD}<button id="control" accesskey="j">${WORDS}</button></form>`,
    script: `window.addEventListener('keypress', (event) => { if (event.key === 'Enter') { event.preventDefault(); record(event); send('keypress'); } }, true); ${actsOn('submit', `event.preventDefault(); record(event); send('submit');`, '#form')}`,
  },
];
