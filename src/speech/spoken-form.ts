/** Acronyms that French people say as a word; the others are said letter by letter. */
const SAID_AS_WORDS = new Set([
  'CAF',
  'AMELI',
  'PACS',
  'CERFA',
  'RIB',
  'SMIC',
  'URSSAF',
  'PUMA',
  'SIRET',
  'ASPA',
  'ASSEDIC',
  'INSEE',
  'CNAM',
  'CNAF',
  'ARIPA',
]);

const SYMBOLS: readonly [RegExp, string][] = [
  [/€/g, ' euros'],
  [/%/g, ' pour cent'],
  [/\bn°\s*/gi, 'numéro '],
  [/\betc\./gi, 'et cetera'],
  [/→/g, ', puis '],
  [/[«»"]/g, ''],
  [/\s\/\s/g, ' ou '],
];

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/**
 * The text as it should be heard: acronyms spelled (`RSA` → `R.S.A.`), dates and amounts in full, symbols in words.
 * Phone numbers of four digits are said by pairs, as they are written.
 */
export function spokenForm(text: string): string {
  let spoken = text
    .replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (whole, day: string, month: string, year: string) =>
      sayDate(whole, day, month, year),
    )
    .replace(/\b(\d{1,3}(?:[ \u00a0\u202f]\d{3})+)\b/g, (number) => number.replace(/[ \u00a0\u202f]/g, ''))
    .replace(/\b(\d+),(\d{2})\s*€/g, '$1 euros $2')
    .replace(
      /\b(\d{1,2})\s*h\s*(\d{2})?\b/g,
      (_, hours: string, minutes?: string) => `${hours} heures${minutes ? ` ${minutes}` : ''}`,
    );
  for (const [symbol, words] of SYMBOLS) spoken = spoken.replace(symbol, words);
  return spoken
    .replace(/\b(?:[A-ZÀ-Ü]\.){2,}|\b[A-ZÀ-Ü][A-ZÀ-Ü0-9]{1,5}\b/g, sayAcronym)
    .replace(/\s+/g, ' ')
    .trim();
}

function sayAcronym(written: string): string {
  const letters = written.replace(/\./g, '');
  if (SAID_AS_WORDS.has(letters)) return letters.charAt(0) + letters.slice(1).toLowerCase();
  if (/^(OUI|NON|PAS|TOUT|SANS)$/.test(letters)) return letters.toLowerCase();
  return `${[...letters].join('.')}.`;
}

function sayDate(whole: string, day: string, month: string, year: string): string {
  const name = MONTHS[Number(month) - 1];
  return name ? `${day === '01' || day === '1' ? '1er' : Number(day)} ${name} ${year}` : whole;
}

/** @returns the sentences, so that a long text is said piece by piece (network-less engines cut long ones). */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
