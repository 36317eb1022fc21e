import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Facts } from '../src/page/facts';
import { weigh } from '../src/page/score';
import { createComparer } from '../src/page/similarity';
import { TUNING } from '../src/page/tuning';
import { buildPacks } from '../src/schema/load/build-packs';

/**
 * Labels that look like a held choice but are something else, often the safe one. A warning there would say something
 * false; each row is a control that must be let through, or the choice itself, that must be held.
 */
const ROWS: [
  site: string,
  warning: string,
  kind: 'button' | 'link' | 'checkbox' | 'radio' | 'textbox',
  label: string,
  held: boolean,
][] = [
  ['francetravail', 'plus-de-papier', 'checkbox', 'Ne plus recevoir mes courriers par voie postale', true],
  ['francetravail', 'plus-de-papier', 'checkbox', "J'accepte la dématérialisation de mes courriers", true],
  ['francetravail', 'plus-de-papier', 'checkbox', 'Recevoir mes courriers par voie postale', false],
  ['francetravail', 'plus-de-papier', 'checkbox', "Ne plus recevoir d'e-mails", false],
  ['francetravail', 'plus-de-papier', 'checkbox', "Je n'accepte pas la dématérialisation de mes documents", false],
  ['francetravail', 'plus-de-papier', 'checkbox', "J'accepte les conditions générales", false],
  ['francetravail', 'arreter-inscription', 'radio', "Je ne cherche plus d'emploi", true],
  ['francetravail', 'arreter-inscription', 'radio', 'Je recherche un emploi', false],
  ['francetravail', 'arreter-inscription', 'radio', "Je suis toujours à la recherche d'un emploi", false],
  ['francetravail', 'demander-fin-inscription', 'link', "Cessation d'inscription", true],
  ['francetravail', 'demander-fin-inscription', 'link', 'Mon inscription', false],
  ['francetravail', 'demander-fin-inscription', 'link', "Attestation de cessation d'inscription", false],
  ['francetravail', 'demander-fin-inscription', 'link', "S'inscrire, se réinscrire", false],
  ['francetravail', 'annuler-rendez-vous', 'button', 'Annuler mon rendez-vous', true],
  ['francetravail', 'annuler-rendez-vous', 'button', 'Prendre un rendez-vous', false],
  ['francetravail', 'annuler-rendez-vous', 'button', 'Annuler', false],
  ['francetravail', 'droit-option', 'button', "Exercer mon droit d'option", true],
  ['francetravail', 'droit-option', 'button', "Simuler mon droit d'option", false],
  ['francetravail', 'choisir-arce', 'button', "Demander l'ARCE", true],
  ['francetravail', 'choisir-arce', 'button', "Demander l'ARE", false],
  ['francetravail', 'choisir-arce', 'link', "Simuler l'ARCE", false],
  ['francetravail', 'choisir-arce', 'button', 'Choisir', false],
  ['francetravail', 'signer-contrat', 'button', "Signer mon contrat d'engagement", true],
  ['francetravail', 'signer-contrat', 'link', "Voir mon contrat d'engagement", false],
  ['francetravail', 'abandonner-inscription', 'button', 'Abandonner mon inscription', true],
  ['francetravail', 'abandonner-inscription', 'button', 'Continuer mon inscription', false],
  ['francetravail', 'abandonner-inscription', 'button', 'Annuler', false],
  ['francetravail', 'valider-actualisation', 'button', 'Valider mon actualisation', true],
  ['francetravail', 'valider-actualisation', 'button', 'Envoyer un message', false],
  ['francetravail', 'changer-email', 'textbox', 'Adresse e-mail', true],
  ['francetravail', 'changer-email', 'textbox', 'Adresse', false],
  ['francetravail', 'franceconnect-ouvert', 'link', "S'identifier avec FranceConnect", true],
  ['francetravail', 'franceconnect-ouvert', 'button', 'Se connecter', false],
  ['francetravail', 'changer-rib', 'textbox', 'BIC', false],
  ['ameli', 'accepter-conditions', 'checkbox', "J'ai lu et j'accepte les conditions générales d'utilisation", true],
  ['ameli', 'accepter-conditions', 'checkbox', "J'accepte de recevoir des conseils par e-mail", false],
  ['ameli', 'accepter-conditions', 'button', 'Accepter et continuer', true],
  ['ameli', 'accepter-conditions', 'button', "J'accepte", true],
  ['ameli', 'accepter-conditions', 'button', 'Accepter les conditions', true],
  ['ameli', 'accepter-conditions', 'button', 'Continuer', false],
  ['ameli', 'accepter-conditions', 'button', 'Refuser', false],
  ['ameli', 'plus-de-papier', 'checkbox', 'Recevoir mes courriers uniquement dans mon compte ameli', true],
  ['ameli', 'plus-de-papier', 'checkbox', 'Recevoir mes courriers par voie postale', false],
  ['ameli', 'plus-de-papier', 'checkbox', "Ne plus recevoir d'e-mails", false],
  ['ameli', 'css-renoncer', 'link', 'Renoncer à ma Complémentaire santé solidaire', true],
  ['ameli', 'css-renoncer', 'link', 'Renouveler ma Complémentaire santé solidaire', false],
  ['ameli', 'css-renoncer', 'link', 'Demander la Complémentaire santé solidaire', false],
  ['ameli', 'css-renouveler', 'link', 'Renoncer à ma Complémentaire santé solidaire', false],
  ['ameli', 'css-arreter-paiement', 'button', 'Arrêter le prélèvement', true],
  ['ameli', 'css-arreter-paiement', 'button', 'Modifier mon mandat de prélèvement', false],
  ['ameli', 'depart-etranger', 'radio', "Départ à l'étranger", true],
  ['ameli', 'depart-etranger', 'link', "Soins à l'étranger", false],
  ['ameli', 'depart-etranger', 'radio', "Je pars en vacances à l'étranger", false],
  ['ameli', 'depart-etranger', 'link', "Retour de l'étranger", false],
  ['ameli', 'fermer-compte', 'link', 'Supprimer mon compte ameli', true],
  ['ameli', 'fermer-compte', 'link', 'Compte ameli', false],
  ['ameli', 'fermer-compte', 'button', 'Créer mon compte', false],
  ['ameli', 'fermer-compte', 'button', 'Fermer', false],
  ['ameli', 'supprimer-message', 'button', 'Supprimer ce message', true],
  ['ameli', 'supprimer-message', 'button', 'Envoyer un message', false],
  ['ameli', 'enregistrer-appareil', 'checkbox', 'Enregistrer cet appareil', true],
  ['ameli', 'carte-vitale-perdue', 'button', 'Valider', true],
  ['ameli', 'carte-vitale-perdue', 'button', 'Annuler', false],
  ['ameli', 'css-envoyer', 'button', 'Envoyer ma demande', true],
  ['ameli', 'css-envoyer', 'button', 'Revenir', false],
  ['ameli', 'changer-email', 'textbox', 'Adresse e-mail', true],
  ['ameli', 'changer-email', 'textbox', 'Adresse postale', false],
  ['ameli', 'changer-rib', 'textbox', 'BIC', false],
  ['ameli', 'franceconnect-ouvert', 'button', 'Se connecter', false],
  ['caf', 'plus-de-papier', 'checkbox', 'Ne plus recevoir mes courriers par voie postale', true],
  ['caf', 'plus-de-papier', 'checkbox', 'Recevoir mes courriers par voie postale', false],
  ['caf', 'plus-de-papier', 'checkbox', "Je n'accepte pas la dématérialisation de mes courriers", false],
  ['caf', 'plus-de-papier', 'checkbox', "Ne plus recevoir d'e-mails", false],
  ['caf', 'plus-de-papier', 'checkbox', 'Recevoir mes courriers par e-mail', false],
  ['caf', 'annuler-demande', 'button', 'Annuler ma demande', true],
  ['caf', 'annuler-demande', 'button', 'Abandonner la demande', true],
  ['caf', 'annuler-demande', 'button', 'Annuler', false],
  ['caf', 'annuler-demande', 'button', 'Continuer ma demande', false],
  ['caf', 'annuler-demande', 'link', 'Ma demande', false],
  ['caf', 'annuler-demande', 'button', 'Annuler ma demande de rendez-vous', false],
  ['caf', 'payer-dette', 'button', 'Rembourser en ligne', true],
  ['caf', 'payer-dette', 'checkbox', "J'accepte l'échéancier", true],
  ['caf', 'payer-dette', 'button', 'Valider', false],
  ['caf', 'payer-dette', 'button', 'Accepter', false],
  ['caf', 'payer-dette', 'link', "Voir l'échéancier", false],
  ['caf', 'payer-dette', 'link', 'Ma dette', false],
  ['caf', 'payer-dette', 'button', 'Contester ma dette', false],
  ['caf', 'demander-remise', 'button', 'Demander une remise de dette', true],
  ['caf', 'demander-remise', 'button', 'Demander un rendez-vous', false],
  ['caf', 'demander-fin-rsa', 'link', 'Demander la fin du RSA', true],
  ['caf', 'demander-fin-rsa', 'link', 'Demander le RSA', false],
  ['caf', 'demander-fin-rsa', 'button', 'Estimer mon RSA', false],
  ['caf', 'acces-conjoint', 'checkbox', "J'autorise mon conjoint à accéder à mon compte", true],
  ['caf', 'acces-conjoint', 'link', "Retirer l'accès de mon conjoint", false],
  ['caf', 'acces-conjoint', 'link', 'Mon conjoint', false],
  ['caf', 'declarer-couple', 'radio', 'Concubinage', true],
  ['caf', 'declarer-couple', 'radio', 'Vie maritale', true],
  ['caf', 'declarer-couple', 'radio', 'Fin de vie maritale', false],
  ['caf', 'declarer-couple', 'radio', 'Je ne vis plus en couple', false],
  ['caf', 'declarer-couple', 'radio', 'Célibataire', false],
  ['caf', 'declarer-couple', 'radio', 'Je vis seul', false],
  ['caf', 'declarer-separation', 'radio', 'Rupture de vie commune', true],
  ['caf', 'declarer-separation', 'radio', 'Vie commune', false],
  ['caf', 'declarer-separation', 'radio', 'Célibataire', false],
  ['caf', 'retirer-enfant', 'radio', "Un enfant n'est plus à ma charge", true],
  ['caf', 'retirer-enfant', 'radio', 'Ajouter un enfant', false],
  ['caf', 'retirer-enfant', 'radio', 'Un enfant à charge', false],
  ['caf', 'changer-email', 'textbox', 'Adresse e-mail', true],
  ['caf', 'changer-email', 'textbox', 'Adresse', false],
  ['caf', 'changer-rib', 'textbox', 'BIC', false],
  ['caf', 'franceconnect-ouvert', 'link', 'Se connecter avec FranceConnect', true],
  ['caf', 'franceconnect-ouvert', 'button', 'Se connecter', false],
  ['caf', 'rester-connecte', 'checkbox', 'Se souvenir de moi', true],
  ['caf', 'rester-connecte', 'checkbox', "J'accepte les conditions générales", false],
  ['caf', 'garde-alternee', 'radio', 'Garde alternée', true],
  ['caf', 'garde-alternee', 'radio', 'Garde exclusive', false],
];

