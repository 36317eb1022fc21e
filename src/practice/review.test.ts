import { describe, expect, it } from 'vitest';
import type { PersonExercise, PracticePage } from '../schema';
import { practicePage } from '../schema/practice';
import { backTo, beginExercise, goTo, noteDownload, noteSent, sentSoFar } from './exercise';
import { reviewExercise } from './review';

const page = (id: string, blocks: object[]): PracticePage =>
  practicePage.parse({
    id,
    title: id,
    page: id,
    url: `https://exemple.fr/${id}`,
    reconstructedFrom: 'inventé',
    blocks,
  });
const oui = [
  { label: 'Oui', value: 'oui' },
  { label: 'Non', value: 'non' },
];
const pages = [
  page('travail', [
    { block: 'radios', legend: 'Avez-vous travaillé ?', field: 'travail', options: oui },
    {
      block: 'group',
      name: 'Salaire',
      showIf: { field: 'travail', is: 'oui' },
      blocks: [{ block: 'field', label: 'Montant', field: 'montant' }],
    },
    { block: 'field', label: 'Mot de passe', field: 'secret', type: 'password' },
  ]),
  page('fin', [{ block: 'button', name: 'Télécharger', downloads: 'preuve.pdf' }]),
];
const mistake = (name: string) => ({ explain: name, consequence: 'c', fix: 'f' });
const key: PersonExercise = {
  guide: 'g',
  goal: 'but',
  source: 'inventé',
  checks: [
    { on: 'answer', field: 'travail', right: ['oui'], otherwise: mistake('travail') },
    {
      on: 'answer',
      field: 'montant',
      right: ['117,90'],
      mistakes: [{ answers: ['150'], ...mistake('brut') }],
      otherwise: mistake('montant'),
    },
    { on: 'sent', otherwise: mistake('pas envoyé') },
    { on: 'download', file: 'preuve.pdf', otherwise: mistake('pas de preuve') },
  ],
};
const begun = beginExercise({ site: 's', guide: 'g', help: 'with', page: 'travail' });

describe('the review at the end', () => {
  it('finds nothing to change when all is right', () => {
    const answers = { travail: 'oui', montant: '117.9 €', secret: 'x' };
    const done = noteDownload(noteSent(goTo(begun, 'fin', answers), answers), 'preuve.pdf');
    const review = reviewExercise(done, answers, pages, key);
    expect(review).toMatchObject({ isRight: true, isSent: true, others: [] });
    expect(review.lines.map(({ question, given, verdict }) => [question, given, verdict])).toEqual([
      ['Avez-vous travaillé ?', 'Oui', 'right'],
      ['Salaire – Montant', '117.9 €', 'right'],
    ]);
  });

  it('names a known mistake, and what was left undone', () => {
    const answers = { travail: 'oui', montant: '150' };
    const review = reviewExercise(begun, answers, pages, key);
    expect(review.lines[1]).toMatchObject({ verdict: 'wrong', mistake: { explain: 'brut' }, expected: '117,90' });
    expect(review.others.map((one) => one.mistake.explain)).toEqual(['pas envoyé', 'pas de preuve']);
    expect(review.isRight).toBe(false);
  });

  it('does not ask about a question that was not shown', () => {
    const review = reviewExercise(begun, { travail: 'non' }, pages, key);
    expect(review.lines.map(({ question }) => question)).toEqual(['Avez-vous travaillé ?']);
  });

  it('shows what would have been sent without judging it when there is no answer key', () => {
    const review = reviewExercise(begun, { travail: 'non' }, pages, undefined);
    expect(review.lines[0]).toMatchObject({ given: 'Non', verdict: 'unmarked' });
    expect(review.isRight).toBe(false);
  });
});

describe('starting again from a step', () => {
  it('brings back the answers of that moment and undoes what came after', () => {
    const later = noteDownload(noteSent(goTo(begun, 'fin', { travail: 'non' }), { travail: 'non' }), 'preuve.pdf');
    const again = backTo(later, 0);
    expect(again.visits).toEqual([{ page: 'travail', before: {}, downloads: [] }]);
    expect(sentSoFar(again)).toBeUndefined();
  });

  it('keeps what was sent from the pages before it', () => {
    const first = goTo(noteSent(begun, { travail: 'non' }), 'fin', { travail: 'non' });
    const second = noteSent(first, { travail: 'non', montant: '12' });
    expect(sentSoFar(backTo(second, 1))).toEqual({ travail: 'non' });
  });

  it('keeps what was done on pages so far back that they are forgotten', () => {
    let long = goTo(begun, 'fin', {});
    long = noteSent(noteDownload(long, 'preuve.pdf'), { travail: 'non' });
    for (let page = 0; page < 100; page++) long = goTo(long, 'travail', {});
    expect(long.visits.length).toBeLessThan(100);
    expect(sentSoFar(long)).toEqual({ travail: 'non' });
    expect(long.visits[0]).toMatchObject({ page: 'travail', downloads: ['preuve.pdf'] });
  });

  it('leads to the last page that has what was left out, wherever the person is by now', () => {
    const away = goTo(goTo(goTo(begun, 'fin', {}), 'travail', {}), 'travail', {});
    const { others } = reviewExercise(noteSent(away, {}), {}, pages, key);
    expect(others.map(({ mistake, visit }) => [mistake.explain, visit])).toEqual([['pas de preuve', 1]]);
  });
});
