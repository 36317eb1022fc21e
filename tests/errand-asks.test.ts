import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errandsOf, searchErrands } from '../src/popup/errands';
import { buildPacks } from '../src/schema/load/build-packs';

// What people type at a reception desk: as they speak, without accents or apostrophes, with slips.
const ASKED: readonly (readonly [string, string])[] = [
  ['la caf me reclame de largent', 'caf:rembourser'],
  ['jai perdu ma carte vital', 'ameli:carte-vitale-perdue'],
  ['papier pour la cantine', 'caf:attestation'],
  ['mot de passe oublié caf', 'caf:mot-de-passe-oublie'],
  ['actualisation', 'francetravail:actualisation'],
  ['pointer pole emploi', 'francetravail:actualisation'],
  ['je suis radié', 'francetravail:lire-courrier'],
  ['demander le rsa', 'caf:demander-rsa'],
  ['apl', 'caf:aide-au-logement'],
  ['mutuelle gratuite', 'ameli:complementaire-sante-solidaire'],
  ['la cmu', 'ameli:complementaire-sante-solidaire'],
  ['papier secu pour le medecin', 'ameli:attestation-de-droits'],
  ['arret maladie pas paye', 'ameli:arret-de-travail'],
  ["carte pour l'europe", 'ameli:carte-europeenne'],
  ['jai demenager', 'caf:changement'],
  ['nouveau rib', 'caf:rib'],
  ['rdv caf', 'caf:contacter'],
  ['rdv pole emploi', 'francetravail:rendez-vous'],
  ['attestation pole emploi', 'francetravail:attestation'],
  ['trop percu', 'caf:rembourser'],
  ['quotient familial', 'caf:attestation'],
  ['declaration trimestriele', 'caf:declaration-trimestrielle'],
  ['declarer mes revenus caf', 'caf:declaration-trimestrielle'],
  ['je me separe de mon mari', 'caf:changement'],
  ['ma caf est pas tombee', 'caf:mes-paiements'],
  ['envoyer ma fiche de paye', 'francetravail:envoyer-document'],
  ['medecin traitan', 'ameli:medecin-traitant'],
  ['je veux m inscrire au chomage', 'francetravail:inscription'],
  ['convocation', 'francetravail:lire-courrier'],
  ['garder le courrier papier', 'caf:choix-courriers'],
  ['jai fait une erreur actualisation', 'francetravail:erreur-actualisation'],
  ['aah', 'caf:declaration-trimestrielle'],
  ['prime dactivité', 'caf:declaration-trimestrielle'],
  ['photo carte vitale', 'ameli:carte-vitale-commande'],
  ['remboursement secu', 'ameli:voir-paiements'],
  ['me déconnecter', 'caf:se-deconnecter'],
  ['mon mari est parti', 'caf:changement'],
  ['g perdu mon mot de pass ameli', 'ameli:mot-de-passe-oublie'],
  ['je trouve plus ma carte verte', 'ameli:carte-vitale-perdue'],
  ['aide pour le loyer', 'caf:aide-au-logement'],
  ['al logement caf demande', 'caf:aide-au-logement'],
  ["j'arrive pas a me connecter a la caf", 'caf:premiere-connexion'],
  ['le code de la caf arrive pas', 'caf:mot-de-passe-oublie'],
  ['declarer ma grossesse', 'caf:changement'],
  ["je vien d'avoir un bebe", 'caf:changement'],
  ['jai pas touché mon rsa', 'caf:mes-paiements'],
  ['rsa suspendu', 'caf:declaration-trimestrielle'],
  ['ils veulent que je rembourse', 'caf:rembourser'],
  ["je suis pas d'accord avec la caf", 'caf:rembourser'],
  ['attestation de paiment', 'caf:attestation'],
  ['attestation caf', 'caf:attestation'],
  ['attestation securite sociale', 'ameli:attestation-de-droits'],
  ['changer de banque', 'caf:rib'],
  ['changement adresse secu', 'ameli:changer-adresse'],
  ['indemnité journaliere', 'ameli:arret-de-travail'],
  ['css renouvellement', 'ameli:complementaire-sante-solidaire'],
  ['je pars en vacances en espagne', 'ameli:carte-europeenne'],
  ['creer compte ameli', 'ameli:creer-compte'],
  ["j'ai trouvé du boulot", 'francetravail:changement'],
  ['licencié', 'francetravail:inscription'],
  ["j'ai raté mon rendez vous pole emploi", 'francetravail:rendez-vous'],
  ['oublie de pointer', 'francetravail:actualisation-oubliee'],
  ['justificatif pole emploi', 'francetravail:envoyer-document'],
  ['je me suis tromper dans ma declaration caf', 'caf:contacter'],
  ['titre de sejour expire', 'francetravail:changement'],
  ['parler a un conseiller', 'francetravail:rendez-vous'],
  ['mail de la caf', 'caf:lire-courrier'],
  ['email caf', 'caf:lire-courrier'],
  ['courriel de la caf', 'caf:lire-courrier'],
  ['nouvelle adresse mail ameli', 'ameli:courriers'],
  ['changer mon email', 'francetravail:choix-courriers'],
  ['lettre caf comprend pas', 'caf:lire-courrier'],
];
/** More than these, and the person has to search again with the eyes. */
const MOST_SHOWN = 6;

describe('the errand asked for in everyday words', () => {
  const errands = errandsOf(buildPacks(resolve(import.meta.dirname, '../overlays')).map(({ pack }) => pack));
  it.each(ASKED)('« %s » finds %s', (typed, wanted) => {
    const found = searchErrands(errands, typed).map(({ guide, pack }) => `${pack.site.id}:${guide.id}`);
    expect(found).toContain(wanted);
    expect(found.length).toBeLessThanOrEqual(MOST_SHOWN);
  });
  it('nothing is shown for what no guide speaks of', () => {
    expect(searchErrands(errands, 'horaires piscine')).toEqual([]);
  });
});
