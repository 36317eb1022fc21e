import { describe, expect, it } from 'vitest';
import { holdsEach, isSameAnswer } from './same-answer';

describe('two answers', () => {
  it.each([
    ['412,30 €', '412.3'],
    ['1 412,30', '1412,30'],
    ['5/3/2026', '2026-03-05'],
    ['05 03 2026', '5/3/2026'],
    [' BENALI Nadia', 'benali nadia'],
    ['Etes-vous', 'êtes vous'],
    ['FR00 1111 2222 3333', 'fr00111122223333'],
    ['06.39.98.00.01', '06 39 98 00 01'],
    ['', ''],
  ])('« %s » and « %s » mean the same', (one, other) => expect(isSameAnswer(one, other)).toBe(true));

  it.each([
    ['412,30', '512,30'],
    ['', '0'],
    ['5/3/2026', '3/5/2026'],
    ['oui', 'non'],
    ['12', '12/01/2026'],
    ['FR00 1111 2222 3333', 'FR00 1111 2222 3334'],
    ['1 2 rue', '12 rue'],
  ])('« %s » and « %s » do not', (one, other) => expect(isSameAnswer(one, other)).toBe(false));
});

describe('a free text', () => {
  const wanted = [['3 décembre', '3/12'], ['malade']];
  it.each(['Je suis MALADE le 3 decembre', 'malade, le 3/12.'])('« %s » says both things', (text) =>
    expect(holdsEach(text, wanted)).toBe(true),
  );
  it.each(['Je suis malade', 'le 3 décembre', 'malade le 13/12', ''])('« %s » does not', (text) =>
    expect(holdsEach(text, wanted)).toBe(false),
  );
});
