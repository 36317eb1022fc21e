import { describe, expect, it } from 'vitest';
import { amountsIn, isSameAmount, parseAmount } from './amounts';

describe('parseAmount', () => {
  it.each([
    ['607,75', 607.75],
    ['607.75', 607.75],
    ['1 234,56', 1234.56],
    ['1\u00a0234,56 €', 1234.56],
    ['1\u202f234,56\u00a0€', 1234.56],
    ['1.234,56', 1234.56],
    ['1 234', 1234],
    ['12 euros', 12],
    ['0', 0],
    ['-5', -5],
    ['151,67', 151.67],
  ])('reads « %s » as %d', (text, amount) => expect(parseAmount(text)).toBe(amount));

  it.each(['', 'abc', '12h30', '1.234', '12,', '1,2,3', '12/05/2026'])('does not read « %s »', (text) =>
    expect(parseAmount(text)).toBeUndefined(),
  );
});

describe('amountsIn', () => {
  it.each([
    ['RSA versé : 607,75 €', [607.75]],
    ['En mars vous avez reçu 1 234,56 € puis 12 €.', [1234.56, 12]],
    ['Dossier 1234567, le 12/05/2026, 3 enfants', []],
    ['607.75 €', [607.75]],
    ['Total 2.100,00', [2100]],
    ['Montant : 551,13', [551.13]],
  ])('finds in « %s »', (text, amounts) => expect(amountsIn(text)).toEqual(amounts));
});

describe('isSameAmount', () => {
  it.each([
    [607.75, 607.75, true],
    [608, 607.75, true],
    [607, 607.75, true],
    [607.7, 607.75, false],
    [606, 607.75, false],
  ])('%d typed, %d shown: %s', (typed, shown, same) => expect(isSameAmount(typed, shown)).toBe(same));
});
