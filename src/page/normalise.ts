/** Abbreviations that people read as whole words; both sides become the long form. */
const ABBREVIATIONS: readonly [RegExp, string][] = [
  [/\bn\s*[°º]\s*/g, 'numero '],
  // FranceConnect and FranceConnect+ are two things.
  [/(?<=\p{L})\+/gu, ' plus '],
  [/\bt[eé]l\s*\./g, 'telephone '],
  [/\be-?mails?\b|\bcourriels?\b|\bm[eé]ls?\b/g, 'mail'],
  [/\bm\.\s/g, 'monsieur '],
  [/\bmme\b/g, 'madame'],
  [/\bs[eé]cu\b/g, 'securite sociale'],
  [/\badr\./g, 'adresse '],
  [/\bcompl\./g, 'complement '],
  [/\bd[eé]pt?\./g, 'departement '],
  [/\bdoc\./g, 'document '],
  [/\binfos?\b/g, 'informations'],
  [/\bjustif\./g, 'justificatif '],
  [/\br[eé]f\./g, 'reference '],
  [/\brdv\b/g, 'rendez-vous'],
  [/(\d)h(?=\d)/g, '$1 h '],
];

/** What a form adds to a label without making it another one. */
const ASIDES =
  /\(?\b(?:champ )?(?:obligatoire|facultati(?:f|ve)|optionnel(?:le)?|requis)\b\)?|[-–(]?\s*(?:ouvre (?:dans )?une )?nouvelle fen[eê]tre\)?|\((?:s|e|es)\)/g;

const MONTH = /janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre/.source;
const COUNT = /\(\s*\d[\d\s]*\)/.source;
const AMOUNT = /\b\d[\d\s.,]{0,30}(?:€|euros?\b|%)(?:\s*(?:\/|par)\s*(?:mois|an|jour)\b)?/.source;
const DATE_IN_FIGURES = /\b\d{1,2}(?:\/\d{1,2}(?:\/\d{2,4})?|[.-]\d{1,2}[.-]\d{2,4})\b/.source;
const BEFORE_MONTH =
  /\b(?:d(?:e |['’]))?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s+)?(?:\d{1,2}(?:er)?\s+)?/.source;
const YEAR_OR_LONG_NUMBER = /\b(?:(?:19|20)\d{2}|\d{5,})\b(?!\.[a-z])/.source;

/** Amounts, dates and counts change from person to person: they say nothing about which element it is; in the name of a file they do. */
const CHANGING = new RegExp(
  `${COUNT}|${AMOUNT}|${DATE_IN_FIGURES}|${BEFORE_MONTH}(?:${MONTH})\\s+\\d{4}\\b|${YEAR_OR_LONG_NUMBER}`,
  'g',
);

/** Accents, and what only says where a word may be cut. */
const MARKS = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060]/g;

/**
 * A label as people read it: without case, accents, punctuation, typographic apostrophes, amounts and dates,
 * abbreviations written out. A label made of digits alone (a keypad's key) keeps them.
 * @param isWhole leaves nothing out: amounts and dates may be just what was asked for
 */
export function foldLabel(text: string, isWhole = false): string {
  let folded = text.toLowerCase();
  if (MAY_BE_SHORT.test(folded)) for (const [short, long] of ABBREVIATIONS) folded = folded.replace(short, long);
  if (BEYOND_ASCII.test(folded))
    folded = folded.normalize('NFD').replace(MARKS, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ʼ/g, "'");
  if (isWhole) return words(folded);
  let lasting = folded;
  if (MAY_BE_ASIDE.test(folded)) lasting = lasting.replace(ASIDES, ' ');
  if (/\d/.test(folded)) lasting = lasting.replace(CHANGING, ' ');
  return words(/[a-z]/.test(lasting) ? lasting : folded);
}

/** One look tells most labels from those that hold something to be written out or left out. */
const MAY_BE_SHORT = /[.°º+]|mail|courriel|\bm[eé]l|mme|s[eé]cu|info|rdv|\dh/;
const MAY_BE_ASIDE = /obligatoire|facultati|optionnel|requis|nouvelle fen|\((?:s|e|es)\)/;
const BEYOND_ASCII = /[^\0-\x7f]/;

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Words that carry no meaning of their own in a label. */
const EMPTY_WORDS = new Set(
  'le la les l de du des d un une a au aux et en sur pour votre je vous se me m j bouton touche chiffre vos nos notre mon ma mes ce ces cette s est il t'.split(
    ' ',
  ),
);

/** @returns the words that carry the meaning of a folded label; all of them when nothing else is left. */
export function fullWords(folded: string): string[] {
  const all = folded.split(' ').filter((word) => word !== '');
  const full = all.filter((word) => !EMPTY_WORDS.has(word));
  return full.length > 0 ? full : all;
}

/** @returns the stems of those words. */
export function stems(folded: string): string[] {
  return fullWords(folded).map(stem);
}

/** Light French inflection: plural and feminine marks, infinitive and polite form of the same verb. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const singular = word.replace(/(?:s|x)$/, '');
  const verb = singular.replace(/(?:issez|issons|ez|er|ir|ons|ant|ee|e)$/, '');
  return verb.length >= 3 ? verb : singular;
}

/** Stems that make of a label the name of another thing, however alike the rest is. */
const CONTRASTS = new Set([
  ...stems('autre ancien nouveau nouvel precedent suivant premier dernier conjoint plus'),
  'ne',
  'n',
  'pas',
  'non',
  'sans',
]);

/** @returns what sets a label apart from its look-alikes: « ne pas », « autre », a number. */
export function contrasts(found: readonly string[]): string[] {
  return found.filter((word) => CONTRASTS.has(word)).sort();
}

const NUMBER = new RegExp(`^(?:\\d+|${MONTH})$`);

/** @returns the numbers that a label keeps (« Enfant 2 », « 8 mars »), months too: amounts and whole dates are gone already. */
export function numbers(words: readonly string[]): string[] {
  return words.filter((word) => NUMBER.test(word));
}
