import { describe, expect, it } from 'vitest';
import { sentences, spokenForm } from './spoken-form';

describe('spokenForm', () => {
  it.each([
    ['Le RSA est versé.', 'Le R.S.A. est versé.'],
    ['La CAF calcule.', 'La Caf calcule.'],
    ['Votre RIB', 'Votre Rib'],
    ['Appelez le 39 49.', 'Appelez le 39 49.'],
    ['Avant le 05/01/2026', 'Avant le 5 janvier 2026'],
    ['Le 01/02/2026', 'Le 1er février 2026'],
    ['1 234,50 €', '1234 euros 50'],
    ['8 h 30', '8 heures 30'],
    ['n° de Sécu', 'numéro de Sécu'],
    ['Répondez OUI.', 'Répondez oui.'],
    ['« Mes démarches » → « Déclarer »', 'Mes démarches , puis Déclarer'],
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
