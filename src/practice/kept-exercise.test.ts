import { describe, expect, it } from 'vitest';
import { backTo, beginExercise, sentSoFar } from './exercise';
import { type KeptExercise, readKept, toKeep, unread } from './kept-exercise';

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
      kind: 'read',
      kept: { ...clean, exercise: { ...clean.exercise, person: undefined } },
    });
  });

  const fine = toKeep(kept, new Set());
  it.each([
    ['nothing', undefined, 'notOurs'],
    ['a list', [], 'notOurs'],
    ['another file', { nickname: 'x', exercise: [] }, 'notOurs'],
    ['cut short', { nickname: 'x', exercise: {} }, 'damaged'],
    ['a button that is no text', withPresses([{}]), 'damaged'],
    ['an unknown help', { ...fine, exercise: { ...fine.exercise, help: 'all' } }, 'damaged'],
    ['no page', { ...fine, exercise: { ...fine.exercise, visits: [] } }, 'damaged'],
    ['an answer that is no text', { ...fine, answers: { a: { b: 'c' } } }, 'damaged'],
    ['an answer without end', { ...fine, answers: { a: 'x'.repeat(3001) } }, 'tooLong'],
    ['a name without end', { ...fine, keptOn: 'x'.repeat(301) }, 'damaged'],
    ['a real address', kept, 'realData'],
    ['a real number on an earlier page', withBefore({ nir: '1850578006084' }), 'realData'],
    ['a real telephone number for nickname', { ...fine, nickname: '06 12 34 56 78' }, 'realData'],
  ])('is refused when it is %s', (_, value, why) =>
    expect(readKept(value, () => true)).toEqual({ kind: 'refused', why }),
  );

  it('holds a letter as long as one can be typed', () => {
    const long = { ...fine, answers: { message: 'é'.repeat(3000) } };
    expect(readKept(long, () => true)).toMatchObject({ kind: 'read', kept: { answers: long.answers } });
  });

  it('of an earlier version, which did not say from where something was sent, still opens', () => {
    const earlier = { ...fine, exercise: { ...fine.exercise, sent: { montant: '117,90' } } };
    const reading = readKept(earlier, () => true);
    const exercise = reading.kind === 'read' ? reading.kept.exercise : fine.exercise;
    expect(sentSoFar(exercise)).toEqual({ montant: '117,90' });
    expect(sentSoFar(backTo(exercise, 0))).toBeUndefined();
  });

  it('is named when it cannot be read, but not by what looks real', () => {
    expect(unread('Lune', 'gone')).toEqual({ nickname: 'Lune', why: 'gone' });
    expect(unread('06 12 34 56 78', 'realData')).toEqual({ nickname: undefined, why: 'realData' });
  });

  it('is refused when its pages are gone', () => {
    expect(readKept(fine, () => false)).toEqual({ kind: 'refused', why: 'gone' });
  });
});

function withPresses(presses: unknown): unknown {
  const { exercise } = toKeep(kept, new Set());
  return {
    ...toKeep(kept, new Set()),
    exercise: { ...exercise, visits: [{ page: 'p', before: {}, downloads: [], presses }] },
  };
}

function withBefore(before: Record<string, string>): KeptExercise {
  const { exercise } = toKeep(kept, new Set());
  return { ...toKeep(kept, new Set()), exercise: { ...exercise, visits: [{ page: 'p', before, downloads: [] }] } };
}
