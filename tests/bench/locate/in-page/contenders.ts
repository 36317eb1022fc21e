import { finder } from '@medv/finder';
import { getCssSelector } from 'css-selector-generator';
import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import type { Target } from '../../../../src/schema';
import type { Description } from './describe';
import { type Ours, shownBy } from './ours';
import { findByXPath, robula } from './peers/robula';
import { type SimiloCandidate, type SimiloRecord, similoFind, similoPage, similoRecord } from './peers/similo';

/** What each contender is given of one element, all of it read from the old page before the new one is known. */
export interface Given {
  ours: Target;
  words: Target;
  finder: string;
  generator: string;
  robula: string;
  similo: SimiloRecord;
  roleName: { role: string; name: string };
}

export const CONTENDERS = ['ours', 'words', 'finder', 'generator', 'robula', 'similo'] as const;
export type Contender = (typeof CONTENDERS)[number];

export interface Answer {
  /** What is pointed at; nothing when the contender says it does not know, or finds several. */
  elements: Element[];
  ms: number;
}

/** @returns what the contenders get to know of an element of the old page. */
export function giveAll(element: Element, { full, words }: Description): Given {
  return {
    ours: full,
    words,
    finder: orEmpty(() => finder(element)),
    generator: orEmpty(() => getCssSelector(element, { maxCombinations: 100, maxCandidates: 100 })),
    robula: robula(element),
    similo: similoRecord(element),
    roleName: {
      role: getRole(element) ?? 'generic',
      name: computeAccessibleName(element).replace(/\s+/g, ' ').trim(),
    },
  };
}

/** The new page, read once for each contender that needs it. */
export interface NewPage {
  document: Document;
  ours: Ours;
  similo: readonly SimiloCandidate[];
}

export function readNewPage(document: Document, ours: Ours): NewPage {
  return { document, ours, similo: similoPage(document) };
}

/** @returns the answer of one contender on the new page. */
export function ask(contender: Contender, given: Given, page: NewPage): Answer {
  const start = performance.now();
  const elements = ANSWER[contender](given, page);
  return { elements, ms: performance.now() - start };
}

const ANSWER: Record<Contender, (given: Given, page: NewPage) => Element[]> = {
  ours: ({ ours }, page) => shownBy(page.ours.locate(ours)),
  words: ({ words }, page) => shownBy(page.ours.locate(words)),
  finder: (given, { document }) => only(given.finder, document),
  generator: (given, { document }) => only(given.generator, document),
  robula: (given, { document }) => asList(findByXPath(given.robula, document)),
  similo: (given, page) => asList(similoFind(given.similo, page.similo)),
};

/** A selector that finds several things says nothing: kinder to it than taking the first. */
function only(selector: string, document: Document): Element[] {
  if (selector === '') return [];
  const found = [...document.querySelectorAll(selector)];
  return found.length === 1 ? found : [];
}

function asList(element: Element | undefined): Element[] {
  return element ? [element] : [];
}

function orEmpty(make: () => string): string {
  try {
    return make();
  } catch {
    return '';
  }
}
