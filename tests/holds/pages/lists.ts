import { actsOn, DOES, type PageKind } from './page-kind.ts';

const WORDS = 'Les lettres sans aucun papier';
const NATIVE = `<label>Courriers <select id="control" name="mode">
<option value="poste">Par la poste</option><option value="rien">${WORDS}</option><option value="deux">Par les deux</option></select></label>`;
const NOTE = 'record(event, { value: event.target.value });';

/** Options drawn by the page: which one is chosen stands in `aria-selected`. */
const options = (more = ''): string =>
  `<div role="option" id="other-option" aria-selected="true" ${more}>Par la poste</div><div role="option" id="control" aria-selected="false" ${more}>${WORDS}</div>`;
const CHOOSE = `const choose = (event) => { $('#other-option').setAttribute('aria-selected', 'false'); $('#control').setAttribute('aria-selected', 'true'); ${DOES.fetch} };
${actsOn('click', 'choose(event);')}`;
const isActive = `$('#list').getAttribute('aria-activedescendant') === 'control'`;

/** A warning about one option: of the browser's own list, and of lists that pages draw (ARIA practices, listbox and combobox). */
export const LISTS: readonly PageKind[] = [
  ...(['change', 'input'] as const).map(
    (event): PageKind => ({
      id: `option-${event}`,
      words: `one option of a list, acts on ${event}`,
      body: NATIVE,
      script: actsOn(event, NOTE),
      again: false,
    }),
  ),
  {
    id: 'listbox-roving',
    words: 'drawn list, each option takes the focus',
    body: `<div role="listbox" aria-label="Courriers">${options('tabindex="0"')}</div>`,
    script: `${CHOOSE} ${actsOn('keydown', `if (event.key === ' ' || event.key === 'Enter') choose(event);`)}`,
    again: false,
  },
  {
    id: 'listbox-active',
    words: 'drawn list that keeps the focus (aria-activedescendant)',
    body: `<div role="listbox" id="list" tabindex="0" aria-label="Courriers" aria-activedescendant="control">${options()}</div>`,
    script: `${CHOOSE} ${actsOn('keydown', `if ((event.key === ' ' || event.key === 'Enter') && ${isActive}) choose(event);`, '#list')}`,
    again: false,
  },
  {
    id: 'listbox-follows',
    words: 'drawn list where the arrows choose (aria-activedescendant)',
    body: `<div role="listbox" id="list" tabindex="0" aria-label="Courriers" aria-activedescendant="other-option">${options()}</div>`,
    script: `${CHOOSE} ${actsOn('keydown', `if (event.key === 'ArrowDown') { $('#list').setAttribute('aria-activedescendant', 'control'); choose(event); }`, '#list')}`,
    again: false,
  },
  {
    id: 'listbox-follows-focus',
    words: 'drawn list where the arrows move the focus and choose',
    body: `<div role="listbox" aria-label="Courriers">${options('tabindex="0"').replace('id="other-option"', 'id="first"')}</div>`,
    script: `${CHOOSE.replaceAll('#other-option', '#first')} ${actsOn('keydown', `if (event.key === 'ArrowDown') { $('#control').focus(); choose(event); }`, '#first')}`,
    again: false,
  },
  {
    id: 'combobox-active',
    words: 'field with suggestions, Enter takes the lit one',
    body: `<form id="form"><label>Courriers <input id="list" role="combobox" aria-expanded="true" aria-controls="all" aria-activedescendant="control"></label><div role="listbox" id="all" aria-label="Courriers">${options()}</div></form>`,
    script: `${CHOOSE} ${actsOn('keydown', `if (event.key === 'Enter' && ${isActive}) { event.preventDefault(); choose(event); }`, '#list')}`,
    again: false,
  },
  {
    id: 'combobox-button',
    words: 'button that opens a drawn list and keeps the focus',
    body: `<button type="button" id="list" role="combobox" aria-expanded="true" aria-controls="all" aria-activedescendant="control">Choisir</button><div role="listbox" id="all" aria-label="Courriers">${options()}</div>`,
    script: `${CHOOSE} ${actsOn('keydown', `if ((event.key === ' ' || event.key === 'Enter') && ${isActive}) { event.preventDefault(); choose(event); }`, '#list')}`,
    again: false,
  },
];
