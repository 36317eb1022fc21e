import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { target } from '../../../src/schema/target';
import type { Runner } from './runner';

const CASE = z.object({ page: z.string(), target, expect: z.string().nullable() });
const FILE = z.array(CASE);
type Case = z.infer<typeof CASE>;

export interface Summary {
  cases: number;
  right: number;
  wrong: number;
  none: number;
  ms: number;
}

/** ms; a page of a case file may build itself with scripts. */
const SETTLE = 50;
/** Where a page given as HTML is shown: a real origin, so that frames of it can be looked into. */
const OWN_HTML = 'http://cas.exemple.fr/';

/**
 * Runs `[{ "page": path or html, "target": {…}, "expect": selector or null }]` and prints each case that is not right.
 * Looking changes nothing: cases of one page that follow each other share it.
 * @throws a sentence that names the case when the file, a target or an expected selector does not hold.
 */
export async function runCaseFile(
  path: string,
  { page }: Pick<Runner, 'page'>,
  synonyms: readonly (readonly string[])[],
): Promise<Summary> {
  const read = FILE.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  const summary: Summary = { cases: 0, right: 0, wrong: 0, none: 0, ms: 0 };
  for (const cases of byPage(read.data)) {
    await show(page, cases[0]?.page ?? '', dirname(resolve(path)));
    await page.waitForTimeout(SETTLE);
    const judged = await page.evaluate(
      ([groups, asked]) => {
        window.bench.useSynonyms(groups);
        return window.bench.locateAll(asked);
      },
      [synonyms, cases] as const,
    );
    for (const [at, { verdict, answer, ms }] of judged.entries()) {
      const { target: wanted, expect } = cases[at] ?? {};
      if (verdict !== 'right')
        console.log(
          `case ${summary.cases}: ${verdict}, expected ${expect ?? 'none'}, got ${answer} for ${JSON.stringify(wanted)}`,
        );
      summary.cases++;
      summary.ms += ms;
      summary[verdict === 'missed' ? 'none' : verdict]++;
    }
  }
  summary.ms = Math.round(summary.ms * 10) / 10;
  console.log(`${summary.cases} cases: ${summary.right} right, ${summary.wrong} wrong, ${summary.none} none`);
  return summary;
}

/** @returns the cases in their order, those that follow each other on one page together. */
function byPage(cases: readonly Case[]): Case[][] {
  const groups: Case[][] = [];
  for (const one of cases) {
    const last = groups.at(-1);
    if (last?.[0]?.page === one.page) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** A page given as a path (from the file's folder, or from here), an address, or its own HTML. */
async function show(page: Runner['page'], given: string, folder: string): Promise<void> {
  if (/^(https?|file):/.test(given)) await page.goto(given);
  else if (/<[a-z!]/i.test(given)) {
    await page.unroute(OWN_HTML);
    await page.route(OWN_HTML, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: given }));
    await page.goto(OWN_HTML);
  } else {
    const file = [resolve(folder, given), resolve(given)].find(existsSync);
    if (!file) throw new Error(`No page ${given}, seen from ${folder} or from here`);
    await page.goto(pathToFileURL(file).href);
  }
}
