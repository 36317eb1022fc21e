import { type Chance, hash } from './random';

/**
 * How the people who write sites put the same thing otherwise. Collected for the benchmark, without looking at the
 * synonyms that the extension knows; half of the groups are met in training only, the other half in held-out cases
 * only.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['Valider', 'Confirmer'],
  ['Continuer', 'Poursuivre', 'Suivant', 'Étape suivante'],
  ['Se connecter', 'Connexion', "S'identifier", 'Me connecter'],
  ['Créer un compte', 'Créer mon compte', "S'inscrire"],
  ['Mot de passe oublié', "J'ai oublié mon mot de passe"],
  ['Rechercher', 'Recherche', 'Lancer la recherche'],
  ['Enregistrer', 'Sauvegarder', 'Enregistrer les modifications'],
  ['Fermer', 'Fermer la fenêtre'],
  ['Retour', 'Revenir', 'Page précédente'],
  ['Accueil', "Retour à l'accueil", "Page d'accueil"],
  ['Modifier', 'Changer'],
  ['Ajouter', 'Ajouter un fichier'],
  ['Adresse électronique', 'Adresse e-mail', 'Courriel', 'E-mail'],
  ['Téléphone', 'Numéro de téléphone'],
  ['Téléphone portable', 'Téléphone mobile'],
  ['Nom de naissance', 'Nom de famille à la naissance'],
  ['Date de naissance', 'Né(e) le'],
  ['Code postal', 'CP'],
  ['Commune', 'Ville'],
  ['Ville ou commune', 'Commune'],
  ['Pays', 'Pays de résidence'],
  ['Adresse', 'Adresse postale'],
  ['Complément d’adresse', "Complément d'adresse (facultatif)"],
  ['Numéro de Sécurité sociale', 'Numéro de sécu', 'N° de sécurité sociale'],
  ['Télécharger', 'Télécharger le document'],
  ['Envoyer', 'Transmettre'],
  ['Mentions légales', 'Informations légales'],
  ['Plan du site', 'Plan de site'],
  ['Gestion des cookies', 'Gérer les cookies'],
  ['Données personnelles', 'Données personnelles et cookies'],
  ['Contact', 'Nous contacter', 'Contactez-nous'],
  ['Mes paiements', 'Mes versements', 'Paiements'],
  ['Mes démarches', 'Démarches en ligne', 'Démarches'],
  ['Mes messages', 'Messagerie', 'Messages reçus'],
  ['Mon profil', 'Mes informations', 'Profil'],
  ['Mes documents', 'Documents'],
  ['Afficher le mot de passe', 'Voir le mot de passe', 'Afficher'],
  ['Tout accepter', 'Accepter tout'],
  ['Tout refuser', 'Refuser tout'],
  ['Personnaliser', 'Personnaliser les cookies'],
  ['Madame', 'Mme'],
  ['Monsieur', 'M.'],
  ['Prénom', 'Prénom(s)', 'Prénoms'],
  ['Nationalité', 'Votre nationalité'],
  ['Se souvenir de moi', 'Mémoriser mon identifiant'],
  ['Identifiant', 'Votre identifiant', 'Nom d’utilisateur'],
  ['Voir le détail', 'Détail', 'Voir les détails'],
  ['En savoir plus', "Plus d'informations"],
];

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/\bnuméro de téléphone\b/i, 'N° de tél.'],
  [/\bnuméro\b/i, 'N°'],
  [/\btéléphone\b/i, 'Tél.'],
  [/\bmonsieur\b/i, 'M.'],
  [/\bmadame\b/i, 'Mme'],
  [/\bsécurité sociale\b/i, 'Sécu'],
  [/\badresse électronique\b/i, 'E-mail'],
  [/\bcomplément\b/i, 'Compl.'],
  [/\bdépartement\b/i, 'Dépt.'],
  [/\brendez-vous\b/i, 'RDV'],
  [/\binformations\b/i, 'Infos'],
  [/\bdocument\b/i, 'Doc.'],
  [/\bjustificatif\b/i, 'Justif.'],
  [/\bréférence\b/i, 'Réf.'],
  [/\bidentification\b/i, 'Ident.'],
  [/\badresse\b/i, 'Adr.'],
];

/** @returns the label put otherwise, or `undefined` when no one here would. */
export function reworded(label: string, { pick }: Chance, half: 'training' | 'held-out'): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[’']/g, "'");
  const group = GROUPS.filter((words) => (hash(words[0] ?? '') % 2 === 0) === (half === 'training')).find((words) =>
    words.some((one) => plain(one) === plain(label)),
  );
  return group && pick(group.filter((one) => plain(one) !== plain(label)));
}

/** @returns the label with one word cut short. */
export function abbreviated(label: string): string | undefined {
  const found = ABBREVIATED.find(([long]) => long.test(label));
  return found && label.replace(found[0], found[1]);
}

/** @returns the label with one letter of a long word lost, doubled, changed or swapped. */
export function mistyped(label: string, { pick, next }: Chance): string | undefined {
  const words = [...label.matchAll(/\p{L}{6,}/gu)];
  if (words.length === 0) return undefined;
  const { 0: word, index } = pick(words);
  const at = 1 + Math.floor(next() * (word.length - 2));
  const [left, letter, right] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const wrong = pick([
    left + right,
    left + letter + letter + right,
    left.slice(0, -1) + letter + left.slice(-1) + right,
    `${left}${letter === 'e' ? 'r' : 'e'}${right}`,
  ]);
  return wrong === word ? undefined : label.slice(0, index) + wrong + label.slice(index + word.length);
}

/** @returns the label as a site that says « vous » puts it. */
export function polite(label: string): string | undefined {
  const owned = label
    .replace(/^Mon /, 'Votre ')
    .replace(/^Ma /, 'Votre ')
    .replace(/^Mes /, 'Vos ')
    .replace(/ (?:mon|ma) /g, ' votre ')
    .replace(/ mes /g, ' vos ');
  const verb = /^(Se |S['’])?(\p{L}{2,})er\b/u.exec(owned);
  const asked = verb
    ? owned.replace(verb[0], verb[1] ? `${capital(verb[2] ?? '')}ez-vous` : `${verb[2]}ez`)
    : /^(Nom|Prénom|Adresse|Code|Date|Ville|Téléphone|Numéro|Identifiant|Mot de passe|Pays|Commune)\b/.test(owned)
      ? `Votre ${owned.charAt(0).toLowerCase()}${owned.slice(1)}`
      : owned;
  return asked === label ? undefined : asked;
}

/** @returns a label of something else that looks like this one. */
export function similar(label: string, { pick }: Chance): string {
  return pick([
    `${label} de mon conjoint`,
    `${label} plus tard`,
    `Autre ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    `Ne pas ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    `${label} : aide`,
    `${label} précédente`,
  ]);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
