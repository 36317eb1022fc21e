import type { Term } from '../../../src/schema';
import { createMatcher } from '../../../src/terms/matcher';
import type { ShownText } from '../shown-texts';
import type { Exception } from './exceptions';
import { FORBIDDEN } from './forbidden';
import { type Measures, measure } from './measures';
import { rareWordsIn } from './rare-words';
import { hasOwnWords, NAME_RULES, RULES } from './rules';
import { ownText, sentencesOf } from './sentences';

/** Accessibility facts, § 3: per box, and the median of a site. */
export const LEAST_KANDEL_MOLES = 75;
export const MOST_LIX = 40;
export const LEAST_MEDIAN = 90;
/**
 * Our words under which a box is not measured: at 10, one five-syllable word more moves Kandel-Moles by 30 points and LIX
 * by 10. The rules on sentences apply to all, whatever their length.
 */
export const LEAST_WORDS = 20;

/** A text that breaks a rule. */
export interface Failure {
  file: string;
  line: number;
  field: string;
  rule: string;
  /** The sentence, or the box for a formula. */
  text: string;
  /** What was found in it, and what to do. */
  message: string;
}

/** A word that few people know and that no term explains: for a reviewer, it does not fail. */
export interface RareWord {
  word: string;
  file: string;
  line: number;
  times: number;
}

/** The formulas' figures of one site, over the boxes that are long enough. */
export interface Distribution {
  site: string;
  boxes: number;
  perSentence: number;
  kandelMoles: { least: number; tenth: number; median: number };
  lix: { most: number; ninetieth: number; median: number };
}

export interface GateResult {
  failures: Failure[];
  excepted: Exception[];
  unused: Exception[];
  rare: RareWord[];
  distribution: Distribution[];
}

/** Checks every text; a sentence named in the exceptions may break its one rule. */
export function plainGate(
  texts: readonly ShownText[],
  terms: readonly Term[],
  exceptions: readonly Exception[],
): GateResult {
  const acronyms = acronymsOf(terms);
  const boxes = boxesOf(texts);
  const distribution = distributionOf(boxes);
  const found = [
    ...texts.flatMap((text) => sentenceFailures(text, acronyms)),
    ...boxes.flatMap(formulaFailures),
    ...distribution.filter(({ kandelMoles }) => kandelMoles.median < LEAST_MEDIAN).map(medianFailure),
  ];
  const isFor = (one: Exception, { file, rule, text }: Failure): boolean =>
    one.file === file && one.rule === rule && one.text === text;
  return {
    failures: found.filter((failure) => !exceptions.some((one) => isFor(one, failure))),
    excepted: exceptions.filter((one) => found.some((failure) => isFor(one, failure))),
    unused: exceptions.filter((one) => !found.some((failure) => isFor(one, failure))),
    rare: rareWords(texts, terms),
    distribution,
  };
}

function sentenceFailures(text: ShownText, acronyms: ReadonlySet<string>): Failure[] {
  const { shown, file, line, field } = text;
  const rules = shown.says === 'name' ? NAME_RULES : RULES;
  const failure = (rule: string, sentence: string, message: string): Failure => ({
    file,
    line,
    field,
    rule,
    text: sentence,
    message,
  });
  const broken = sentencesOf(ownText(text.text, shown.says !== 'speech'))
    .filter(hasOwnWords)
    .flatMap((sentence) =>
      rules.flatMap((rule) =>
        rule
          .find(sentence, { place: shown.place, acronyms })
          .map((found) => failure(rule.id, readable(sentence), `${readable(found)} → ${rule.advice}`)),
      ),
    );
  const said = FORBIDDEN.filter(
    ({ wrong, allowedIn, site, calming }) =>
      wrong.test(ownText(text.text)) &&
      !calming?.test(text.text) &&
      !allowedIn?.includes(text.kind) &&
      (!site || text.sites.includes(site)),
  ).map(({ id, why }) => failure(id, text.text, why));
  return [...broken, ...said];
}

