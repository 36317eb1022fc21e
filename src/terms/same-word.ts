import { fold } from './letters';
import { spelling, type Word } from './words';

/** Singular is looked for in words longer than this: `bus` and `prix` are left alone. */
const SHORTEST_PLURAL = 3;

/** @returns whether a word of a page is this word of a term, in one of the ways in which French writes it. */
export function isSameWord(form: string, wanted: Word, text: string, word: Word): boolean {
  if (wanted.hasInnerCapital && !word.hasInnerCapital) return false;
  const [one, other] = [spelling(form, wanted), spelling(text, word)];
  if (one === other) return true;
  if (wanted.hasInnerCapital) return isSameName(one, other);
  const [kept, found] = [foldWord(one), foldWord(other)];
  // `ASSURÉ` is often written `ASSURE`.
  return isOrPlural(kept, found) || (word.isCapitals && isOrPlural(kept.replace('é', 'e'), found));
}

/** Every capital is one on the page too, accents are the same; a small s may follow. */
function isSameName(wanted: string, found: string): boolean {
  if (found.length !== wanted.length && found.replace(/s$/, '').length !== wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) {
    const [one, other] = [wanted[at] ?? '', found[at] ?? ''];
    if (one !== other && (one !== one.toLowerCase() || one !== other.toLowerCase())) return false;
  }
  return true;
}

function isOrPlural(wanted: string, found: string): boolean {
  if (found === wanted) return true;
  if (found.length <= SHORTEST_PLURAL || !/[sx]$/.test(found)) return false;
  if (found.slice(0, -1) === wanted) return true;
  return found.length > SHORTEST_PLURAL + 1 && /[^e]aux$/.test(found) && `${found.slice(0, -3)}al` === wanted;
}

/** Without case and accents. An é that ends the word, or stands before the s or x of a plural, is a letter of its own. */
function foldWord(letters: string): string {
  const key = fold(letters);
  const plural = /[sx]$/i.test(letters) ? 1 : 0;
  if (letters.at(-1 - plural)?.toLowerCase() !== 'é') return key;
  const end = key.length - plural;
  return `${key.slice(0, end - 1)}é${key.slice(end)}`;
}
