import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../src/schema/load/build-packs';
import { practiceHandler } from '../pages/serve';
import { followGuide } from './follow-guide';
import { openedAnewFor } from './opened';
import { press, until } from './person';

const sites = buildPacks(resolve(import.meta.dirname, '../../overlays'));

/** A guide followed along one of its branches: from which practice page, with which answers, and what is held on the way. */
const BRANCHES: [guide: string, from: string, choices: string[], warnings: number, typed?: Record<string, string>][] = [
  [
    'actualisation',
    'connexion',
    [
      "Oui, j'ai travaillé",
      "Oui, j'ai eu une formation",
      "Oui, j'ai eu un arrêt ou un congé",
      'Oui, une nouvelle pension',
      'Oui, je veux rester inscrit',
    ],
    1,
    { heures: '42', montant: '612' },
  ],
  [
    'actualisation',
    'espace-personnel-ancien',
    [
      "Non, je n'ai pas travaillé",
      'Non, pas de formation',
      "Non, pas d'arrêt",
      'Non, pas de nouvelle pension',
      'Non, je ne cherche plus de travail',
    ],
    2,
  ],
  ['actualisation', 'actu-deja-faite', [], 0],
  ['connexion', 'connexion', ["J'ai mon identifiant et mon mot de passe"], 0],
  ['inscription', 'inscription', ['Non'], 1],
  ['inscription', 'inscription', ['Oui, le RSA ou la mission locale'], 0],
  ['attestation', 'espace-personnel', [], 0],
  ['changement', 'espace-personnel', ['Je pars plus de 7 jours'], 1],
  ['lire-courrier', 'espace-personnel', ['De venir à un rendez-vous'], 0],
  ['choix-courriers', 'espace-personnel', ['Non, ou pas souvent'], 0],
  ['envoyer-document', 'espace-personnel', [], 0],
  ['rendez-vous', 'espace-personnel', [], 0],
  ['erreur-actualisation', 'espace-personnel', ["Oui, je l'ai envoyée"], 0],
  ['actualisation-oubliee', 'accueil', [], 0],
  ['se-deconnecter', 'espace-personnel', [], 0],
];

describe('the branches of the guides of France Travail', () => {
  const site = sites.find(({ pack }) => pack.site.id === 'francetravail');
  const here = openedAnewFor('chromium', () => practiceHandler(site?.practice ?? []));

  it.each(BRANCHES)(
    '%s from %s, answering %s: led to the end, %i held',
    async (id, from, choices, warnings, typed = {}) => {
      const guide = site?.pack.guides.find((one) => one.id === id);
      const first = site?.practice.find((one) => one.id === from);
      if (!guide || !first) throw new Error(`No guide ${id} or no practice page ${from}`);
      const page: Page = await here.browser.newPage();
      await page.goto(first.url);
      await press(page, 'Aide', 'dock');
      await press(page, guide.title, 'dock');
      await until(page, 'the first bubble', (seen) => seen.bubble !== undefined);
      const journey = await followGuide(page, { choices, typed });
      expect(journey.ended).toBe(true);
      expect(journey.warnings).toHaveLength(warnings);
    },
    120_000,
  );
});
