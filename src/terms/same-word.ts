import { fold } from './letters';
import { spelling, type Word } from './words';

/** Singular is looked for in words longer than this: `bus` and `prix` are left alone. */
const SHORTEST_PLURAL = 3;
/** Characters; a longer acronym is never a word of another sort. */
const LONGEST_DOUBTFUL = 4;
/** Two capitals at least, and no small letter. */
const CAPITALS = /^(?:[\p{M}\p{Cf}\d]*\p{Lu}){2}[\p{Lu}\p{M}\p{Cf}\d+]*$/u;
/** Capitals, then a space of the same line; or a space, then capitals. */
const BESIDE_CAPITALS = /(?<=\p{Lu}{2}[^\S\n]+)|(?=[^\S\n]+\p{Lu}{2})/uy;

/** @returns whether a word of a page is this word of a term, in one of the ways in which French writes it. */
export function isSameWord(form: string, wanted: Word, text: string, word: Word): boolean {
  const [one, other] = [spelling(form, wanted), spelling(text, word)];
  if (one === other) return true;
  if (isName(one)) return isSameName(one, other);
  const [kept, found] = [foldWord(one), foldWord(other)];
  // `ASSURÉ` is often written `ASSURE`.
  return isOrPlural(kept, found) || (CAPITALS.test(other) && isOrPlural(kept.replace('é', 'e'), found));
}

/** @returns whether there is a capital after the first letter: an acronym, or a name (`PréParE`). */
export const isName = (written: string): boolean => /.\p{Lu}/su.test(written);

/** @returns whether a short acronym without dots stands among words in capitals, where any word looks like one (`NE PAS`). */
export function isAmongCapitals(text: string, { start, end }: Word): boolean {
  const written = text.slice(start, end);
  if (written.length > LONGEST_DOUBTFUL || !CAPITALS.test(written)) return false;
  return [start, end].some((at) => {
    BESIDE_CAPITALS.lastIndex = at;
    return BESIDE_CAPITALS.test(text);
  });
}

/** Every capital is one on the page too, accents are the same; a small s may follow. */
function isSameName(wanted: string, found: string): boolean {
  return (
    /^s?$/.test(found.slice(wanted.length)) &&
    wanted.split('').every((one, at) => {
      const other = found.charAt(at);
      return one === other || (one === one.toLowerCase() && one === other.toLowerCase());
    })
  );
}

/** -aux stands for -al in words of five letters at least, and -eaux never does. */
function isOrPlural(wanted: string, found: string): boolean {
  if (found === wanted) return true;
  if (found.length <= SHORTEST_PLURAL) return false;
  return found.replace(/[sx]$/, '') === wanted || found.replace(/(.[^e])aux$/, '$1al') === wanted;
}

/** Without case and accents. An é that ends the word, or stands before the s or x of a plural, is a letter of its own. */
function foldWord(letters: string): string {
  return fold(letters.replace(/é(?=[sx]?$)/i, KEPT)).replace(KEPT, 'é');
}

/** Stands for that é: no word has it. */
const KEPT = '=';
