import { describe, expect, it } from 'vitest';
import { createComparer } from './similarity';

const { compare, holds } = createComparer([
  ['Valider', 'Confirmer'],
  ['Suivant', 'Continuer', 'Étape suivante'],
]);

describe('comparing labels as people read them', () => {
  it.each([
    ['Valider', 'VALIDER '],
    ["L'étape", 'L’ÉTAPE'],
    ['n° allocataire', 'Numéro allocataire'],
    ['Courriel', 'E-mail'],
    ['Mes messages', 'Mes messages (3)'],
    ['Payer', 'Payer 12,50 €'],
    ['Arrêter le courrier', 'Arre\u0302ter\u00a0le cour\u00adrier\u200b'],
  ])('%s reads the same as %s', (wanted, actual) => {
    expect(compare(wanted, actual)).toBe(1);
  });

  it.each([
    ['Valider', 'Confirmer', 0.9],
    ['Étape suivante', 'Continuer', 0.9],
    ['Déclarer ma situation', 'Déclarez votre situation', 0.9],
    ['Télécharger', 'Telecharger l’attestation', 0.6],
    ['Attestation', 'Atestation', 0.7],
    ['Autres revenus', 'Aurtes revenus', 0.8],
    ['Libellé bouton', 'Libellé boouton', 0.8],
  ])('%s is close to %s', (wanted, actual, least) => {
    expect(compare(wanted, actual)).toBeGreaterThanOrEqual(least);
    expect(compare(wanted, actual)).toBeLessThan(1);
  });

  it.each([
    ['Oui', 'Non'],
    ['Valider', 'Annuler'],
    ['Je garde le papier', 'Se connecter'],
    ['7', '8'],
    ['Se déconnecter', 'Se reconnecter'],
    ['Autre enfant 12', 'Autre enfant 13'],
    ['mercredi 16 décembre 2026', 'mercredi 9 décembre 2026'],
  ])('%s is a stranger to %s', (wanted, actual) => {
    expect(compare(wanted, actual)).toBeLessThan(0.5);
  });

  it('is not kept busy by a long run of numbers', () => {
    expect(compare('Payer', '1 '.repeat(200_000))).toBe(0);
  });

  it('finds whole words inside a text', () => {
    expect(holds('Votre RSA de mars', 'rsa')).toBe(true);
    expect(holds('persan', 'RSA')).toBe(false);
  });
});
