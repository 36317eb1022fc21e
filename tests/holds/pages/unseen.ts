import { BUTTON } from './buttons.ts';
import { actsOn, DOES, type PageKind } from './page-kind.ts';

const WORDS = 'Arrêter le courrier papier';

/** A menu that is closed at first: it closes again when our question takes the focus, the press or the top of the page. */
const menu = (inner: string): string => `<div id="menu-place">${inner}</div>`;
const menus: PageKind[] = [
  {
    id: 'menu-popover',
    words: 'menu that the browser closes (popover)',
    body: `<button type="button" id="opener" popovertarget="menu">Menu</button><div id="menu" popover>${BUTTON}</div>`,
    script: actsOn('click', `$('#menu').hidePopover(); ${DOES.fetch}`),
  },
  {
    id: 'menu-focus',
    words: 'menu that closes when the focus leaves it',
    body: menu(`<button type="button" id="opener">Menu</button><div id="menu" hidden>${BUTTON}</div>`),
    script: `${actsOn('click', `$('#menu').hidden = false;`, '#opener')}
${actsOn('focusout', `if (!$('#menu-place').contains(event.relatedTarget)) $('#menu').hidden = true;`, '#menu-place')}
${actsOn('click', DOES.fetch)}`,
  },
  {
    id: 'menu-style',
    words: 'menu that the style sheet alone opens (:hover, :focus-within)',
    body: `<style>#menu { display: none } #menu-place:hover #menu, #menu-place:focus-within #menu { display: block }</style>${menu(`<button type="button" id="opener">Menu</button><div id="menu">${BUTTON}</div>`)}`,
    script: actsOn('click', DOES.fetch),
  },
];

/** What the person sees and presses, though its own box or its place in the page's tree says otherwise. */
const shown: PageKind[] = [
  {
    id: 'unseen-aria',
    words: 'button in a part hidden from screen readers alone',
    body: `<div aria-hidden="true">${BUTTON}</div>`,
    script: actsOn('click', DOES.fetch),
  },
  {
    id: 'unseen-contents',
    words: 'button without a box (display: contents)',
    body: `<button type="button" style="display:contents"><span id="control">${WORDS}</span></button>`,
    script: actsOn('click', DOES.fetch),
  },
  {
    id: 'unseen-zero',
    words: 'link whose words stand outside its own box',
    body: `<div style="position:relative;height:60px"><a href="elsewhere" style="display:block;width:0;height:0"><span id="control" style="position:absolute;left:10px;top:10px;white-space:nowrap">${WORDS}</span></a></div>`,
    script: '',
  },
  {
    id: 'unseen-stretched',
    words: 'link stretched over its whole card (::after)',
    body: `<style>#card { position: relative; width: 300px; padding: 20px; border: 1px solid } #card a::after { content: ''; position: absolute; inset: 0 }</style><div id="card"><a href="elsewhere">${WORDS}</a><p id="control">Plus aucune lettre</p></div>`,
    script: '',
  },
  {
    id: 'unseen-marks',
    words: 'button whose words hold marks that nobody sees',
    body: `<button type="button" id="control" accesskey="j">Arre\u0302ter&nbsp;le cour&shy;rier\n   papier&#8203;</button>`,
    script: actsOn('click', DOES.fetch),
  },
];

const BOX = 'Je ne veux plus de papier';
/** Cards: a press anywhere on them is a press of the control inside, by the page's own script. */
const cards: PageKind[] = [
  {
    id: 'card-button',
    words: 'card whose press the page passes on to the button inside',
    body: `<div id="control" style="border:1px solid;padding:20px"><p>Plus aucune lettre</p><button type="button" id="inner" tabindex="-1">${WORDS}</button></div>`,
    script: `${actsOn('click', `if (event.target.id !== 'inner') $('#inner').click();`)} ${actsOn('click', `event.stopPropagation(); ${DOES.fetch}`, '#inner')}`,
  },
  {
    id: 'card-circle',
    words: 'card whose press the page passes on to a circle that takes no mouse',
    body: `<div id="card" class="choice"><input type="radio" name="mode" id="control" aria-label="${BOX}" style="pointer-events:none"> <span>${BOX}</span></div>`,
    script: `${actsOn('click', `if (event.target.id !== 'control') $('#control').click();`, '#card')} ${actsOn('change', 'record(event, { checked: event.target.checked });')}`,
    again: false,
  },
  {
    id: 'card-writes',
    words: 'card whose press ticks the box inside by script',
    body: `<div id="control" style="border:1px solid;padding:20px"><p>Sans papier</p><label><input type="checkbox" id="inner"> ${BOX}</label></div>`,
    script: `${actsOn('click', `if (event.target.closest('label')) return; $('#inner').checked = true; $('#inner').dispatchEvent(new Event('change', { bubbles: true }));`)} ${actsOn('change', 'record(event, { checked: event.target.checked });', '#inner')}`,
    again: false,
  },
];

export const UNSEEN: readonly PageKind[] = [...menus, ...shown, ...cards];
