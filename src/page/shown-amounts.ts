import { amountsIn } from './amounts';
import { folded } from './folded';

/** Characters; a part of the page longer than this no longer stands « near » the words. */
const NEAR = 300;
/** Levels up from the words: a cell, its row, a definition list. */
const LEVELS = 4;
/** Text nodes looked at; beyond this a check costs more than it helps. */
const MOST_TEXTS = 20_000;

/** @returns the amounts that the page itself shows near these words (a line of a list, a row of a table). Not what is typed. */
export function amountsNear(root: Element, words: readonly string[]): number[] {
  const wanted = words.map(wholeWords);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const amounts = new Set<number>();
  for (let seen = 0; seen < MOST_TEXTS && walker.nextNode(); seen++) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (!nodeValue || !parentElement || parentElement.matches('script, style, noscript, template')) continue;
    const text = wholeWords(nodeValue);
    if (!wanted.some((word) => text.includes(word))) continue;
    for (const amount of nearestAmounts(parentElement)) amounts.add(amount);
  }
  return [...amounts];
}

/** The amounts of the smallest part around the words that shows one, so that the next line's amount is not taken. */
function nearestAmounts(element: Element): number[] {
  let amounts = amountsIn(element.textContent);
  let at = element.parentElement;
  for (let level = 0; at && amounts.length === 0 && level < LEVELS; level++, at = at.parentElement) {
    if (at.textContent.length > NEAR) break;
    amounts = amountsIn([...at.childNodes].map((node) => node.textContent).join(' '));
  }
  return amounts;
}

/** Whole words, so that « RSA » is not found inside « versant ». */
function wholeWords(text: string): string {
  return ` ${folded(text)} `;
}
