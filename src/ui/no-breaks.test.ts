import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { withNoBreaks } from './no-breaks';

it.each([
  ['Que voulez-vous faire ?', 'Que voulez-vous faire_?'],
  ['Cliquez sur « $1 ».', 'Cliquez sur «_$1_».'],
  ['Exemple : 01 23 45 67 89.', 'Exemple_: 01_23_45_67_89.'],
  ['à l’accueil, 10 pages gratuites', 'à l’accueil, 10_pages gratuites'],
  ['Payé 607,75 €, proposition n° $3', 'Payé 607,75_€, proposition n°_$3'],
  ['Ouvert de 8 h 30 à 17 h. Écrivez « 12 mois ».', 'Ouvert de 8_h_30_à 17_h. Écrivez «_12_mois_».'],
  ['Connaissez-vous « Mes démarches » ?', 'Connaissez-vous «_Mes démarches_»_?'],
  ['Le 09 72 72 39 49 ou 1 234,56 € en 2 à 3 semaines ?', 'Le 09_72_72_39_49_ou 1_234,56_€ en 2_à 3_semaines_?'],
  ['étape $1 sur $2', 'étape $1 sur $2'],
  ['Dans C:\\cote-a-cote, https://serveur/', 'Dans C:\\cote-a-cote, https://serveur/'],
])('a line does not end inside what belongs together: %s', (text, expected) => {
  expect(withNoBreaks(text)).toBe(expected.replaceAll('_', '\u00a0'));
});

it('the page that is no message, the sheet for the register, is written the same way', () => {
  const html = readFileSync(resolve(import.meta.dirname, '../public/fiche-rgpd.html'), 'utf8');
  const texts = [...html.matchAll(/>([^<]+)</g)].map(([, text = '']) => text.replaceAll('&nbsp;', '\u00a0'));
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) if (text.trim() !== '') expect(text).toBe(withNoBreaks(text));
});
