import { describe, expect, it } from 'vitest';
import { beginExercise } from './exercise';
import { type KeptExercise, readKept, toKeep } from './kept-exercise';

const kept: KeptExercise = {
  nickname: 'Étoile',
  keptOn: '2026-11-24',
  answers: { montant: '117,90', code: 'secret', courriel: 'jeanne@laposte.net' },
  exercise: beginExercise({ site: 's', guide: 'g', help: 'less', page: 'p', given: { code: 'secret' } }),
};

describe('an exercise that is kept', () => {
  it('leaves out passwords and what looks real', () => {
    const clean = toKeep(kept, new Set(['code']));
    expect(clean.answers).toEqual({ montant: '117,90' });
    expect(clean.exercise.visits[0]?.before).toEqual({});
  });

  it('comes back the same', () => {
    const clean = toKeep(kept, new Set(['code']));
    expect(readKept(JSON.parse(JSON.stringify(clean)), () => true)).toEqual({
      ...clean,
      exercise: { ...clean.exercise, person: undefined, sent: undefined },
    });
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['another file', { nickname: 'x', exercise: {} }],
    ['an unknown help', { ...kept, exercise: { ...kept.exercise, help: 'all' } }],
    ['no page', { ...kept, exercise: { ...kept.exercise, visits: [] } }],
    ['an answer that is no text', { ...kept, answers: { a: { b: 'c' } } }],
    ['a real address', kept],
  ])('is refused when it is %s', (_, value) => expect(readKept(value, () => true)).toBeUndefined());

  it('is refused when its pages are gone', () => {
    expect(readKept(toKeep(kept, new Set()), () => false)).toBeUndefined();
  });
});