const readable = (sentence: string): string => sentence.replaceAll('\uE000', '« … »');

interface Box {
  text: ShownText;
  words: string;
  measures: Measures;
}

/** A line of a box that ends without a point is a sentence all the same. */
function boxesOf(texts: readonly ShownText[]): Box[] {
  const byBox = Map.groupBy(
    texts.filter(({ shown }) => shown.says !== 'name'),
    ({ box }) => box,
  );
  return [...byBox.values()].flatMap((parts) => {
    const words = parts.map(({ text, shown }) => ownText(text, shown.says !== 'speech')).join('\n');
    const measures = measure(words);
    const [text] = parts;
    return text && measures && measures.words >= LEAST_WORDS ? [{ text, words, measures }] : [];
  });
}

function formulaFailures({ text, words, measures }: Box): Failure[] {
  const { file, line, field } = text;
  const shown = readable(words).replaceAll('\n', ' / ');
  const failures: Failure[] = [];
  if (measures.kandelMoles < LEAST_KANDEL_MOLES) {
    const message = `Kandel-Moles ${Math.floor(measures.kandelMoles)}, au moins ${LEAST_KANDEL_MOLES} → des mots et des phrases plus courts`;
    failures.push({ file, line, field, rule: 'kandel-moles', text: shown, message });
  }
  if (measures.lix > MOST_LIX) {
    const message = `LIX ${Math.ceil(measures.lix)}, au plus ${MOST_LIX} → moins de mots de plus de 6 lettres`;
    failures.push({ file, line, field, rule: 'lix', text: shown, message });
  }
  return failures;
}

function medianFailure({ site, kandelMoles }: Distribution): Failure {
  const message = `médiane Kandel-Moles ${Math.floor(kandelMoles.median)}, au moins ${LEAST_MEDIAN}`;
  return { file: site, line: 0, field: '', rule: 'mediane', text: site, message };
}

function distributionOf(boxes: readonly Box[]): Distribution[] {
  const sites = [...new Set(boxes.flatMap(({ text }) => text.sites))].sort();
  return sites.map((site) => {
    const measures = boxes.filter(({ text }) => text.sites.includes(site)).map((box) => box.measures);
    const easy = measures.map(({ kandelMoles }) => kandelMoles);
    const lix = measures.map((one) => one.lix);
    return {
      site,
      boxes: measures.length,
      perSentence: quantile(
        measures.map((one) => one.perSentence),
        0.5,
      ),
      kandelMoles: { least: quantile(easy, 0), tenth: quantile(easy, 0.1), median: quantile(easy, 0.5) },
      lix: { most: quantile(lix, 1), ninetieth: quantile(lix, 0.9), median: quantile(lix, 0.5) },
    };
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

/** Capitals of the terms and their forms: `C.P.A.M.` gives CPAM. */
function acronymsOf(terms: readonly Term[]): Set<string> {
  return new Set(
    terms
      .flatMap(({ term, forms = [] }) => [term, ...forms])
      .flatMap((form) => form.match(/(?:\p{Lu}\.){2,}|\p{Lu}[\p{Lu}\p{N}]+/gu) ?? [])
      .map((found) => found.replace(/\./g, '')),
  );
}

function rareWords(texts: readonly ShownText[], terms: readonly Term[]): RareWord[] {
  const matcher = createMatcher(terms);
  const found = new Map<string, RareWord>();
  for (const { text, shown, file, line } of texts.filter(({ shown: { says } }) => says !== 'name')) {
    let own = ownText(text, shown.says !== 'speech');
    for (const { start, end } of matcher(own).reverse()) own = `${own.slice(0, start)} ${own.slice(end)}`;
    for (const word of rareWordsIn(own)) {
      const before = found.get(word);
      found.set(word, before ? { ...before, times: before.times + 1 } : { word, file, line, times: 1 });
    }
  }
  return [...found.values()].sort((a, b) => a.times - b.times || a.word.localeCompare(b.word, 'fr'));
}
