import { createChecker } from '../hints/checker';
import { hintFinder } from '../hints/found-hints';
import type { Term } from '../schema';
import { createMatcher } from '../terms/matcher';
import type { Tools } from '../ui/tools';
import type { ShownAnswer } from './mask';
import { type Row, rowsOf, shownAnswer } from './rows';

/** One line of the sheet: a question of the page, and what may be shown of its answer at this moment. */
export interface Line {
  section: string;
  question: string;
  kind: Row['kind'];
  /** What looks wrong by our hints, or what the page itself says is wrong. */
  messages: readonly string[];
  answer(isRevealed: boolean): ShownAnswer;
  /** Fetches the whole answer from another frame, before it is shown. */
  bring?: (() => Promise<void>) | undefined;
  /** Where the line stands in this document. */
  element?: Element | undefined;
}

/** Everything filled on one page, to read over. Made on a click; whoever holds it drops it when it is closed. */
export interface RereadSheet {
  lines: readonly Line[];
  /** The words of these questions and answers that we can explain, each once. */
  words: readonly Term[];
  /** Frames that are seen on the page and could not be read: those of another site. */
  unread: number;
}

/** Reads this document once. @param siteSaysWrong the words for a field that the page itself marks as wrong */
export function readLines(tools: Tools, siteSaysWrong: string): Line[] {
  const { page } = tools;
  const rows = rowsOf(page.document, page.owns);
  const messages = messagesOf(tools, rows, siteSaysWrong);
  return rows.map((row) => ({
    section: row.section,
    question: row.question,
    kind: row.kind,
    messages: messages.get(row) ?? [],
    answer: (isRevealed) => shownAnswer(row, isRevealed),
    element: row.elements[0],
  }));
}

/** @returns the words that we can explain in what the sheet shows, each once; none where words are not to be explained. */
export function wordsIn({ pack, settings }: Tools, lines: readonly Line[]): Term[] {
  if (!settings.value.show.terms) return [];
  const match = createMatcher(pack.terms);
  const texts = lines.flatMap((line) => [line.section, line.question, line.answer(false).text]);
  return [...new Set(texts.flatMap((text) => match(text).map(({ term }) => term)))];
}

function messagesOf(tools: Tools, rows: readonly Row[], siteSaysWrong: string): Map<Row, string[]> {
  const messages = new Map<Row, string[]>();
  const say = (row: Row, more: readonly string[]): void => {
    if (more.length > 0) messages.set(row, [...(messages.get(row) ?? []), ...more]);
  };
  for (const row of rows) {
    if (row.elements.some((one) => one.getAttribute('aria-invalid') === 'true')) say(row, [siteSaysWrong]);
  }
  if (!tools.settings.value.show.hints) return messages;
  const checker = createChecker(tools);
  const hints = hintFinder({ ...tools, report: () => undefined })();
  for (const at of hints) {
    const { element } = at.found;
    const row = rows.find(({ elements }) => elements.some((one) => one === element || element.contains(one)));
    checker.settle(at.hint.id, true);
    if (row && row.kind !== 'secret') say(row, checker.check(at));
  }
  return messages;
}
