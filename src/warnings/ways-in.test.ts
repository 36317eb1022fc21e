import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { controlsOf, phaseOf } from './ways-in';

const KEYS = { ctrlKey: false, altKey: false, metaKey: false };

/** An event as the gate hears it, on what `html` shows with the id `on`; `view` is the window whose classes it has. */
function heard(type: string, html: string, more: object = {}, view: { document: unknown } = window): Event {
  const { body } = view.document as Document;
  body.innerHTML = html;
  const on = body.querySelector('#on');
  const path: Element[] = [];
  for (let at = on; at; at = at.parentElement) path.push(at);
  return { type, target: on, composedPath: () => path, ...more } as unknown as Event;
}
const key = (name: string, html: string, more: object = {}, view?: { document: unknown }): Event =>
  heard('keydown', html, { key: name, ...KEYS, ...more }, view);
const idsOf = (event: Event): string[] =>
  [...controlsOf(event)].map((one) => (one as Element).id).filter((id) => id !== '' && id !== 'on');

const option = (id: string, isSelected: boolean): string =>
  `<div role="option" id="${id}" aria-selected="${isSelected}"></div>`;

describe('what an event sets off', () => {
  it('knows the elements of a frame, whose classes are not ours', () => {
    const frame = new Window() as unknown as { document: unknown };
    expect(phaseOf(heard('change', '<select id="on"></select>', {}, frame))).toBe('act');
    const form = '<form><label id="label"><input id="on"></label><button id="send">Envoyer</button></form>';
    expect(idsOf(key('Enter', form, {}, frame))).toEqual(['label', 'send']);
  });

  it('a link inside the label of a box opens what it says, and ticks nothing', () => {
    const label = (inner: string): string => `<label id="label"><input type="checkbox" id="box"> ${inner}</label>`;
    expect(idsOf(heard('click', label('<a href="#cgu" id="on">Les conditions</a>')))).toEqual([]);
    expect(idsOf(heard('click', label('<a href="#cgu" id="link"><b id="on">Les conditions</b></a>')))).toEqual([
      'link',
    ]);
    expect(idsOf(heard('click', label('<b id="on">Les conditions</b>')))).toEqual(['label', 'box']);
  });

  it('a component that hands its focus on stands for the control inside it; another one does not', () => {
    const inside = (delegatesFocus: boolean): string[] => {
      const event = heard('click', '<x-b id="on"></x-b>');
      const root = (event.target as Element).attachShadow({ mode: 'open', delegatesFocus });
      root.innerHTML = '<p>Choix</p><button id="inner">Arrêter</button>';
      Object.defineProperty(root, 'delegatesFocus', { value: delegatesFocus });
      return idsOf(event);
    };
    expect(inside(true)).toEqual(['inner']);
    expect(inside(false)).toEqual([]);
  });

  it('Enter and Space take the option that its list or field has lit', () => {
    const list = `<div role="listbox" id="on" aria-activedescendant="b">${option('a', true)}${option('b', false)}</div>`;
    expect(idsOf(key('Enter', list))).toEqual(['b']);
    expect(idsOf(key(' ', list))).toEqual(['b']);
  });

  it('an arrow chooses the next option only where the lit option is the chosen one, and never from a field', () => {
    const list = (lit: string): string =>
      `<div role="listbox" id="on" aria-activedescendant="${lit}">${option('a', true)}${option('b', false)}${option('c', false)}</div>`;
    expect(idsOf(key('ArrowDown', list('a')))).toEqual(['a', 'b']);
    expect(idsOf(key('ArrowDown', list('b')))).toEqual(['b']);
    expect(phaseOf(key('ArrowDown', list('b')))).toBe('none');
    const field = `<input role="combobox" id="on" aria-activedescendant="a"><div role="listbox">${option('a', true)}${option('b', false)}</div>`;
    expect(phaseOf(key('ArrowDown', field))).toBe('none');
  });

  it('Enter in a form without a submit button that is seen stands for what it holds to press', () => {
    const form = (inner: string): string => `<form><label><input id="on"></label>${inner}</form>`;
    const plain = '<button type="button" id="stop">Arrêter</button>';
    const cross = '<a id="link">Arrêter</a><input type="button" id="old" value="Arrêter">';
    expect(idsOf(key('Enter', form(plain + cross)))).toEqual(['stop', 'link', 'old']);
    const submit = (more: string): string => `<button id="send" ${more}>Envoyer</button>`;
    const hidden = key('Enter', form(submit('style="display: none"') + plain));
    const send = document.querySelector('#send') as Element;
    send.checkVisibility = () => false;
    expect(idsOf(hidden)).toEqual(['send', 'stop']);
    expect(idsOf(key('Enter', form(submit('') + plain)))).toEqual(['send']);
  });

  it('Enter acts whatever is held with it; Space with another key belongs to the browser', () => {
    expect(phaseOf(key('Enter', '<button id="on"></button>', { altKey: true }))).toBe('act');
    expect(phaseOf(key(' ', '<button id="on"></button>', { altKey: true }))).toBe('none');
  });

  it('a form that the browser fills by itself has keys without a name: they set nothing off', () => {
    expect(phaseOf(heard('keydown', '<input id="on">'))).toBe('none');
  });
});
