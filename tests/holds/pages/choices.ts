import { actsOn, DOES, type PageKind } from './page-kind.ts';

const WORDS = 'Je ne veux plus de papier';
const BOX = '<input type="checkbox" id="control" name="plus" accesskey="j">';
const APART = `${BOX} <label id="label" for="control">${WORDS}</label>`;
const NESTED = `<label class="choice" id="label">${BOX} <span>${WORDS}</span></label>`;
const RADIOS = `<fieldset><legend>Vos courriers</legend>
<label class="choice"><input type="radio" id="first" name="mode" value="papier" checked> Par la poste</label>
<label class="choice" id="label"><input type="radio" id="control" name="mode" value="net" accesskey="j"> ${WORDS}</label>
<label class="choice"><input type="radio" name="mode" value="deux"> Les deux</label></fieldset>`;
const list = (more = ''): string => `<label>Façon de recevoir vos courriers <select id="control" name="mode" ${more}>
<option value="poste">Par la poste</option><option value="net">Par internet</option><option value="deux">Les deux</option></select></label>`;
const NOTE = 'record(event, { checked: event.target.checked, value: event.target.value });';

/** Boxes, circles and lists: the browser changes them, the page hears of it. */
export const CHOICES: readonly PageKind[] = [
  ...(['change', 'input', 'click', 'mousedown', 'pointerup', 'keydown'] as const).map(
    (event): PageKind => ({
      id: `box-${event}`,
      words: `box with label for=, acts on ${event}`,
      body: APART,
      script: actsOn(event, `${event === 'keydown' ? "if (event.key !== ' ') return;" : ''} ${NOTE} send('box');`),
      again: false,
    }),
  ),
  { id: 'box-nested', words: 'box inside its label', body: NESTED, script: actsOn('change', NOTE), again: false },
  {
    id: 'box-label-acts',
    words: 'box inside its label, the label acts on pointerdown',
    body: NESTED,
    script: actsOn('pointerdown', `${DOES.fetch}`, '#label'),
    again: false,
  },
  {
    id: 'box-hidden',
    words: 'box out of sight behind a drawn label',
    body: `<input type="checkbox" id="control" class="away" name="plus" accesskey="j"><label id="label" for="control" class="choice">☐ ${WORDS}</label>`,
    script: actsOn('change', NOTE),
    again: false,
  },
  {
    id: 'box-submits',
    words: 'box, change → form.submit()',
    body: `<form id="form" method="post" action="sent">${NESTED}</form>`,
    script: actsOn('change', `${NOTE} $('#form').submit();`),
    again: false,
  },
  { id: 'radio-change', words: 'circles, act on change', body: RADIOS, script: actsOn('change', NOTE), again: false },
  { id: 'radio-click', words: 'circles, act on click', body: RADIOS, script: actsOn('click', NOTE), again: false },
  { id: 'radio-input', words: 'circles, act on input', body: RADIOS, script: actsOn('input', NOTE), again: false },
  {
    id: 'radio-group',
    words: 'circles, the group listens to change',
    body: RADIOS,
    script: actsOn('change', `if (event.target.id === 'control') { ${NOTE} location = elsewhere; }`, 'fieldset'),
    again: false,
  },
  {
    id: 'radio-drawn',
    words: 'circles drawn by the page (role=radio), arrows handled by it',
    body: `<div role="radiogroup" aria-label="Vos courriers"><div role="radio" id="first" tabindex="0" aria-checked="true">Par la poste</div><div role="radio" id="control" tabindex="-1" aria-checked="false">${WORDS}</div></div>`,
    script: `const choose = (event) => { $('#first').setAttribute('aria-checked', 'false'); $('#control').setAttribute('aria-checked', 'true'); ${DOES.fetch} };
${actsOn('click', 'choose(event);')} ${actsOn('keydown', `if (event.key === ' ') choose(event);`)} ${actsOn('keydown', `if (event.key === 'ArrowDown') { $('#control').focus(); choose(event); }`, '#first')}`,
    again: false,
  },
  {
    id: 'switch',
    words: 'switch (role=switch)',
    body: `<button type="button" id="control" role="switch" aria-checked="false" accesskey="j">${WORDS}</button>`,
    script: actsOn(
      'click',
      `$('#control').setAttribute('aria-checked', String($('#control').getAttribute('aria-checked') !== 'true')); ${DOES.fetch}`,
    ),
    again: false,
  },
  { id: 'list-change', words: 'list, acts on change', body: list(), script: actsOn('change', NOTE), again: false },
  { id: 'list-input', words: 'list, acts on input', body: list(), script: actsOn('input', NOTE), again: false },
  {
    id: 'list-go',
    words: 'list, change → location =',
    body: list(),
    script: actsOn('change', `${NOTE} location = elsewhere;`),
    again: false,
  },
  {
    id: 'list-submits',
    words: 'list, change → requestSubmit()',
    body: `<form id="form" method="post" action="sent">${list()}</form>`,
    script: actsOn('change', `${NOTE} $('#form').requestSubmit();`),
    again: false,
  },
  {
    id: 'list-open',
    words: 'list shown open (size=3)',
    body: list('size="3"'),
    script: `$('#control').selectedIndex = 0; ${actsOn('change', NOTE)}`,
    again: false,
  },
];
