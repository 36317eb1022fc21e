import type { Tuning } from '../../../../src/page/tuning';
import type { Located } from '../../../../src/page/types';
import type { Target } from '../../../../src/schema';
import { type AlignedControl, readControls } from './align';
import { ask, CONTENDERS, type Contender, type Given, giveAll, readNewPage } from './contenders';
import { controlsOf, describePage, wordsOn } from './describe';
import { type Followed, type Kind, mutatePage } from './mutate';
import { comparerWith, type Ours, readPage, shownBy } from './ours';
import { chance } from './random';
import { judge, type Verdict } from './truth';

/** The outcome of one case, by contender. */
export interface CaseResult {
  kind: string;
  /** What was looked for, in words, for the reader of the report. */
  what: string;
  gone: boolean;
  verdicts: Record<string, Verdict>;
  ms: Record<string, number>;
  given: Given;
  /** What ours said, when it was not right. */
  answer: string;
  /** Ours recognised it, pointed at nothing, and said why: it is greyed, or something lies over it. */
  told: boolean;
}

const OURS: readonly Contender[] = ['ours', 'words'];

interface Kept {
  given: Given;
  expected: Element | null;
  kind: string;
}

let kept: Kept[] = [];
let synonyms: readonly (readonly string[])[] = [];

/** What Node asks of a page. The truth stays in this script's own memory. */
const bench = {
  useSynonyms(groups: readonly (readonly string[])[]): void {
    synonyms = groups;
  },
  /** Old page: describes the controls that can be told apart. @returns those picked, by number. */
  describe(seed: number, count: number, withRanks: boolean): { place: number; given: Given }[] {
    const described = describePage(document);
    const controls = controlsOf(document);
    // A rank says nothing once things are added or taken away: ranks are asked in real redesigns only.
    const places = [...described.keys()].filter((place) => withRanks || !described.get(place)?.full.position);
    return chance(seed)
      .shuffle(places)
      .slice(0, count)
      .flatMap((place) => {
        const [element, description] = [controls[place], described.get(place)];
        return element && description ? [{ place, given: giveAll(element, description) }] : [];
      });
  },
  /** Changes the page in place and follows the picked controls. */
  async mutate(
    picked: readonly { place: number; given: Given }[],
    seed: number,
    half: 'training' | 'held-out',
  ): Promise<void> {
    const controls = controlsOf(document);
    const followed: Followed[] = picked.map(({ place }) => ({
      place,
      element: controls[place] ?? null,
      kind: 'names only' satisfies Kind,
    }));
    await mutatePage(document, followed, seed, half);
    kept = picked.map(({ given }, at) => {
      const one = followed[at];
      const there = one?.element?.isConnected ? one.element : null;
      return { given, expected: there, kind: one?.kind ?? 'names only' };
    });
  },
  /** New page of a real redesign: where the described controls are now, by number. */
  expect(cases: readonly { given: Given; place: number | null }[], kind: string): void {
    const controls = controlsOf(document);
    kept = cases.map(({ given, place }) => ({
      given,
      expected: place === null ? null : (controls[place] ?? null),
      kind,
    }));
  },
  /** Asks every contender that runs inside the page, or ours alone. */
  run(isAlone: boolean): CaseResult[] {
    const ours = readPage(document, comparerWith(synonyms));
    const page = readNewPage(document, ours);
    return kept.map(({ given, expected, kind }) => {
      const verdicts: Record<string, Verdict> = {};
      const ms: Record<string, number> = {};
      let located: Located | undefined;
      for (const contender of isAlone ? OURS : CONTENDERS) {
        const found = ask(contender satisfies Contender, given, page);
        verdicts[contender] = judge(found.elements, expected);
        ms[contender] = found.ms;
        if (contender === 'ours' && verdicts.ours !== 'right') located = ours.locate(given.ours);
      }
      const answer = located ? said(located) : '';
      const told = located !== undefined && isTold(located, expected);
      return { kind, what: JSON.stringify(given.ours), gone: expected === null, verdicts, ms, given, answer, told };
    });
  },
  /** How many right and wrong these tunings would have made on this page. */
  tryTunings(tunings: readonly Tuning[]): { right: number; wrong: number }[] {
    const comparer = comparerWith(synonyms);
    return tunings.map((tuning) => {
      const { locate } = readPage(document, comparer, tuning);
      const verdicts = kept.flatMap(({ given, expected }) =>
        [given.ours, given.words].map((target) => judge(shownBy(locate(target)), expected)),
      );
      const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
      return { right: count('right'), wrong: count('wrong') };
    });
  },
  /** What the locator costs on a big page of its own making. */
  cost(): Cost {
    document.body.replaceChildren(...Array.from({ length: BIG / 5 }, (_, place) => bigRow(place)));
    const targets: Target[] = Array.from({ length: ASKED }, (_, place) => ({
      role: 'button',
      // Every other one is not on the page: saying so must cost no more.
      name: place % 2 === 0 ? `Modifier la rubrique ${wordFor(place * 17)}` : `Résilier la formule ${wordFor(place)}`,
    }));
    const ms = (work: () => void): number => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const comparer = comparerWith(synonyms);
    let page: ReturnType<typeof readPage> | undefined;
    layOut();
    const first = ms(() => {
      page = readPage(document, comparer);
    });
    const askAll = (): void => {
      for (const target of targets) page?.locate(target);
    };
    const fifty = ms(askAll);
    const again = ms(askAll);
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true });
    document.body.children[34]?.replaceWith(bigRow(BIG));
    layOut();
    const changed = ms(() => {
      page?.index.note(observer.takeRecords());
      while (page?.index.step());
    });
    return {
      elements: document.querySelectorAll('body *').length,
      first,
      fifty,
      again,
      changed,
      fiftyAfter: ms(askAll),
    };
  },
  /** The verdict on what a locator outside the page found for case number `at`. */
  judgeAt(found: readonly Element[], at: number): Verdict {
    return judge(found.length === 1 ? found : [], kept[at]?.expected ?? null);
  },
  /** The controls of this page as the rule of truth reads them. */
  controls(): AlignedControl[] {
    return readControls(document);
  },
  /** The locator on a page that changes: one index, told of each mutation. */
  living(): { find(target: Target): string | undefined } {
    const { index, locate } = readPage(document, comparerWith(synonyms));
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    return {
      find(target) {
        index.note(observer.takeRecords());
        index.noteLook();
        while (index.step());
        const located = locate(target);
        return located.kind === 'found' ? located.element.id : undefined;
      },
    };
  },
  /** What ours says of a target on this page. */
  locate(target: Target, expected: string | null, tuning?: Tuning): Judged {
    return judged(readPage(document, comparerWith(synonyms), tuning), target, expected);
  },
  /** The cases of a file on this page: read once for all, as the engine does. */
  locateAll(cases: readonly { target: Target; expect: string | null }[]): Judged[] {
    const ours = readPage(document, comparerWith(synonyms));
    return cases.map(({ target, expect }) => judged(ours, target, expect));
  },
};

