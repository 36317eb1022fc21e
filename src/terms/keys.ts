import { fold } from './letters';
import { spelling, type Word } from './words';

/** Singular is looked for in words longer than this: `bus` and `prix` are left alone. */
const SHORTEST_PLURAL = 3;
/** Marks a key that only words in capitals are looked up by: `ASSURÉ` is often written `ASSURE`. */
const IN_CAPITALS = '=';
/** Marks the key of a word whose capitals count. */
const NAMED = '^';

/**
 * Under which keys a word of a term is kept. Case and accents are dropped, save a last é (`assuré` is not `assure`).
 * A word with a capital inside (`RSA`, `PréParE`) keeps its accents, and is compared letter by letter after that.
 */
export function keysToKeep(text: string, word: Word): string[] {
  const letters = spelling(text, word);
  if (word.hasInnerCapital) return [NAMED + letters.toLowerCase()];
  const key = foldWord(letters);
  return key.includes('é') ? [key, IN_CAPITALS + key.replace('é', 'e')] : [key];
}

/** Under which keys a word of a page is looked up; the likeliest first. */
export function keysToFind(text: string, word: Word, keys: string[]): number {
  const letters = spelling(text, word);
  const key = word.isPlain ? (word.hasCapital ? letters.toLowerCase() : letters) : foldWord(letters);
  let count = 0;
  keys[count++] = key;
  const last = key.charCodeAt(key.length - 1);
  // s or x
  if ((last === 115 || last === 120) && key.length > SHORTEST_PLURAL) {
    keys[count++] = key.slice(0, -1);
    if (key.length > SHORTEST_PLURAL + 1 && key.endsWith('aux') && !key.endsWith('eaux'))
      keys[count++] = `${key.slice(0, -3)}al`;
  }
  if (!word.hasInnerCapital) return count;
  if (word.isCapitals) for (let at = 0, plain = count; at < plain; at++) keys[count++] = IN_CAPITALS + keys[at];
  const lower = letters.toLowerCase();
  keys[count++] = NAMED + lower;
  if (letters.endsWith('s')) keys[count++] = NAMED + lower.slice(0, -1);
  return count;
}

/** @returns whether every capital of a term's word is a capital on the page too, which may end in a plural s. */
export function hasItsCapitals(wanted: string, found: string): boolean {
  if (found.length - wanted.length > 1) return false;
  for (let at = 0; at < wanted.length; at++) {
    const [one, other] = [wanted[at] ?? '', found[at] ?? ''];
    if (one !== other && (isCapital(one) || one !== other.toLowerCase())) return false;
  }
  return true;
}

const isCapital = (char: string): boolean => char !== char.toLowerCase();

/** An é that ends the word, or stands before the s or x of a plural, is a letter of its own. */
function foldWord(letters: string): string {
  const key = fold(letters);
  const plural = /[sx]$/i.test(letters) ? 1 : 0;
  if (letters.at(-1 - plural)?.toLowerCase() !== 'é') return key;
  const end = key.length - plural;
  return `${key.slice(0, end - 1)}é${key.slice(end)}`;
}
