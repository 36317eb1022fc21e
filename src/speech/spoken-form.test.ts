import { describe, expect, it } from 'vitest';
import { sentences, spokenForm } from './spoken-form';
import { pairInWords } from './spoken-numbers';

describe('spokenForm', () => {
  it.each([
    ['Le RSA est versé.', 'Le R.S.A. est versé.'],
    ['La CAF calcule.', 'La Caf calcule.'],
    ['Votre RIB', 'Votre Rib'],
    ['Appelez le 39 49.', 'Appelez le trente-neuf, quarante-neuf.'],
    ['Appelez le 3949.', 'Appelez le trente-neuf, quarante-neuf.'],
    ['Au 32 30, puis 36 46', 'Au trente-deux, trente, puis trente-six, quarante-six'],
    ['Au 01 71 80 91 00', 'Au zéro un, soixante et onze, quatre-vingts, quatre-vingt-onze, zéro zéro'],
    ['Il faut 3600 €', 'Il faut 3600 euros'],
    ['Depuis 36 mois', 'Depuis 36 mois'],
    ['Pas **les 2** derniers', 'Pas les 2 derniers'],
    ['- un\n- deux', 'un deux'],
    ['[France services](https://www.france-services.gouv.fr)', 'France services'],
    ['Sur 03/2026', 'Sur mars 2026'],
    ['de 9 h à 17 h 30', 'de 9 heures à 17 heures 30'],
    ['de 5-10 jours', 'de 5 à 10 jours'],
    ['12,5 %', '12 virgule 5 pour cent'],
    ['camille@exemple.fr', 'camille arobase exemple.fr'],
    ['inscrit(e)', 'inscrit'],
    ['30 m²', '30 mètres carrés'],
    ['jour/mois', 'jour ou mois'],
    ['Le signe * la montre', 'Le signe étoile la montre'],
    ['Un revenu (le salaire) compte.', 'Un revenu, le salaire, compte.'],
    ['Avant le 05/01/2026', 'Avant le 5 janvier 2026'],
    ['Le 01/02/2026', 'Le 1er février 2026'],
    ['1 234,50 €', '1234 euros 50'],
    ['8 h 30', '8 heures 30'],
    ['n° de Sécu', 'numéro de Sécu'],
    ['Écrivez 2 85 05 75 000 000 00.', 'Écrivez 2, 85, 05, 75, 000, 000, 00.'],
    ['Le SIRET 999 000 000 00011', 'Le Siret 999, 000, 000, 00011'],
    ['Le code est 246810.', 'Le code est 2, 4, 6, 8, 1, 0.'],
    ['Écrivez 00200.', 'Écrivez 0, 0, 2, 0, 0.'],
    ['Il reste 1 200 000 €', 'Il reste 1200000 euros'],
    ['Répondez OUI.', 'Répondez oui.'],
    ['« Mes démarches » → « Déclarer »', 'Mes démarches, puis Déclarer'],
    ['R.S.A.', 'R.S.A.'],
  ])('says %s as %s', (written, said) => {
    expect(spokenForm(written)).toBe(said);
  });
});

describe('sentences', () => {
  it('cuts at sentence ends and lines, and drops what is empty', () => {
    expect(sentences('Un. Deux !\n\nTrois')).toEqual(['Un.', 'Deux !', 'Trois']);
  });
});

describe('pairInWords', () => {
  it.each([
    [0, 'zéro'],
    [16, 'seize'],
    [17, 'dix-sept'],
    [21, 'vingt et un'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
  ])('%i is %s', (pair, words) => expect(pairInWords(pair)).toBe(words));

  it('refuses what is not a pair', () => expect(() => pairInWords(100)).toThrow(RangeError));
});
