import { describe, expect, it } from 'vitest';
import { isSameAnswer } from './same-answer';

describe('two answers', () => {
  it.each([
    ['412,30 €', '412.3'],
    ['1 412,30', '1412,30'],
    ['5/3/2026', '2026-03-05'],
    ['05 03 2026', '5/3/2026'],
    [' BENALI Nadia', 'benali nadia'],
    ['Etes-vous', 'êtes vous'],
    ['', ''],
  ])('« %s » and « %s » mean the same', (one, other) => expect(isSameAnswer(one, other)).toBe(true));

  it.each([
    ['412,30', '512,30'],
    ['', '0'],
    ['5/3/2026', '3/5/2026'],
    ['oui', 'non'],
    ['12', '12/01/2026'],
  ])('« %s » and « %s » do not', (one, other) => expect(isSameAnswer(one, other)).toBe(false));
});
