const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const TENS = [
  '',
  'dix',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** @returns a number from 0 to 99 as it is said in France: 39 → `trente-neuf`, 71 → `soixante et onze`. @throws RangeError beyond. */
export function pairInWords(pair: number): string {
  if (!Number.isInteger(pair) || pair < 0 || pair > 99) throw new RangeError(`Not a pair of digits: ${pair}`);
  const simple = UNITS[pair];
  if (simple) return simple;
  const ten = Math.floor(pair / 10);
  const rest = pair - (ten === 7 || ten === 9 ? (ten - 1) * 10 : ten * 10);
  const word = TENS[ten] ?? '';
  if (rest === 0) return pair === 80 ? `${word}s` : word;
  if ((rest === 1 || rest === 11) && ten < 8) return `${word} et ${pairInWords(rest)}`;
  return `${word}-${pairInWords(rest)}`;
}

/** The digits of a telephone number by pairs, as one says them: `3949` → `trente-neuf, quarante-neuf`. */
export function phoneInWords(digits: string): string {
  return (digits.match(/\d{2}/g) ?? [])
    .map((pair) => (pair.startsWith('0') ? `zéro ${pairInWords(Number(pair.charAt(1)))}` : pairInWords(Number(pair))))
    .join(', ');
}
