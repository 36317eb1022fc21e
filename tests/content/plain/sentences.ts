/** Stands for a quoted label, an address or a placeholder: read as one word, not one of ours. */
export const LABEL = '\uE000';

const ADDRESS = /https?:\/\/\S*[^\s.,;]|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|eu|com|org)(?:\/\S*[^\s.,;])?/g;

/** @returns the text without marks; what is not our wording (labels between « », addresses, `$1`) is one {@link LABEL}. */
export function ownText(text: string, quotesAreLabels = true): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/«[^»]*»/g, (quoted) => (quotesAreLabels ? LABEL : quoted.slice(1, -1)))
    .replace(ADDRESS, LABEL)
    .replace(/\$\d/g, LABEL);
}

/** @returns the sentences: cut at . ? ! … and at line ends (an item of a list is a sentence). A colon does not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.replace(/^- /, '').trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** @returns the words as a word processor counts them (`l'aide` is one); a number written in groups is one. */
export function wordsOf(sentence: string): string[] {
  return sentence
    .replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}\uE000]/u.test(word));
}

/** @returns the word without its elision and punctuation: `l'aide,` → `aide`; a label gives an empty text. */
export function bareWord(word: string): string {
  return word.replace(/^(?:qu|jusqu|lorsqu|puisqu|quelqu|[cdjlmnst])['’]/i, '').replace(/[^\p{L}\p{N}-]/gu, '');
}
