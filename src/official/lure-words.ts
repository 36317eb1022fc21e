import { isNear } from './spelling';

/** Everyday words that false addresses put around a name, to sound like a counter or to hurry people. */
const WORDS = `
www wwwd web http https site online enligne ligne mobile app appli sms mail email net portail portal
mon ma mes nos votre vos
compte comptes moncompte espace client clients personnel assure assures allocataire allocataires candidat candidats
beneficiaire usager adherent particulier particuliers famille
connexion connect connecter login signin identifiant identification identite auth authentification acces code
secure securise securite secu verification verifier verif validation valider confirmation confirmer activation activer
maj miseajour mise jour update renouvellement renouveler renouvellements commande commander suivi livraison
service services support aide aides assistance info infos information informations contact alerte alertes urgent
remboursement remboursements rembourser paiement paiements payer virement versement facture amende amendes
prime primes rsa apl allocation allocations indemnite indemnites indemnisation droit droits mesdroits prestation
rib iban bancaire coordonnees dette dettes convocation suspension suspendu rappel relance notification notifications message messages courrier courriers
regularisation regulariser trop percu troppercu penalite penalites expiration expire bloque
dossier dossiers document documents attestation attestations declaration declarer actualisation actualiser inscription
formulaire demande demandes carte vitale sante maladie logement activite rentree energie cheque chomage
cpam cnam cnaf gouv gouvernement officiel officielle france fr com public plus impot impots
`;

/** Small words that only join the others. */
const JOINING: ReadonlySet<string> = new Set(['le', 'la', 'les', 'un', 'une', 'du', 'de', 'des', 'en', 'et']);
/** Said of a benefit and of little else: beside them even a short name, and a slip in it, is no chance (`cafe-allocataire`). */
const STRONG: ReadonlySet<string> = new Set([
  'allocataire',
  'allocataires',
  'allocation',
  'allocations',
  'rsa',
  'apl',
  'aah',
]);
const LURES: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
/** Letters; a shorter word is one slip from too many others. */
const LONG_ENOUGH = 5;
const LONGEST = Math.max(...[...LURES].map((word) => word.length));

/** @returns whether this is a word, or a number, that false addresses add to a name. */
export function isLure(word: string): boolean {
  return LURES.has(word) || /^\d+$/.test(word);
}

/** @returns whether this is one slip of the pen from a luring word long enough to be no other (`allocatoire`). */
export function isNearlyLure(word: string): boolean {
  return word.length >= LONG_ENOUGH && [...LURES].some((lure) => lure.length >= LONG_ENOUGH && isNear(word, lure));
}

/** @returns whether this word is about benefits and hardly about anything else. */
export function isStrongLure(word: string): boolean {
  return STRONG.has(word);
}

/** @returns whether a text without spaces is made of such words and numbers only (`moncompte2026`); true when empty. */
export function isMadeOfLures(text: string): boolean {
  if (JOINING.has(text)) return false;
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end && !reached[end]; start++) {
      const word = text.slice(start, end);
      reached[end] = reached[start] === true && (isLure(word) || JOINING.has(word));
    }
  }
  return reached[text.length] === true;
}
