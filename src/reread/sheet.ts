import { createChecker } from '../hints/checker';
import { hintFinder } from '../hints/found-hints';
import type { Term } from '../schema';
import { createMatcher } from '../terms/matcher';
import type { Tools } from '../ui/tools';
import { type Row, rowsOf, shownAnswer } from './rows';

/** Everything filled on one page, to read over. Made on a click; whoever holds it drops it when it is closed. */
export interface RereadSheet {
  rows: readonly Row[];
  /** Our own messages at a row: what looks wrong by our hints, or what the page itself says is wrong. */
  messages: ReadonlyMap<Row, readonly string[]>;
  /** The words of these questions and answers that we can explain, each once. */
  words: readonly Term[];
}

/** Reads the page once. @param siteSaysWrong the words for a field that the page itself marks as wrong */
export function makeSheet(tools: Tools, siteSaysWrong: string): RereadSheet {
  const { page, surface, pack } = tools;
  const rows = rowsOf(page.document, (node) => node === surface.host);
  return { rows, messages: messagesOf(tools, rows, siteSaysWrong), words: wordsOf(pack.terms, rows) };
}

function messagesOf(tools: Tools, rows: readonly Row[], siteSaysWrong: string): Map<Row, string[]> {
  const messages = new Map<Row, string[]>();
  const say = (row: Row, more: readonly string[]): void => {
    if (more.length > 0) messages.set(row, [...(messages.get(row) ?? []), ...more]);
  };
  for (const row of rows) {
    if (row.elements.some((one) => one.getAttribute('aria-invalid') === 'true')) say(row, [siteSaysWrong]);
  }
  const checker = createChecker(tools);
  const hints = hintFinder({ ...tools, report: () => undefined })();
  for (const at of hints) {
    const { element } = at.found;
    const row = rows.find(({ elements }) => elements.some((one) => one === element || element.contains(one)));
    checker.settle(at.hint.id, true);
    if (row) say(row, checker.check(at));
  }
  return messages;
}

function wordsOf(terms: readonly Term[], rows: readonly Row[]): Term[] {
  const match = createMatcher(terms);
  const texts = rows.flatMap((row) => [row.section, row.question, shownAnswer(row, false).text]);
  return [...new Set(texts.flatMap((text) => match(text).map(({ term }) => term)))];
}
