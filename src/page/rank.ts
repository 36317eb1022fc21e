import type { Target, Wording } from '../schema';
import type { Facts } from './facts';
import type { PageIndex } from './page-index';
import { isBefore } from './reading-order';
import { roleFit } from './roles';
import { ITSELF, weigh } from './score';
import { isSeen } from './seen';
import type { Comparer } from './similarity';
import type { Tuning } from './tuning';
import type { Candidate } from './types';

/** A title reads the same as the part of the page that was asked for. */
const SAME_TITLE = 0.95;
/** A name alike enough to look among plain elements, or not to need to. */
const LIKE_NAME = 0.68;
/** Candidates that pass the quick look and are weighed with their full accessible name. */
const FINALISTS = 12;
/** Candidates that get the quick look; the names of a page's other things are further from what is asked. */
const MOST_WEIGHED = 200;
/** Below this score an element is not even worth asking the person about. */
export const WORTH_ASKING = 0.3;
/** A button and its icon whose scores differ by less are told apart by what they are. */
export const SAME_THING = 0.07;

export interface LocateContext {
  index: PageIndex;
  comparer: Comparer;
  /** Whether a node is our own UI, which never counts as covering. */
  owns: (node: Node) => boolean;
  /** Other thresholds and weights, while learning. */
  tuning?: Tuning;
}

/** A candidate with what speaks for and against it. */
export interface Weighed extends Candidate {
  facts: Facts;
  nameFit: number;
}

export interface Ranked {
  /** Best first. */
  weighed: Weighed[];
  /** The page shows fewer of that name than it did: one of them reads otherwise now, or is gone. */
  isFewer: boolean;
}

/** Weighs what may be meant by a target: all that is near it quickly, the best of them with their full accessible names. */
export function rank(target: Target, { index, comparer, tuning }: LocateContext): Ranked {
  const isTitle = (wanted: Wording): boolean =>
    index.titles.some((title) => comparer.compare(wanted, title) >= SAME_TITLE);
  const quick = nearest(target, candidatesFor(target, index, comparer), comparer)
    .map((facts) => ({ facts, score: weigh(target, facts, comparer, false, isTitle, tuning).score }))
    .filter(({ score }) => score > WORTH_ASKING / 2)
    .sort((a, b) => b.score - a.score);
  const weighed = finalists(target, quick).map(({ facts }) => ({
    facts,
    element: facts.element,
    ...weigh(target, facts, comparer, true, isTitle, tuning),
  }));
  const alone = onlyOne(target, weighed);
  if (alone) Object.assign(alone, weigh(anywhere(target), alone.facts, comparer, true, undefined, tuning));
  return {
    weighed: weighed.sort((a, b) => b.score - a.score),
    isFewer: target.of !== undefined && target.position === undefined && namesakes(target, quick, comparer) < target.of,
  };
}

/** The only one of its name, then and now; or the only field with that name and that technical name: itself wherever it stands. */
function onlyOne({ of }: Target, weighed: readonly Weighed[]): Weighed | undefined {
  const only = (list: readonly Weighed[]): Weighed | undefined => (list.length === 1 ? list[0] : undefined);
  const same = weighed.filter(({ nameFit }) => nameFit >= ITSELF);
  return (
    (of === 1 ? only(same) : undefined) ??
    only(same.filter(({ evidence }) => evidence.some(({ clue }) => clue === 'nameAttribute')))
  );
}

/** The same target, without the place where it stood. */
function anywhere({ heading, group, region, near, ...rest }: Target): Target {
  return rest;
}

function namesakes({ name }: Target, quick: readonly { facts: Facts }[], comparer: Comparer): number {
  if (name === undefined) return 0;
  return quick.filter(
    ({ facts }) =>
      [facts.quick, facts.own].some((label) => comparer.compare(name, label) === 1) && isSeen(facts.element),
  ).length;
}

