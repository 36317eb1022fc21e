/**
 * The rules of `src/terms/README.md`, written a second time as plainly as can be and as slowly as it takes:
 * every form is tried at every word of the text. Shares nothing with the matcher it judges.
 */
export interface SlowTerm {
  id: string;
  forms: string[];
}

interface Written {
  start: number;
  end: number;
  letters: string;
  isWhole: boolean;
}

const WORD =
  /(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff.]))?|(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff.])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*(?:\+(?![\p{L}\p{N}]))?/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const accents = new Intl.Collator('fr', { sensitivity: 'variant' });

/** @returns `id:start-end` of each match, in order. */
export function slowMatches(terms: readonly SlowTerm[], text: string): string[] {
  const words = read(text);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const here = terms.flatMap(({ id, forms }) =>
      forms.map((form) => ({ id, count: fits(read(form), words, at, text) })),
    );
    const longest = Math.max(0, ...here.map(({ count }) => count));
    const best = here.find(({ count }) => count === longest && count > 0);
    if (best) found.push(`${best.id}:${words[at]?.start}-${words[at + longest - 1]?.end}`);
    at += Math.max(1, longest);
  }
  return found;
}

function read(text: string): Written[] {
  // To Unicode U+02BC is a letter.
  return [...text.replaceAll('\u02bc', '’').matchAll(WORD)].map((match) => {
    const plus = match[0].endsWith('+');
    const bare = plus ? match[0] : match[0].replace(/[\u00ad\u200b-\u200d\u2060\ufeff]+$/u, '');
    const [start, end] = [match.index, match.index + bare.length];
    const around = `${text[start - 1] ?? ' '}${text[end] ?? ' '}`;
    return {
      start,
      end,
      letters: bare.replace(INVISIBLE, '').replaceAll('.', '').normalize('NFC'),
      isWhole: !/[@_]/.test(around) && !/^\.[a-z]/.test(text.slice(end)),
    };
  });
}

/** @returns how many words of the text the form covers from here; 0 when it does not fit. */
function fits(form: Written[], words: Written[], at: number, text: string): number {
  const isThere = form.every((wanted, place) => {
    const word = words[at + place];
    if (!word?.isWhole || !isSame(wanted.letters, word.letters)) return false;
    if (place === 0) return true;
    const between = text.slice(words[at + place - 1]?.end, word.start).replace(INVISIBLE, '');
    return /^(?:\s+|[-\u2010\u2011]|['\u2019\u02bc\u2018\u2032`\u00b4]\s*)$/u.test(between);
  });
  return isThere && !isLostInCapitals(form, words[at], text) ? form.length : 0;
}

/** `NE PAS` is no acronym. */
function isLostInCapitals([wanted, more]: Written[], word: Written | undefined, text: string): boolean {
  if (!wanted || more || !word || !isName(wanted.letters)) return false;
  const isShort = word.end - word.start <= 4 && !text.slice(word.start, word.end).includes('.');
  if (!isShort || !/^(?:[\p{M}\d]*\p{Lu}){2}[\p{Lu}\p{M}\d+]*$/u.test(word.letters)) return false;
  return /\p{Lu}{2}[^\S\n]+$/u.test(text.slice(0, word.start)) || /^[^\S\n]+\p{Lu}{2}/u.test(text.slice(word.end));
}

function isSame(wanted: string, word: string): boolean {
  return isName(wanted) ? isSameName(wanted, word) : singulars(word).some((one) => isSameWord(wanted, one, word));
}

const isName = (wanted: string): boolean => /^.\P{Lu}*\p{Lu}/su.test(wanted);

function isSameName(wanted: string, word: string): boolean {
  return [word, word.replace(/s$/, '')].some(
    (one) =>
      one.toLowerCase() === wanted.toLowerCase() &&
      [...wanted].every((letter, place) => !/\p{Lu}/u.test(letter) || [...one][place] === letter),
  );
}

function singulars(word: string): string[] {
  const length = plainLength(word);
  if (length <= 3 || !/[sx]$/i.test(word)) return [word];
  const all = [word, word.slice(0, -1)];
  if (length >= 5 && /aux$/i.test(word) && !/eaux$/i.test(unaccented(word))) all.push(word.replace(/aux$/i, 'al'));
  return all;
}

const unaccented = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
const plain = (word: string): string => unaccented(word).toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
const plainLength = (word: string): number => plain(word).length;

function isSameWord(wanted: string, one: string, whole: string): boolean {
  if (plain(wanted) !== plain(one)) return false;
  const isShouted = whole === whole.toUpperCase() && [...whole.matchAll(/\p{Lu}/gu)].length > 1;
  const [a, b] = [lastAcute(wanted), lastAcute(one)];
  return a === b || (isShouted && a && !b);
}

function lastAcute(word: string): boolean {
  return accents.compare(/(.)[sx]?$/isu.exec(word)?.[1]?.toLowerCase() ?? '', 'é') === 0;
}
