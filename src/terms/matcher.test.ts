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
  term('assure', 'Assuré'),
  term('charges', 'Charges', 'charges locatives'),
  term('fiscal', 'Foyer fiscal'),
  term('pare', 'PréParE'),
  term('ame', 'AME'),
  term('connect', 'FranceConnect+'),
  term('oeuvre', 'Main-d’œuvre'),
  term('ij', 'IJ'),
]);
const found = (text: string) => match(text).map(({ term: { id }, start, end }) => `${id}:${text.slice(start, end)}`);

describe('finding words', () => {
  it.each([
    ['Le RSA est versé.', ['rsa:RSA']],
    ['Le R.S.A. est versé.', ['rsa:R.S.A.']],
    ['le rsa en petit', []],
    ['CORPS ET AME, LE RSA', []],
    ['RSA, AME ; le RSA\nEN BREF', ['rsa:RSA', 'ame:AME', 'rsa:RSA']],
    ['VOTRE R.S.A. EN LIGNE : RSA MAJORÉ', ['rsa:R.S.A.', 'rsa-majore:RSA MAJORÉ']],
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
    ['TROP-PERCUS ET TROP PERÇU', ['trop-percu:TROP-PERCUS', 'trop-percu:TROP PERÇU']],
    ['LES ASSURES, L’ASSURÉ', ['assure:ASSURES', 'assure:ASSURÉ']],
    ['la Caf assure le suivi', []],
    ['un assuré, des assure\u0301s', ['assure:assuré', 'assure:assure\u0301s']],
    ['à la charge de qui', []],
    ['les foyers fiscaux', ['fiscal:foyers fiscaux']],
    ['la Caf prépare ; la PréParE', ['pare:PréParE']],
    ['corps et ÂME ; l’AME', ['ame:AME']],
    ['montant. Net social', []],
    ['montant\u202fnet\n   social', ['net:montant\u202fnet\n   social']],
    ['quotient - familial, quotient‑familial', ['quotient:quotient‑familial']],
    ['R.S.A, (RSA), RSAs', ['rsa:R.S.A', 'rsa:RSA', 'rsa:RSAs']],
    ['assuré@caf.fr RSA_2 RSA2 2RSA', []],
    ['sur charges.fr ; les charges.Le reste', ['charges:charges']],
    ['d\u02bcassuré', ['assure:assuré']],
    ['l’actu\u00adali\u00adsation', ['actualisation:actu\u00adali\u00adsation']],
    ['FranceConnect+, FranceConnect', ['connect:FranceConnect+']],
    ["de la main d'oeuvre, MAIN-D’ŒUVRE", ["oeuvre:main d'oeuvre", 'oeuvre:MAIN-D’ŒUVRE']],
    ['des IJs, les ij', ['ij:IJs']],
    ['Le R.S.A. majoré', ['rsa-majore:R.S.A. majoré']],
  ])('in « %s »', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('of more than 200 characters, words and gaps alike, are no words of ours', () => {
    expect(found(`montant${' '.repeat(199)}net social`)).toHaveLength(1);
    expect(found(`montant${' '.repeat(201)}net social`)).toEqual([]);
    expect(found(`${'a'.repeat(200)}RSA, RSA`)).toEqual(['rsa:RSA']);
  });
});