/** Where very many share the words of a name, those whose names are nearest. */
function nearest({ name }: Target, candidates: readonly Facts[], comparer: Comparer): Facts[] {
  if (candidates.length <= MOST_WEIGHED || name === undefined) return candidates.slice(0, MOST_WEIGHED);
  return candidates
    .map((facts) => ({ facts, fit: Math.max(comparer.compare(name, facts.quick), comparer.compare(name, facts.own)) }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_WEIGHED)
    .map(({ facts }) => facts);
}

/** The best of the quick look; where a rank is asked for, the first of the equals in reading order. */
function finalists({ position }: Target, quick: readonly { facts: Facts; score: number }[]): { facts: Facts }[] {
  if (position === undefined) return quick.slice(0, FINALISTS);
  const isEqual = ({ score }: { score: number }): boolean => (quick[0]?.score ?? 0) - score < SAME_THING;
  const equals = quick.filter(isEqual).sort((a, b) => order(a.facts.element, b.facts.element));
  return [...equals, ...quick.filter((one) => !isEqual(one))].slice(0, Math.max(FINALISTS, 2 * position));
}

export const order = (a: Element, b: Element): number => (isBefore(a, b) ? -1 : 1);

/** Technical clues alone name their elements; a role narrows the search; a target that only gives words may be any element that carries them. */
function candidatesFor(target: Target, index: PageIndex, comparer: Comparer): Facts[] {
  const { role, also, name } = target;
  if (also && Object.keys(target).length === 1) return index.marked(also);
  const isFitting = ({ role: actual }: Facts): boolean => role === undefined || roleFit(role, actual) > 0;
  // Lists are long, and seldom asked for: their options are not filed by their words.
  const options = asList(role).includes('option') ? index.options() : [];
  const fitting = [...pointableFor(target, index), ...options].filter(isFitting);
  if (isOfWords(target)) return [...new Set([...fitting, ...textsFor(target, index)])];
  if (name === undefined || isTyped(role) || fitting.some(({ quick }) => comparer.compare(name, quick) > LIKE_NAME))
    return fitting;
  const texts = [...index.saying(asList(name), LIKE_NAME)].filter(
    ({ element, quick }) => comparer.compare(name, quick) > LIKE_NAME && looksClickable(element),
  );
  return [...new Set([...fitting, ...texts])];
}

/** Any element that carries the words may be meant. */
function isOfWords({ role, text }: Target): boolean {
  return text !== undefined || role === 'generic' || (Array.isArray(role) && role.includes('generic'));
}

/** What carries a word of the name, of the text or of the label; a field's label may stand anywhere. */
function pointableFor({ name, formerNames = [], text, label, also }: Target, index: PageIndex): Iterable<Facts> {
  const known = also ? index.marked(also) : [];
  const hasMarks = also !== undefined && (also.id ?? also.name ?? also.css) !== undefined;
  if (name !== undefined || formerNames.length > 0)
    return new Set([...known, ...index.named([...asList(name), ...formerNames])]);
  if (text === undefined && label === undefined) return hasMarks ? known : index.pointable();
  const words = index.named([...asList(text), ...asList(label)]);
  return new Set([...known, ...words, ...(label === undefined ? [] : index.fields())]);
}

function textsFor({ name, text, label }: Target, index: PageIndex): Iterable<Facts> {
  const words = [...asList(name), ...asList(text), ...asList(label)];
  return words.length > 0 ? index.saying(words) : index.texts();
}

function asList(wording: Wording | undefined): readonly string[] {
  return wording === undefined ? [] : [wording].flat();
}

/** Nothing can be typed into what only reacts to clicks. */
function isTyped(role: Target['role']): boolean {
  const asked = asList(role);
  return asked.length > 0 && asked.every((one) => one === 'textbox' || one === 'searchbox' || one === 'spinbutton');
}

/** A plain element that reacts to clicks without saying so: the pointer, or its own class, is all that shows it. */
function looksClickable(element: Element): boolean {
  if (/(?:^|[\s_-])(?:btn|button|bouton|cta|clickable)(?:$|[\s_-])/i.test(element.className.toString())) return true;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}
