/** Abbreviations that people read as whole words; both sides become the long form. */
const ABBREVIATIONS: readonly [RegExp, string][] = [
  [/\bn\s*[°º]\s*/g, 'numero '],
  [/\bt[eé]l\s*\./g, 'telephone '],
  [/\be-?mails?\b|\bcourriels?\b|\bm[eé]ls?\b/g, 'mail'],
  [/\bm\.\s/g, 'monsieur '],
  [/\bmme\b/g, 'madame'],
  [/\bs[eé]cu\b/g, 'securite sociale'],
];

/** Amounts, dates and counts change from person to person: they say nothing about which element it is. */
const CHANGING = /\(?\b\d[\d\s., /-]*\s*(?:€|euros?|%)?\)?/g;

const MARKS = /[\u0300-\u036f]/g;

/**
 * A label as people read it: without case, accents, punctuation, typographic apostrophes, amounts and dates,
 * abbreviations written out. A label made of digits alone (a keypad's key) keeps them.
 */
export function foldLabel(text: string): string {
  let folded = text.toLowerCase().replace(/[’ʼ`´]/g, "'");
  for (const [short, long] of ABBREVIATIONS) folded = folded.replace(short, long);
  folded = folded.normalize('NFD').replace(MARKS, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
  const lasting = folded.replace(CHANGING, ' ');
  return words(/[a-z]/.test(lasting) ? lasting : folded).join(' ');
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Words that carry no meaning of their own in a label. */
const EMPTY_WORDS = new Set([
  'le',
  'la',
  'les',
  'l',
  'de',
  'du',
  'des',
  'd',
  'un',
  'une',
  'a',
  'au',
  'aux',
  'et',
  'en',
  'sur',
  'pour',
  'votre',
  'vos',
  'mon',
  'ma',
  'mes',
  'ce',
  'cette',
  's',
]);

/** @returns the stems that carry the meaning of a folded label; all of them when nothing else is left. */
export function stems(folded: string): string[] {
  const all = folded.split(' ').filter((word) => word !== '');
  const full = all.filter((word) => !EMPTY_WORDS.has(word));
  return (full.length > 0 ? full : all).map(stem);
}

/** Light French inflection: plural and feminine marks, infinitive and polite form of the same verb. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  const singular = word.replace(/(?:s|x)$/, '');
  const verb = singular.replace(/(?:ez|er|ons|ant|ee|e)$/, '');
  return verb.length >= 3 ? verb : singular;
}