const sites = buildPacks(resolve(process.cwd(), 'overlays'));

const MARK_UP = {
  button: '<button></button>',
  link: '<a href="#"></a>',
  checkbox: '<input type="checkbox" id="x"><label for="x"></label>',
  radio: '<input type="radio" id="x"><label for="x"></label>',
  textbox: '<label for="x"></label><input id="x">',
};

const labelsOf = (element: Element): HTMLLabelElement[] => [...((element as HTMLInputElement).labels ?? [])];

describe('a warning and what looks like its choice', () => {
  beforeEach(() => document.body.replaceChildren());

  it.each(ROWS)('%s, %s: %s « %s » is held: %s', (siteId, warningId, kind, label, held) => {
    const pack = sites.find((site) => site.pack.site.id === siteId)?.pack;
    const warning = pack?.warnings.find(({ id }) => id === warningId);
    if (!pack || !warning) throw new Error(`No warning ${warningId} on ${siteId}`);
    document.body.innerHTML = `<p>${MARK_UP[kind]}</p>`;
    const worded = document.querySelector('label, button, a');
    const element = document.querySelector('input, button, a');
    if (!worded || !element) throw new Error('No control');
    worded.textContent = label;
    const comparer = createComparer(pack.synonyms);
    const best = Math.max(
      ...warning.targets.map(
        (target) =>
          weigh(target, new Facts(element, { comparer, turn: 0, headingsOf: () => [], labelsOf }), comparer, true)
            .score,
      ),
    );
    expect(best >= TUNING.threshold).toBe(held);
  });
});
