import { BUTTON } from './buttons.ts';
import { CHOICES } from './choices.ts';
import { actsOn, DOES, type PageKind, type Place } from './page-kind.ts';

const FORM = `<form id="form" method="post" action="sent"><label>Nom <input id="field" name="nom" value="Durand"></label>
<button id="control" name="choix" value="arret" accesskey="j">Arrêter le courrier papier</button></form>`;
const BOX =
  '<label class="choice" id="label"><input type="checkbox" id="control" accesskey="j"> Je ne veux plus de papier</label>';
const LINK = '<a id="control" class="link" href="elsewhere" accesskey="j">Arrêter le courrier papier</a>';
const PLACES: readonly Exclude<Place, 'document'>[] = ['shadow', 'frame', 'srcdoc', 'dialog'];

/** The same four controls, inside an open shadow root, a frame of the same site, a modal dialog. */
const inside: PageKind[] = PLACES.flatMap((place): PageKind[] => [
  { id: `${place}-click`, words: `button, in ${place}`, place, body: BUTTON, script: actsOn('click', DOES.fetch) },
  {
    id: `${place}-press`,
    words: `button acting on pointerdown, in ${place}`,
    place,
    body: BUTTON,
    script: actsOn('pointerdown', DOES.fetch),
  },
  {
    id: `${place}-form`,
    words: `form sent by the browser, in ${place}`,
    place,
    body: FORM,
    script: actsOn('submit', `record(event, { submitter: event.submitter?.value });`, '#form'),
  },
  { id: `${place}-link`, words: `link, in ${place}`, place, body: LINK, script: '' },
  {
    id: `${place}-box`,
    words: `box, in ${place}`,
    place,
    body: BOX,
    script: actsOn('change', 'record(event, { checked: event.target.checked });'),
    again: false,
  },
]);

/** What browsers have of their own in a frame: its lists, its circles, its keys. */
const framed: PageKind[] = [
  {
    id: 'frame-keydown',
    words: 'button acting on keydown, in frame',
    place: 'frame',
    body: BUTTON,
    script: actsOn('keydown', `if (event.key === 'Enter' || event.key === ' ') { ${DOES.fetch} }`),
  },
  ...CHOICES.filter(({ id }) => id === 'list-change' || id === 'radio-change').map(
    (kind): PageKind => ({ ...kind, id: `frame-${kind.id}`, words: `${kind.words}, in frame`, place: 'frame' }),
  ),
];

const RECREATE = `const draw = () => { const old = $('#control'); const next = old.cloneNode(true); next.dataset.drawn = String(Number(old.dataset.drawn ?? 0) + 1); old.replaceWith(next); };`;
const delegated = (event: string, does: string): string =>
  `root.addEventListener('${event}', (event) => { if (event.target.closest?.('#control')) { ${does} } });`;

/** Controls that are not there from the start, or not the same from one event to the next. */
const moving: PageKind[] = [
  {
    id: 'late',
    words: 'button that appears a while after load',
    body: '<div id="spot"></div>',
    script: `setTimeout(() => { $('#spot').innerHTML = ${JSON.stringify(BUTTON)}; ${actsOn('click', DOES.fetch)} }, 300);`,
  },
  {
    id: 'late-form',
    words: 'form that appears after load',
    body: '<div id="spot"></div>',
    script: `setTimeout(() => { $('#spot').innerHTML = ${JSON.stringify(FORM)}; }, 300);`,
  },
  {
    id: 'late-address',
    words: 'button that appears with a new address (pushState)',
    body: '<div id="spot"></div>',
    script: `setTimeout(() => { history.pushState({}, '', 'page?etape=2'); $('#spot').innerHTML = ${JSON.stringify(BUTTON)}; ${actsOn('mousedown', DOES.fetch)} }, 200);`,
  },
  {
    id: 'recreated-on-press',
    words: 'button re-created between press and release, acts on pointerup',
    body: BUTTON,
    script: `${RECREATE} ${delegated('pointerdown', 'draw();')} ${delegated('pointerup', DOES.fetch)}`,
  },
  {
    id: 'recreated-on-key',
    words: 'button re-created on keydown, acts on keyup',
    body: BUTTON,
    script: `${RECREATE} ${delegated('keydown', 'draw(); $("#control").focus();')} ${delegated('keyup', DOES.fetch)} ${delegated('mouseup', DOES.fetch)}`,
  },
  {
    id: 'recreated-always',
    words: 'button re-created twenty times a second, acts on pointerdown',
    body: BUTTON,
    script: `${RECREATE} setInterval(draw, 50); ${delegated('pointerdown', DOES.fetch)}`,
  },
  {
    id: 'recreated-click',
    words: 'button re-created twice a second, acts on click',
    body: BUTTON,
    script: `${RECREATE} setInterval(() => { const had = document.activeElement?.id === 'control'; draw(); if (had) $('#control').focus(); }, 500); ${delegated('click', DOES.fetch)}`,
  },
  {
    id: 'relabelled',
    words: 'button that says something else until it is hovered or focused',
    body: '<button type="button" id="control" accesskey="j">Suite</button>',
    script: `for (const type of ['mouseenter', 'focus', 'pointerenter']) $('#control').addEventListener(type, () => { $('#control').textContent = 'Arrêter le courrier papier'; }); ${actsOn('click', DOES.fetch)}`,
  },
];

