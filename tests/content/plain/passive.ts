/** Verbs whose past tense is made with « être »: not a passive. */
const MOVES =
  /^(?:all|arriv|pass|entr|rentr|rest|retourn|tomb|n|mont|décéd)ée?s?$|^(?:part|sort|repart|ressort)ie?s?$|^(?:re|de|par|sur|inter)?venue?s?$|^descendue?s?$|^morte?s?$/i;

/** Participles that say how something is, not what somebody did to it. */
const STATES =
  /^(?:inscrit|écrit|ouvert|fermé|rempli|fini|terminé|coché|décoché|grisé|caché|replié|bloqué|protégé|perdu|cassé|abîmé|obligé|marié|séparé|divorcé|pacsé|connecté|déconnecté|salarié|situé|lié|âgé|abonné|concerné|assuré|malade|handicapé|exposé|pressé|inquiet|fatigué|lu|joint|exact|gratuit|droit|interdit|permis|petit|uni|connu|inconnu|daté|signé|trompé|puni|hébergé|rangé|partagé|inventé)e?s?$/i;

/** Participles without a common ending in -é. */
const IRREGULAR =
  'fait|dit|pris|compris|appris|repris|mis|remis|promis|transmis|reçu|vu|prévu|su|voulu|attendu|entendu|rendu|vendu|reconnu|obtenu|retenu|tenu|soutenu|choisi|fourni|saisi|averti|puni|suivi|servi|interrompu|suspendu|conduit|produit|réduit|détruit|éteint|versé';
const TO_BE =
  "est|sont|êtes|suis|sommes|était|étaient|sera|seront|serez|serai|serait|seraient|soit|soient|été|être|n['’]est|n['’]êtes|c['’]est";
const ADVERBS =
  'pas|plus|jamais|déjà|bien|toujours|encore|aussi|souvent|alors|donc|parfois|ensuite|seulement|directement|automatiquement';
/** « par » before these names a means or an order, not who does it. */
const MEANS =
  '(?:mois|mail|e-mail|SMS|courrier|lettre|téléphone|internet|message|thème|jour|semaine|an|trimestre|personne|erreur|écrit|exemple)';
const REFLEXIVE = /^(?:se|me)\s+$|[sm]['’]\s*$/i;
const NOBODY = /(?<!\p{L})(?:rien|aucune?)(?!\p{L})/iu;
const PASSIVE = new RegExp(
  `(?<before>[\\p{L}'’]+\\s+)?(?<![\\p{L}-])(?<be>${TO_BE})(?<adverb>(?:\\s+(?:${ADVERBS}))*)\\s+(?<participle>(?:[\\p{L}-]+ée?s?|(?:${IRREGULAR})e?s?))(?!\\p{L})(?<agent>\\s+par (?!${MEANS})\\p{L}+)?`,
  'giu',
);

/**
 * @returns the passives of a sentence that can be avoided: somebody does the action and could be named.
 * Left alone: states (« est inscrit »), « c'est fait », past tenses made with « être », reflexives (« s'est trompé »),
 * and « rien n'est … », where nobody can be named.
 */
export function passivesIn(sentence: string): string[] {
  return [...sentence.matchAll(PASSIVE)].filter((match) => isAvoidable(match, sentence)).map(written);
}

const written = (match: RegExpExecArray): string => match[0].slice(match.groups?.before?.length ?? 0).trim();

function isAvoidable(match: RegExpExecArray, sentence: string): boolean {
  const { before = '', participle = '', agent } = match.groups ?? {};
  if (MOVES.test(participle) || REFLEXIVE.test(before) || /s['’](?:est|était|être)/i.test(match[0])) return false;
  if (/vous vous\s*$/i.test(sentence.slice(0, match.index + before.length))) return false;
  return (
    agent !== undefined || !(STATES.test(participle) || NOBODY.test(sentence) || /^c['’]est/i.test(written(match)))
  );
}
