import { BUTTON } from './buttons.ts';
import { actsOn, DOES, type PageKind } from './page-kind.ts';

const WORDS = 'Arrêter le courrier papier';
const FIELD = '<label>Nom <input id="field" name="nom" value="Durand"></label>';
const BUTTON_ALONE = `<button type="button" id="control" accesskey="j">${WORDS}</button>`;
const form = (inner: string): string => `<form id="form" method="post" action="sent">${FIELD}${inner}</form>`;
const SENT = `record(event, { data: dataOf($('#form'), event.submitter) });`;

/** Forms without a submit button that can be seen: the browser sends them by Enter all the same. */
const buttonless: PageKind[] = [
  {
    id: 'older-form-link',
    words: 'form sent by a link (javascript:), without a button',
    body: form(`<a id="control" class="link" href="javascript:document.forms[0].submit()">${WORDS}</a>`),
    script: '',
  },
  {
    id: 'older-form-plain',
    words: 'form without a submit button, a plain button does what it does',
    body: form(BUTTON_ALONE),
    script: `${actsOn('click', `$('#form').requestSubmit();`)} ${actsOn('submit', `event.preventDefault(); ${SENT} send('submit');`, '#form')}`,
  },
  {
    id: 'older-form-hidden',
    words: 'form with a hidden submit button, pressed by the plain one',
    body: form(`<input type="submit" id="hidden" value="Envoi" style="display:none">${BUTTON_ALONE}`),
    script: actsOn('click', `$('#hidden').click();`),
  },
  {
    id: 'older-form-message',
    words: 'message that Ctrl and Enter send',
    body: `<form id="form"><label>Message <textarea id="area" name="message"></textarea></label><button id="control">${WORDS}</button></form>`,
    script: `${actsOn('keydown', `if (event.key === 'Enter' && event.ctrlKey) $('#form').requestSubmit($('#control'));`, '#area')} ${actsOn('submit', `event.preventDefault(); ${SENT} send('submit');`, '#form')}`,
  },
  {
    id: 'older-form-slow',
    words: 'submit → a check takes three seconds, then requestSubmit(submitter)',
    body: form(`<button id="control" name="choix" value="arret" accesskey="j">${WORDS}</button>`),
    script: `let checked = false; ${actsOn('submit', `if (checked) return; event.preventDefault(); record(event); const { submitter } = event; setTimeout(() => { checked = true; $('#form').requestSubmit(submitter); }, 3000);`, '#form')}`,
  },
];

/** Fields that hide what every element has: a walk out of such a form comes back to its field. */
const taken = ['parentNode', 'parentElement', 'assignedSlot', 'nextSibling', 'closest'].map(
  (name) => `<input type="hidden" name="${name}">`,
);

/** A window of the page that keeps the focus, the keys and every press for itself, as libraries of such windows do. */
const trap = `const own = (event) => $('#window').contains(event.target);
const refuse = (event) => { if (!own(event)) { event.preventDefault(); event.stopImmediatePropagation(); } };
for (const type of ['mousedown', 'touchstart', 'click']) document.addEventListener(type, refuse, { capture: true, passive: false });
document.addEventListener('focusin', (event) => { if (!own(event)) { event.stopImmediatePropagation(); $('#window').focus(); } }, true);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Tab' && !own(event)) { event.preventDefault(); $('#window').focus(); }
  if (event.key === 'Escape') $('#window').hidden = true;
}, true);
$('#window').focus();`;

/** What toolkits, old ones and new ones, make of a choice. */
export const OLDER: readonly PageKind[] = [
  ...buttonless,
  {
    id: 'older-form-taken',
    words: 'form with fields named after what every element has',
    body: form(`${taken.join('')}<button id="control" name="choix" value="arret" accesskey="j">${WORDS}</button>`),
    script: actsOn(
      'submit',
      `event.preventDefault(); ${SENT} HTMLFormElement.prototype.submit.call($('#form'));`,
      '#form',
    ),
  },
  {
    id: 'older-link',
    words: 'link without an address, a script listens',
    body: `<a id="control" style="cursor:pointer">${WORDS}</a>`,
    script: actsOn('click', DOES.fetch),
  },
  {
    id: 'older-rim',
    words: 'plain box that a script listens to, pressed beside its words',
    body: `<div id="control" style="padding-left:240px;cursor:pointer"><span>${WORDS}</span></div>`,
    script: actsOn('click', DOES.fetch),
  },
  {
    id: 'older-trap',
    words: 'window of the page that traps focus, keys and presses',
    body: `<div id="window" role="dialog" tabindex="-1" style="position:fixed;inset:40px;background:#fff;border:1px solid">${BUTTON}</div>`,
    script: `${trap} ${actsOn('click', DOES.fetch)}`,
  },
  {
    id: 'older-outside',
    words: 'menu that is taken away by a press outside it',
    body: `<button type="button" id="opener">Menu</button><div id="menu"></div>`,
    script: `document.addEventListener('pointerdown', (event) => { if (!event.target.closest?.('#menu, #opener')) $('#menu').innerHTML = ''; }, true);
${actsOn('click', `$('#menu').innerHTML = ${JSON.stringify(BUTTON)};`, '#opener')} ${actsOn('click', `if (event.target.id === 'control') { ${DOES.fetch} }`, '#menu')}`,
  },
  {
    id: 'older-menu',
    words: 'menu that keeps the focus (aria-activedescendant)',
    body: `<ul role="menu" id="list" tabindex="0" aria-activedescendant="item"><li role="menuitem" id="item" aria-label="${WORDS}"><a id="control" tabindex="-1">${WORDS}</a></li></ul>`,
    script: `${actsOn('click', DOES.fetch, '#item')} ${actsOn('keydown', `if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); $('#item').click(); }`, '#list')}`,
  },
  {
    id: 'older-none',
    words: 'box that is not drawn at all, its label is',
    body: `<label class="choice" id="label"><input type="checkbox" id="control" style="display:none"> Je ne veux plus de papier</label>`,
    script: actsOn('change', 'record(event, { checked: event.target.checked });'),
    again: false,
  },
  {
    id: 'older-virtual',
    words: 'list of lines drawn anew ten times a second, acts on pointerdown',
    body: '<div id="lines"></div>',
    script: `setInterval(() => { const had = document.activeElement?.id === 'control'; $('#lines').innerHTML = '<p>Ligne</p>'.repeat(20) + ${JSON.stringify(BUTTON)}; if (had) $('#control').focus(); }, 100);
root.addEventListener('pointerdown', (event) => { if (event.target.id === 'control') { ${DOES.fetch} } });`,
  },
];