/** An application that scrolls by itself, not the page: what is further down stands outside what cuts it until it is scrolled to. */
const farDown = (control: string): string =>
  `<div style="height:90vh;overflow:hidden"><div style="height:100%;overflow:auto"><div style="height:3000px">Vos droits</div>${control}</div></div>`;
const far: PageKind[] = [
  {
    id: 'far-click',
    words: 'button far down in a part that scrolls',
    body: farDown(BUTTON),
    script: actsOn('click', DOES.fetch),
  },
  {
    id: 'far-press',
    words: 'button far down in a part that scrolls, acts on pointerdown',
    body: farDown(BUTTON),
    script: actsOn('pointerdown', DOES.fetch),
  },
  { id: 'far-form', words: 'form far down in a part that scrolls', body: farDown(FORM), script: '' },
];

/** Pages that come back, or were loaded before the person came. */
const arriving: PageKind[] = (['back', 'prerendered'] as const).flatMap((arrival): PageKind[] => [
  {
    id: `${arrival}-click`,
    words: `button, page ${arrival}`,
    arrival,
    body: BUTTON,
    script: actsOn('click', DOES.fetch),
  },
  {
    id: `${arrival}-press`,
    words: `button acting on pointerdown, page ${arrival}`,
    arrival,
    body: BUTTON,
    script: actsOn('pointerdown', DOES.fetch),
  },
  { id: `${arrival}-form`, words: `form, page ${arrival}`, arrival, body: FORM, script: '' },
]);

/** A bar of the page (cookies, a chat) lies over the middle of the control: its rim and the keyboard still reach it. */
const BAR = '<div style="position:absolute;left:40px;top:0;width:600px;height:100%;background:#ddd">Cookies</div>';
const under = (control: string): string => `<div style="position:relative;width:300px">${control}${BAR}</div>`;
const covered: PageKind[] = [
  {
    id: 'covered-click',
    words: 'button whose middle is covered',
    body: under(BUTTON),
    script: actsOn('click', DOES.fetch),
  },
  {
    id: 'covered-form',
    words: 'form whose button is covered in its middle',
    body: FORM.replace(/<button.*<\/button>/, (button) => under(button)),
    script: '',
  },
];

/** A button drawn by a component: its words are slotted, what is pressed is inside. */
const COMPONENT = `customElements.define('un-bouton', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'open', delegatesFocus: true }).innerHTML = '<button type="button" style="font:inherit"><slot></slot></button>'; }
});`;
const components: PageKind[] = [
  {
    id: 'component-host',
    words: 'component with slotted words, the page listens to its host',
    body: '<un-bouton id="control">Arrêter le courrier papier</un-bouton>',
    script: `${COMPONENT} ${actsOn('click', DOES.fetch)}`,
  },
  {
    id: 'component-inner',
    words: 'component with slotted words, its inner button acts on pointerdown',
    body: '<un-bouton id="control">Arrêter le courrier papier</un-bouton>',
    script: `${COMPONENT} $('#control').shadowRoot.querySelector('button').addEventListener('pointerdown', (event) => { ${DOES.fetch} });`,
  },
];

export const IN_PLACES: readonly PageKind[] = [
  ...inside,
  ...framed,
  ...moving,
  ...far,
  ...arriving,
  ...covered,
  ...components,
];
