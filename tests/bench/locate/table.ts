import type { CaseResult } from './in-page/bench-page';

/** The contenders, in the order of the table, with what each is given. */
export const NAMES: readonly [key: string, name: string, given: string][] = [
  ['ours', 'Côte à Côte', 'the words on and around the element on the old page, and its stable technical clues'],
  ['words', 'Côte à Côte, words alone', 'the fewest words that tell the element from the others on the old page'],
  ['finder', '@medv/finder', 'the selector it makes for the element on the old page'],
  ['generator', 'css-selector-generator', 'the selector it makes for the element on the old page'],
  ['robula', 'ROBULA+ (our writing)', 'the XPath it makes for the element on the old page'],
  ['similo', 'Similo (our writing)', 'the fourteen properties of the element on the old page'],
  ['roleName', 'Playwright role + name', 'the role and the whole accessible name on the old page'],
];

export interface Tally {
  cases: number;
  right: number;
  wrong: number;
  /** Nothing pointed at although the element is there. */
  none: number;
  /** Of the cases where the element is gone. */
  gone: number;
  /** Nothing pointed at where nothing is right. */
  rightlyNone: number;
  ms: number;
}

export function tally(results: readonly CaseResult[], contender: string): Tally {
  const is = (verdict: string): number => results.filter(({ verdicts }) => verdicts[contender] === verdict).length;
  const gone = results.filter((one) => one.gone);
  return {
    cases: results.length,
    right: is('right'),
    wrong: is('wrong'),
    none: is('missed'),
    gone: gone.length,
    rightlyNone: gone.filter(({ verdicts }) => verdicts[contender] === 'right').length,
    ms: results.reduce((sum, { ms }) => sum + (ms[contender] ?? 0), 0),
  };
}

/** @returns the table of all contenders, in Markdown. */
export function tableOf(results: readonly CaseResult[]): string {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
  const asked = NAMES.filter(([key]) => results.some(({ verdicts }) => key in verdicts));
  const rows = asked.map(([key, name]) => {
    const { cases, right, wrong, none, gone, rightlyNone, ms } = tally(results, key);
    const cells = [percent(right, cases), `${percent(wrong, cases)} (${wrong})`, percent(none, cases)];
    return `| ${[name, ...cells, percent(rightlyNone, gone), (ms / Math.max(1, cases)).toFixed(2)].join(' | ')} |`;
  });
  return [
    '| Locator | right | wrong | none, though it is there | gone: rightly none | ms a case |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** @returns right / wrong / none of ours for each kind of change. */
export function kindsOf(results: readonly CaseResult[]): string {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => {
    const { cases, right, wrong, none } = tally(
      results.filter((one) => one.kind === kind),
      'ours',
    );
    return `| ${kind} | ${cases} | ${right} | ${wrong} | ${none} |`;
  });
  return ['| Change | cases | right | wrong | none, though it is there |', '|---|---|---|---|---|', ...rows].join('\n');
}
