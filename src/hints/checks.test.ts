import { describe, expect, it, vi } from 'vitest';
import type { Check } from '../schema';
import {
  type Around,
  hasWrongDigits,
  isCloseTo,
  isNotWhole,
  isOfDomain,
  isOutside,
  isSameText,
  isShown,
  isToBeSaid,
  looksLikeEmail,
  startsWithOneOf,
} from './checks';
import { isValidIban } from './iban';
import { isRealDate } from './real-date';

describe('digits', () => {
  it.each([
    ['1850275', false, false],
    ['1850275', true, true],
    ['1 85 02 75 123 456', false, false],
    ['1 85 02 75 123 456', true, false],
    ['1 85 02 2A 123 456', true, false],
    ['185027512345678', false, true],
    ['185027512345X', true, true],
    ['', true, false],
  ])('« %s » (left: %s) is said: %s', (text, isSettled, said) =>
    expect(hasWrongDigits(text, [13], isSettled)).toBe(said),
  );
});

describe('startsWith', () => {
  it.each([
    ['7 85', true],
    ['85', true],
    ['185', false],
    ['', false],
  ])('« %s »: %s', (text, said) => expect(startsWithOneOf(text, ['7', '8'])).toBe(said));
});

describe('range', () => {
  it.each([
    ['250', false, true],
    ['20', true, false],
    ['-3', false, false],
    ['-3', true, true],
    ['', true, false],
    ['abc', true, false],
    ['1 000,00', false, true],
  ])('« %s » (left: %s) is said: %s', (text, isSettled, said) => expect(isOutside(text, 0, 200, isSettled)).toBe(said));
});

describe('whole', () => {
  it.each([
    ['12', true, false],
    ['12,5', false, true],
    ['12,0', false, false],
    ['12h30', false, false],
    ['12h30', true, true],
    ['', true, false],
  ])('« %s » (left: %s) is said: %s', (text, isSettled, said) => expect(isNotWhole(text, isSettled)).toBe(said));
});

describe('amountShownNear', () => {
  it.each([
    ['607,75', true],
    ['608', true],
    ['60', false],
    ['0', false],
    ['', false],
  ])('« %s »: %s', (text, said) => expect(isShown(text, () => [607.75, 0])).toBe(said));

  it('does not search the page for nothing', () => {
    const search = vi.fn(() => []);
    isShown('', search);
    expect(search).not.toHaveBeenCalled();
  });
});

describe('figure', () => {
  it.each([
    ['646,52', 0, true],
    ['640', 2, true],
    ['600', 2, false],
    ['', 2, false],
  ])('« %s » within %d %%: %s', (text, percent, said) => expect(isCloseTo(text, [646.52], percent)).toBe(said));
});

describe('date', () => {
  it.each([
    ['05/03/2026', true],
    ['5-3-2026', true],
    ['05 03 2026', true],
    ['05032026', true],
    ['2026-03-05', true],
    ['29/02/2024', true],
    ['29/02/2026', false],
    ['31/04/2026', false],
    ['2026/03/05', false],
    ['05/03/26', false],
    ['mars', false],
  ])('« %s » exists: %s', (text, exists) => expect(isRealDate(text)).toBe(exists));
});

describe('email', () => {
  it.each([
    ['nadia.b@exemple.fr', true],
    ['nadia@exemple.co.uk', true],
    ['nadia+caf@exemple.fr', true],
    ['nadia@exemple', false],
    ['nadia exemple.fr', false],
    ['nadia@exemple,fr', false],
    ['nadia..b@exemple.fr', false],
    ['nadïa@exemple.fr', false],
    ['www.exemple.fr', false],
    ['nadia@@exemple.fr', false],
  ])('« %s » looks like one: %s', (text, fine) => expect(looksLikeEmail(text)).toBe(fine));
});

describe('structureEmail', () => {
  it.each([
    ['accueil@ccas-exemple.fr', 'ccas-exemple.fr', true],
    ['a@mail.ccas-exemple.fr', '@ccas-exemple.fr', true],
    ['a@autreccas-exemple.fr', 'ccas-exemple.fr', false],
    ['a@gmail.com', 'ccas-exemple.fr', false],
    ['a@ccas-exemple.fr', undefined, false],
  ])('« %s » of %s: %s', (text, domain, said) => expect(isOfDomain(text, domain)).toBe(said));
});

describe('iban', () => {
  it.each([
    ['FR14 2004 1010 0505 0001 3M02 606', true],
    ['fr1420041010050500013m02606', true],
    ['DE89370400440532013000', true],
    ['GB29 NWBK 6016 1331 9268 19', true],
    ['FR14 2004 1010 0505 0001 3M02 607', false],
    ['FR14 2004 1010 0505 0001 3M02 60', false],
    ['2004 1010 0505 0001 3M02 606', false],
    ['', false],
  ])('« %s » is valid: %s', (text, fine) => expect(isValidIban(text)).toBe(fine));
});

describe('sameAs', () => {
  it.each([
    ['12,50', '12.50', true],
    ['Nadia B', 'nadia b', true],
    ['12', '13', false],
    ['', '', false],
  ])('« %s » and « %s »: %s', (text, other, said) => expect(isSameText(text, other)).toBe(said));
});

describe('when a message is said', () => {
  const around: Around = {
    amountsNear: () => [607.75],
    figureAmounts: () => [646.52],
    structureDomain: 'ccas.fr',
    otherText: () => '12',
  };
  const field = { text: '', isChosen: false, isChanged: false, isSettled: false };
  const message = 'Regardez encore.';
  const target = { name: 'x' };
  it.each<[Check, Partial<typeof field>, boolean]>([
    [{ kind: 'date', message }, { text: '05/0' }, false],
    [{ kind: 'date', message }, { text: '05/0', isSettled: true }, true],
    [{ kind: 'email', message }, { text: 'nad' }, false],
    [{ kind: 'email', message }, { text: 'nad', isSettled: true }, true],
    [{ kind: 'iban', message }, { text: 'FR14', isSettled: true }, true],
    [{ kind: 'empty', message }, {}, false],
    [{ kind: 'empty', message }, { isSettled: true }, true],
    [{ kind: 'empty', message }, { isSettled: true, isChosen: true }, false],
    [{ kind: 'chosen', message }, { isChosen: true }, true],
    [{ kind: 'changed', message }, { isChanged: true }, true],
    [{ kind: 'changed', message }, {}, false],
    [{ kind: 'sameAs', target, message }, { text: '12,00' }, true],
    [{ kind: 'amountShownNear', words: ['RSA'], message }, { text: '607,75' }, true],
    [{ kind: 'figure', figures: ['rsa'], percent: 1, message }, { text: '650' }, true],
    [{ kind: 'structureEmail', message }, { text: 'a@ccas.fr' }, true],
    [{ kind: 'digits', count: [13], message }, { text: '12345678901234' }, true],
    [{ kind: 'startsWith', values: ['7'], message }, { text: '7' }, true],
    [{ kind: 'range', max: 10, message }, { text: '11' }, true],
    [{ kind: 'whole', message }, { text: '1,5' }, true],
  ])('%o on %o: %s', (check, now, said) => expect(isToBeSaid(check, { ...field, ...now }, around)).toBe(said));
});
