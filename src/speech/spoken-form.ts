import { monthName } from '../ui/month-name';
import { phoneInWords } from './spoken-numbers';

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
  'CAPTCHA',
  'SIRET',
  'ASPA',
  'ASSEDIC',
  'INSEE',
  'CNAM',
  'CNAF',
  'ARIPA',
]);

const SYMBOLS: readonly [RegExp, string][] = [
  [/\*\*/g, ''],
  [/^- /gm, ''],
  [/€/g, ' euros'],
  [/%/g, ' pour cent'],
  [/\bn°\s*/gi, 'numéro '],
  [/\betc\./gi, 'et cetera'],
  [/\s*(?:→|>)\s*/g, ', puis '],
  [/(\p{L})@(\p{L})/gu, '$1 arobase $2'],
  [/@/g, ' arobase '],
  [/\*/g, ' étoile '],
  [/#/g, ' dièse '],
  [/&/g, ' et '],
  [/\s*\+\s*/g, ' plus '],
  [/\s=\s/g, ' égale '],
  [/\bm²/g, 'mètres carrés'],
  [/[«»"“”]/g, ''],
  [/\s*\/\s*/g, ' ou '],
  [/_/g, ' '],
  [/[()[\]]/g, ', '],
];

/** Telephone numbers as they are written in France: ten digits by pairs, or a short one that begins with 3. */
const PHONE = /(?<![\d.,])(?:0\d(?:[ .]?\d{2}){4}|3\d ?\d{2})(?![\d.,]\d|\d| ?(?:€|euros?|heures?|jours?|mois|ans|%))/g;

/** Copied digit by digit: a code, a postcode that begins with 0; nobody looks for « two hundred and forty-six thousand ». */
const CODE = /(?<![\d,.]|\d[ \u00a0\u202f])(?:0\d{2,}|\d{6,})(?![\d,.]?\d|[ \u00a0\u202f]\d)/g;

const GROUPS = /\d+(?:[ \u00a0\u202f]\d+)+/g;
const IS_AMOUNT = /^[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+$/;

/** An amount is one number; the groups of a Sécu or a company number are said one after the other. */
const sayGroups = (groups: string): string => groups.replace(/[ \u00a0\u202f]/g, IS_AMOUNT.test(groups) ? '' : ', ');

/**
 * The text as it should be heard: acronyms spelled (`RSA` → `R.S.A.`) or said as a word, telephone numbers by pairs,
 * dates, hours and amounts in full, symbols and units in words, no mark that a voice would read out or stumble on.
 */
export function spokenForm(text: string): string {
  let spoken = text
    .replace(/\u00a0/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\//g, '')
    .replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (whole, day: string, month: string, year: string) =>
      sayDate(whole, day, month, year),
    )
    .replace(/\b(\d{1,2})\/(\d{4})\b/g, (whole, month: string, year: string) => sayMonth(whole, month, year))
    .replace(/(?<=\p{L})\(([a-z]{1,3})\)/gu, '')
    .replace(PHONE, (number) => phoneInWords(number.replace(/\D/g, '')))
    .replace(CODE, (digits) => [...digits].join(', '))
    .replace(GROUPS, sayGroups)
    .replace(/\b(\d+),(\d{2})\s*(?:€|euros?)/g, '$1 euros $2')
    .replace(/(\d)\s*[-–]\s*(?=\d)/g, '$1 à ')
    .replace(/(\d),(?=\d)/g, '$1 virgule ')
    .replace(
      /\b(\d{1,2})\s*h\s*(\d{2})?\b/g,
      (_, hours: string, minutes?: string) => `${hours} heures${minutes ? ` ${minutes}` : ''}`,
    );
  for (const [symbol, words] of SYMBOLS) spoken = spoken.replace(symbol, words);
  return spoken
    .replace(/\b(?:[A-ZÀ-Ü]\.){2,}|\b[A-ZÀ-Ü][A-ZÀ-Ü0-9]{1,6}\b|\bPUMa\b/g, sayAcronym)
    .replace(/\.\.(?!\.)/g, '.')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*,)+/g, ',')
    .replace(/,(?=\s*[.?:;]|\s*$)/g, '')
    .trim();
}

function sayAcronym(written: string): string {
  const letters = written.replace(/\./g, '').toUpperCase();
  if (SAID_AS_WORDS.has(letters)) return letters.charAt(0) + letters.slice(1).toLowerCase();
  if (/^(OUI|NON|PAS|TOUT|SANS)$/.test(letters)) return letters.toLowerCase();
  return `${[...letters].join('.')}.`;
}

function sayMonth(whole: string, month: string, year: string): string {
  const name = monthName(Number(month));
  return name ? `${name} ${year}` : whole;
}

function sayDate(whole: string, day: string, month: string, year: string): string {
  const name = monthName(Number(month));
  return name ? `${day === '01' || day === '1' ? '1er' : Number(day)} ${name} ${year}` : whole;
}

/** @returns the sentences, so that a long text is said piece by piece (network-less engines cut long ones). */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** @returns what is said of a text, sentence by sentence. */
export function asHeard(text: string): string[] {
  return sentences(text).map(spokenForm);
}
