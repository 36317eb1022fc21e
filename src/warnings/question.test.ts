import { render, type TemplateResult } from 'lit/html.js';
import { describe, expect, it } from 'vitest';
import type { Warning } from '../schema';
import type { Tools } from '../ui/tools';
import type { Armed } from './armed';
import { createQuestion } from './question';

/** As a content script carries it: the question and its answers, not yet what they mean. */
function unexplained(): Warning {
  return {
    id: 'arreter',
    severity: 'stop',
    title: 'Voulez-vous arrêter le papier ?',
    consequence: '',
    undo: { possible: 'partly', how: '' },
    safer: { label: 'Je garde le papier' },
    goOn: 'Arrêter le papier',
  } as unknown as Warning;
}

/** A question on a page that can be told to change. */
function questionOn() {
  const place = document.createElement('div');
  const listeners: (() => void)[] = [];
  const tools = {
    pack: { site: { id: 'caf' }, people: [] },
    page: { document, onChange: (listener: () => void) => listeners.push(listener) },
    surface: {
      show: (_slot: string, template: TemplateResult) => render(template, place),
      isVisible: () => true,
      restore: () => true,
    },
    settings: { value: { readAloud: false, structure: {} } },
  } as unknown as Tools;
  const stop = new AbortController();
  const nothing = (): void => undefined;
  const question = createQuestion({
    tools,
    onSafer: nothing,
    onGoOn: nothing,
    onUnseen: nothing,
    signal: stop.signal,
  });
  const change = (): void => {
    for (const listener of listeners) listener();
  };
  return { question, place, change, stop: () => stop.abort() };
}

const armedFor = (warning: Warning): Armed => ({ warning }) as unknown as Armed;

describe('a question asked before its explanation has come', () => {
  it('has its title and both answers, and says that the explanation is on its way', () => {
    const { question, place, stop } = questionOn();
    question.ask(armedFor(unexplained()));
    expect(place.querySelector('h2')?.textContent).toContain('Voulez-vous arrêter le papier ?');
    expect(place.textContent).toContain("L'explication arrive");
    const words = [...place.querySelectorAll('button')].map((button) => button.textContent?.trim());
    expect(words).toEqual(
      expect.arrayContaining(['Je garde le papier', 'Arrêter le papier', 'Fermer sans rien faire']),
    );
    stop();
  });

  it('explains itself when the words come, without asking again', () => {
    const { question, place, change, stop } = questionOn();
    const warning = unexplained();
    question.ask(armedFor(warning));
    const safer = place.querySelector('.safer');
    Object.assign(warning, {
      consequence: 'Vos lettres seront sur internet.',
      undo: { possible: 'partly', how: 'Dans le compte.' },
    });
    change();
    expect(place.textContent).toContain('Vos lettres seront sur internet.');
    expect(place.textContent).toContain('Dans le compte.');
    expect(place.textContent).not.toContain("L'explication arrive");
    expect(place.querySelector('.safer'), 'the same buttons, with the focus they had').toBe(safer);
    stop();
  });
});
