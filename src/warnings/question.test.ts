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
function questionOn(isBroken = false) {
  const place = document.createElement('div');
  const listeners: (() => void)[] = [];
  const kept: string[] = [];
  const reported: string[] = [];
  const unseen: string[] = [];
  const tools = {
    pack: { site: { id: 'caf' }, people: [] },
    page: { document, onChange: (listener: () => void) => listeners.push(listener) },
    surface: {
      show(_slot: string, template: TemplateResult) {
        if (isBroken && typeof template !== 'symbol') throw new Error('broken');
        render(template, place);
      },
      isVisible: () => true,
      restore: () => true,
    },
    settings: { value: { readAloud: false, structure: {} } },
    async readWarnings(id?: string) {
      if (id !== undefined) kept.push(id);
      return [];
    },
    report: ({ kind }: { kind: string }) => reported.push(kind),
  } as unknown as Tools;
  const stop = new AbortController();
  const nothing = (): void => undefined;
  const question = createQuestion({
    tools,
    onSafer: nothing,
    onGoOn: nothing,
    onUnseen: ({ warning }) => unseen.push(warning.id),
    signal: stop.signal,
  });
  const change = (): void => {
    for (const listener of listeners) listener();
  };
  return { question, place, change, kept, reported, unseen, stop: () => stop.abort() };
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

  it('comes back whole when it was closed before it could explain itself, short once it has', () => {
    const { question, place, kept, stop } = questionOn();
    const warning = unexplained();
    question.ask(armedFor(warning));
    question.close();
    expect(kept).toEqual([]);
    Object.assign(warning, { consequence: 'Vos lettres seront sur internet.' });
    question.ask(armedFor(warning));
    expect(place.textContent).not.toContain('Vous avez déjà lu ceci');
    question.close();
    question.ask(armedFor(warning));
    expect(place.textContent).toContain('Vous avez déjà lu ceci');
    expect(kept).toEqual(['arreter']);
    stop();
  });
});

describe('a question that our own code cannot draw', () => {
  it('is given up at once, and counted: it would hold the page for good', () => {
    const { question, unseen, reported, stop } = questionOn(true);
    question.ask(armedFor(unexplained()));
    expect(unseen).toEqual(['arreter']);
    expect(reported).toEqual(['failed']);
    stop();
  });
});