/** What ours said of a target, and in how many ms. */
export interface Judged {
  verdict: Verdict;
  answer: string;
  ms: number;
}

function judged(ours: Ours, target: Target, expected: string | null): Judged {
  const start = performance.now();
  const located = ours.locate(target);
  const ms = performance.now() - start;
  const truth = expected === null ? null : findAcross(document, expected);
  if (expected !== null && !truth) throw new Error(`Nothing on the page fits the expected selector ${expected}`);
  const words = located.kind === 'found' ? inWords(located.pointAt) : reasonOf(located);
  return { verdict: judge(shownBy(located), truth), answer: words, ms };
}

/** ms of main thread. */
export interface Cost {
  elements: number;
  /** The first index, whole. */
  first: number;
  /** Fifty targets after it, none of them asked before; then the same again. */
  fifty: number;
  again: number;
  /** Following a mutation, then the same fifty. */
  changed: number;
  fiftyAfter: number;
}

const ASKED = 50;
/** Elements of the page that shows the cost. */
const BIG = 5_000;

/** The browser lays a page out to show it, before anybody is asked about it: that is not the locator's work. */
function layOut(): void {
  document.elementFromPoint(0, document.body.offsetTop);
}

function bigRow(place: number): Element {
  const row = document.createElement('p');
  const button = document.createElement('button');
  button.textContent = `Modifier la rubrique ${wordFor(place)}`;
  const link = document.createElement('a');
  link.href = '#';
  link.textContent = `Voir ${wordFor(place + 1_000)}`;
  row.append(button, link, document.createElement('span'), document.createElement('b'));
  return row;
}

/** A word of letters alone, another for each place. */
function wordFor(place: number): string {
  return [...String(place)]
    .map((digit) => ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'][Number(digit)])
    .join('');
}

/** Also inside open shadow roots and frames of the same origin. */
function findAcross(root: Document | ShadowRoot, selector: string): Element | null {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? (element instanceof HTMLIFrameElement ? frame(element) : null);
    const deeper = inner ? findAcross(inner, selector) : null;
    if (deeper) return deeper;
  }
  return null;
}

function frame(element: HTMLIFrameElement): Document | null {
  try {
    return element.contentDocument;
  } catch {
    return null;
  }
}

function isTold(located: Located, expected: Element | null): boolean {
  const isSaid = located.kind === 'missing' && ['disabled', 'covered'].includes(located.reason);
  return (
    isSaid &&
    judge(
      located.candidates.slice(0, 1).map(({ element }) => element),
      expected,
    ) === 'right'
  );
}

function reasonOf(located: Exclude<Located, { kind: 'found' }>): string {
  return located.kind === 'missing' ? located.reason : 'ambiguous';
}

/** What the locator says, with the best it weighed, for the reader of a dump. */
function said(located: Located): string {
  const list = located.kind === 'found' ? [located, located.runnerUp] : located.candidates;
  const weighed = list.slice(0, 3).map((one) => {
    if (!one) return '';
    const clues = one.evidence.map(({ clue, weight }) => `${clue} ${weight.toFixed(1)}`).join(', ');
    return `${inWords(one.element)} ${one.score.toFixed(2)} (${clues})`;
  });
  return [located.kind === 'found' ? 'found' : reasonOf(located), ...weighed].join(' | ');
}

function inWords(element: Element | undefined): string {
  return element ? `<${element.localName}> ${wordsOn(element).slice(0, 60)}` : 'nothing';
}

export type Bench = typeof bench;
declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = bench;
