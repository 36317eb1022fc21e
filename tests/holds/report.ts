import type { Result, Verdict } from './cell.ts';

export interface Totals {
  cells: number;
  held: number;
  slipped: number;
  twice: number;
  blocked: number;
}

/** @returns how the cells ended; what was no way in does not count. */
export function totals(results: readonly Result[]): Totals {
  const count = (verdict: Verdict): number => results.filter((one) => one.verdict === verdict).length;
  const [held, slipped, twice, blocked] = [count('held'), count('slipped'), count('twice'), count('blocked')];
  return { cells: held + slipped + twice + blocked, held, slipped, twice, blocked };
}

const MARK: Record<Verdict, string> = { held: '●', slipped: 'S', twice: '2', blocked: 'B', none: '·' };

/** Prints the table of one browser: a row for each kind of page, a column for each way in. */
export function printTable(name: string, results: readonly Result[]): void {
  const ways = [...new Set(results.map(({ cell }) => cell.way))];
  const kinds = [...new Set(results.map(({ cell }) => cell.kind))];
  console.log(`\n${name}: ● held · no way in here  S slipped  2 twice  B blocked\n`);
  ways.forEach((way, place) => {
    console.log(`  ${letter(place)} ${way.words}`);
  });
  console.log(`\n${' '.repeat(58)}${ways.map((_, place) => letter(place)).join('')}`);
  for (const kind of kinds) {
    const row = ways.map((way) => {
      const result = results.find(({ cell }) => cell.way === way && cell.kind === kind);
      return result ? MARK[result.verdict] : ' ';
    });
    if (row.some((mark) => mark.trim() !== '' && mark !== '·'))
      console.log(`${kind.words.slice(0, 56).padEnd(58)}${row.join('')}`);
  }
  const { cells, held, slipped, twice, blocked } = totals(results);
  console.log(`\n${name}: ${cells} cells: ${held} held, ${slipped} slipped, ${twice} twice, ${blocked} blocked`);
}

function letter(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : String.fromCharCode(97 + place - 26);
}
