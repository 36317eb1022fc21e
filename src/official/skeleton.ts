/**
 * Letters of other alphabets that are drawn like a Latin one (a choice from Unicode's confusables.txt, UTS 39), and those of
 * the Cyrillic that are like none but say one.
 */
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  ɑ: 'a',
  α: 'a',
  в: 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  е: 'e',
  ҽ: 'e',
  є: 'e',
  ε: 'e',
  ƒ: 'f',
  ſ: 'f',
  ɡ: 'g',
  һ: 'h',
  і: 'i',
  ı: 'i',
  ɩ: 'i',
  ι: 'i',
  ӏ: 'l',
  ј: 'j',
  ĸ: 'k',
  к: 'k',
  κ: 'k',
  ł: 'l',
  м: 'm',
  ɱ: 'm',
  ո: 'n',
  п: 'n',
  η: 'n',
  о: 'o',
  ο: 'o',
  օ: 'o',
  ø: 'o',
  σ: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ս: 'u',
  ѵ: 'v',
  ν: 'v',
  ԝ: 'w',
  ω: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ʏ: 'y',
  б: 'b',
  д: 'd',
  з: 'z',
  и: 'i',
  л: 'l',
  ф: 'f',
};

/** Digits and pairs of letters read for a letter; `1` is read in two ways, so there are two readings. */
const READINGS: readonly Readonly<Record<string, string>>[] = [
  { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's' },
  { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' },
];
const PAIRS: readonly [string, string][] = [
  ['rn', 'm'],
  ['vv', 'w'],
];

/** @returns a label of a host in plain Latin letters: accents off, letters of other alphabets as the eye reads them. */
export function skeleton(label: string): string {
  const plain = label.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return [...plain].map((letter) => DRAWN_ALIKE[letter] ?? letter).join('');
}

/** @returns every way a hurried eye may read a skeleton: itself, digits as letters, `rn` as `m`. A number stays one. */
export function readings(bones: string): string[] {
  const swapped = READINGS.map((reading) =>
    bones
      .split('-')
      .map((part) =>
        /^\d+$/.test(part)
          ? part
          : part.replace(/\d(?=.*[a-z])|(?<=[a-z].*)\d(?!\d)/g, (digit) => reading[digit] ?? digit),
      )
      .join('-'),
  );
  const joined = PAIRS.map(([pair, letter]) => bones.replaceAll(pair, letter));
  return [...new Set([bones, ...swapped, ...joined])];
}
