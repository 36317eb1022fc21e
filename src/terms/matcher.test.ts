import { describe, expect, it } from 'vitest';
import type { Term } from '../schema';
import { createMatcher } from './matcher';

const term = (id: string, written: string, ...forms: string[]): Term => ({
  id,
  term: written,
  forms,
  plain: id,
  source: 'test',
  checkedOn: 'never',
  confidence: 'general',
});

const match = createMatcher([
  term('rsa', 'RSA', 'revenu de solidarité active'),
  term('rsa-majore', 'RSA majoré'),
  term('ass', 'ASS'),
  term('actualisation', 'Actualisation', "s'actualiser"),
  term('trop-percu', 'trop-perçu'),
  term('quotient', 'Quotient familial'),
  term('net', 'Montant net social'),
]);
const found = (text: string) => match(text).map(({ term: { id }, start, end }) => `${id}:${text.slice(start, end)}`);

describe('finding words', () => {
  it.each([
    ['Le RSA est versé.', ['rsa:RSA']],
    ['Le R.S.A. est versé.', ['rsa:R.S.A.']],
    ['le rsa en petit', []],
    ['RSA majoré pour isolement', ['rsa-majore:RSA majoré']],
    ["L'actualisation", ['actualisation:actualisation']],
    ['L’actualisation', ['actualisation:actualisation']],
    ["Il faut s'actualiser", ["actualisation:s'actualiser"]],
    ['Il faut s’actualiser', ['actualisation:s’actualiser']],
    ['les trop-perçus, un trop perçu', ['trop-percu:trop-perçus', 'trop-percu:trop perçu']],
    ['QUOTIENT FAMILIAL', ['quotient:QUOTIENT FAMILIAL']],
    ['votre quotient\u00a0familial', ['quotient:quotient\u00a0familial']],
    ['assez, passe, persan', []],
    ['Montant net social et net', ['net:Montant net social']],
    ['Revenu de Solidarité Active', ['rsa:Revenu de Solidarité Active']],
  ])('in « %s »', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
