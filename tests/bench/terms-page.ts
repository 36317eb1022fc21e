import Mark from 'mark.js';
import { createPageView } from '../../src/page/page-view';
import { createSlices } from '../../src/page/slices';
import type { PageView } from '../../src/page/types';
import type { Term } from '../../src/schema';
import { createMarks } from '../../src/terms/marks';
import { type Matcher, matcherSteps } from '../../src/terms/matcher';
import { createPageWords } from '../../src/terms/page-words';

/** What runs inside the page: the three contenders, each on the same words. */
export interface Outcome {
  /** ms from the list of words in hand to the frame that shows the last mark. */
  time: number;
  /** Occurrences found in the text of the page. */
  found: number;
  /** Occurrences shown as marked. */
  marked: number;
}

/** `mark.js across` also finds words that go on in another element, as ours does; `mark.js` alone does not. */
export type Contender = 'ours' | 'mark.js' | 'mark.js across' | 'regex';

declare global {
  interface Window {
    /** Takes the words in hand; ours also looks at the page once, as the extension has by then: `npm run bench:page` counts that. */
    prepare: (name: Contender, words: string[]) => Promise<void>;
    contend: (name: Contender) => Promise<Outcome>;
  }
}

const CONTENDERS: Record<Contender, () => Promise<Omit<Outcome, 'time'>>> = {
  ours: runOurs,
  'mark.js': () => runMarkJs(false),
  'mark.js across': () => runMarkJs(true),
  regex: runRegex,
};

const { signal } = new AbortController();
let page: PageView | undefined;
let words: string[] = [];
let terms: Term[] = [];

window.prepare = async (name, list) => {
  words = list;
  terms = words.map((term, place) => ({
    id: `t${place}`,
    term,
    plain: term,
    source: '',
    checkedOn: 'never',
    confidence: 'general',
  }));
  if (name !== 'ours') return;
  const made = createPageView({ document, pages: () => [], synonyms: [], owns: () => false, signal });
  page = made;
  await new Promise<void>((resolve) => made.onChange(resolve, signal));
};

window.contend = async (name) => {
  // In a task of its own, so that what a contender does in one go is seen as one task.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const start = performance.now();
  const counts = await CONTENDERS[name]();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return { time: performance.now() - start, ...counts };
};

/** As in the extension: words made ready in slices, the page read in slices, marks set as they are found. */
async function runOurs(): Promise<Omit<Outcome, 'time'>> {
  if (!page) throw new Error('not prepared');
  const slices = createSlices(window, signal);
  const steps = matcherSteps(terms);
  await slices.begin();
  let step = steps.next();
  for (; !step.done; step = steps.next()) await slices.pause();
  let found = 0;
  const match: Matcher = Object.assign((text: string) => step.value?.(text) ?? [], {
    part: ((text, from, to, each) =>
      step.value?.part(text, from, to, (one) => {
        found += 1;
        each(one);
      }) ?? to) satisfies Matcher['part'],
  });
  const marks = createMarks(document, signal);
  const { whole } = createPageWords({
    page,
    match,
    owns: () => false,
    mark: marks.mark,
    unmark: marks.unmark,
    show: marks.show,
    onChange: () => marks.dress([]),
    signal,
  });
  await whole;
  return { found, marked: CSS.highlights.get('cote-a-cote')?.size ?? 0 };
}

/** Set to whole words as its documentation says: `exactly`, with punctuation as limiters. */
function runMarkJs(acrossElements: boolean): Promise<Omit<Outcome, 'time'>> {
  return new Promise((resolve) => {
    let found = 0;
    new Mark(document.body).mark(words, {
      separateWordSearch: false,
      accuracy: { value: 'exactly', limiters: [...',.;:!?()[]«»"’\'…/-–—\u00a0'] },
      diacritics: true,
      acrossElements,
      each: () => {
        found += 1;
      },
      done: () => resolve({ found, marked: found }),
    });
  });
}

/** What one writes first: one pattern for all words, each text node alone, a range for each match. */
async function runRegex(): Promise<Omit<Outcome, 'time'>> {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const highlight = new Highlight();
  CSS.highlights.set('regex', highlight);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(regex) { text-decoration: underline dotted #0b3d91 2px; }');
  document.adoptedStyleSheets.push(sheet);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    for (const match of text.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      highlight.add(range);
    }
  }
  return { found: highlight.size, marked: highlight.size };
}
