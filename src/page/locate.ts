import type { Target, Wording } from '../schema';
import type { Facts } from './facts';
import type { PageIndex } from './page-index';
import { isBefore } from './reading-order';
import { roleFit } from './roles';
import { ITSELF, weigh } from './score';
import { closestAcross, isCovered, isDisabled, isSeen, openerOf, visibleProxy } from './seen';
import type { Comparer } from './similarity';
import { TUNING, type Tuning } from './tuning';
import type { Ambiguous, Candidate, Located, Missing } from './types';
import type { ClueKind, MissingReason } from './why';

/** What is greyed or behind a window is what was meant when it leads by so much; a hidden copy must lead by the whole margin. */
const SLIGHT_LEAD = 0.01;
/** Among equals, scores differ by less than this. */
const EQUAL_BAND = 0.03;
/** How much more of the name's worth makes the best clear, when nothing speaks more for the runner-up. */
const NAME_GAIN = 0.2;
/** The same for any other clue. */
const CLUE_GAIN = 0.9;
/** Something elsewhere whose name fits better by this much: one has the place and the other the name, and nobody can say which it is. */
const BETTER_NAME = 0.06;
/** A title reads the same as the part of the page that was asked for. */
const SAME_TITLE = 0.95;
/** A name alike enough to look among plain elements, or not to need to. */
const LIKE_NAME = 0.68;
/** Candidates that pass the quick look and are weighed with their full accessible name. */
const FINALISTS = 12;
/** Candidates that get the quick look; the names of a page's other things are further from what is asked. */
const MOST_WEIGHED = 200;
/** Below this score an element is not even worth asking the person about. */
const WORTH_ASKING = 0.3;
const MAX_ASKED = 5;

/** A button and its icon whose scores differ by less are told apart by what they are. */
const SAME_THING = 0.07;

export interface LocateContext {
  index: PageIndex;
  comparer: Comparer;
  /** Whether a node is our own UI, which never counts as covering. */
  owns: (node: Node) => boolean;
  /** Other thresholds and weights, while learning. */
  tuning?: Tuning;
}

interface Weighed extends Candidate {
  facts: Facts;
  nameFit: number;
}

/**
 * Finds the element that a target describes. Accepted only above the threshold *and* clearly ahead of the runner-up
 * (design, decision 6); otherwise says why nothing is pointed at.
 */
export function locate(target: Target, context: LocateContext): Located {
  const { threshold, margin } = context.tuning ?? TUNING;
  const { weighed, isFewer } = rank(target, context);
  const good = weighed
    .filter(({ score }) => score >= threshold)
    .map((one) => ({ one, state: stateOf(one.element, context) }));
  const open = innermost(good.filter(({ state }) => state.kind === 'usable'));
  const equals = equalsOf(open);
  const best = target.position === undefined ? open[0] : inReadingOrder(equals)[target.position - 1];
  const candidates = worthAsking(weighed);
  const blocked = blockedBy(good[0], best, margin);
  if (!best || blocked) return missing(blocked ?? 'nothing-like-it', candidates);
  const rival = open.find((other) => other !== best);
  const namesake = !isFewer && weighed.find((one) => isNamesake(one, best.one));
  const isUnplaced =
    target.position !== undefined &&
    (equals.length !== (target.of ?? equals.length) || best.one.evidence.some(({ weight }) => weight < 0));
  const hasGreyedTwin = good.some(({ one, state }) => state.kind === 'disabled' && one.score >= best.one.score);
  if (namesake || isUnplaced || hasGreyedTwin) return ambiguous(candidates);
  if (rival && target.position === undefined && !isClear(best.one, rival.one, target, margin, isFewer)) {
    return ambiguous(candidates);
  }
  return {
    ...plain(best.one),
    kind: 'found',
    pointAt: best.state.pointAt ?? best.one.element,
    opener: best.state.opener,
    runnerUp: rival && plain(rival.one),
  };
}

/** @returns why the best of what cannot be used now, when it is what was meant, is not pointed at. */
function blockedBy(first: Judged | undefined, best: Judged | undefined, margin: number): MissingReason | undefined {
  if (!first || first.state.kind === 'usable') return undefined;
  const lead = first.state.kind === 'hidden' ? margin : SLIGHT_LEAD;
  return !best || first.one.score - best.one.score >= lead ? first.state.kind : undefined;
}

/** Another element whose name fits better; a field of something else is none. */
function isNamesake({ element, nameFit, evidence }: Weighed, best: Weighed): boolean {
  return (
    nameFit - best.nameFit >= BETTER_NAME && !evidence.some(({ clue }) => clue === 'otherField') && isSeen(element)
  );
}

function missing(reason: MissingReason, candidates: () => readonly Candidate[]): Missing {
  return {
    kind: 'missing',
    reason,
    get candidates() {
      return candidates();
    },
  };
}

function ambiguous(candidates: () => readonly Candidate[]): Ambiguous {
  return {
    kind: 'ambiguous',
    get candidates() {
      return candidates();
    },
  };
}

/** Looked at only when somebody asks: most targets are not on the page, and nobody asks for them. */
function worthAsking(weighed: readonly Weighed[]): () => readonly Candidate[] {
  let known: readonly Candidate[] | undefined;
  return () => {
    known ??= weighed
      .filter(({ score, element }) => score >= WORTH_ASKING && visibleProxy(element))
      .slice(0, MAX_ASKED)
      .map(plain);
    return known;
  };
}

/**
 * Ahead by the margin; or better in one clue by far, and worse in none. Where fewer of the name are left, the rival may
 * be the one, reworded.
 */
function isClear(
  best: Weighed,
  rival: Weighed,
  { name, formerNames }: Target,
  margin: number,
  isFewer: boolean,
): boolean {
  if (!isSetApart(best, rival)) return false;
  if (best.score - rival.score >= margin) return true;
  if (isFewer) return false;
  const gains = best.evidence.map(({ clue, weight }) => {
    const other = rival.evidence.find((one) => one.clue === clue)?.weight ?? 0;
    return (weight - other) / (clue === 'name' && name !== undefined && !formerNames ? NAME_GAIN : CLUE_GAIN);
  });
  const lost = rival.evidence.some(({ clue, weight }) => weight > 0 && lacks(best, clue));
  return !lost && gains.every((gain) => gain >= 0) && gains.some((gain) => gain >= 1);
}

/** Something speaks for the best, or against the rival alone: of two that are not what was asked for, none is the better. */
function isSetApart(best: Weighed, rival: Weighed): boolean {
  return (
    best.evidence.some(({ clue, weight }) => weight > 0 && lacks(rival, clue, weight)) ||
    rival.evidence.some(({ clue, weight }) => weight < 0 && lacks(best, clue))
  );
}

function lacks({ evidence }: Weighed, clue: ClueKind, least = Number.NEGATIVE_INFINITY): boolean {
  return !evidence.some((one) => one.clue === clue && one.weight >= least);
}

/** Things are equal when nothing tells the best of them from the others. */
function equalsOf<T extends { one: Weighed }>(open: readonly T[]): T[] {
  return open.filter(({ one }) => (open[0]?.one.score ?? 0) - one.score < EQUAL_BAND);
}

interface Ranked {
  /** Best first. */
  weighed: Weighed[];
  /** The page shows fewer of that name than it did: one of them reads otherwise now, or is gone. */
  isFewer: boolean;
}

function rank(target: Target, { index, comparer, tuning }: LocateContext): Ranked {
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

const order = (a: Element, b: Element): number => (isBefore(a, b) ? -1 : 1);

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

interface Judged {
  one: Weighed;
  state: State;
}

interface State {
  kind: 'usable' | 'hidden' | 'disabled' | 'covered';
  pointAt?: Element | undefined;
  opener?: Element | undefined;
}

function stateOf(element: Element, { owns }: LocateContext): State {
  const pointAt = visibleProxy(element);
  if (closestAcross(element, '[aria-hidden="true"]')) return { kind: 'hidden' };
  if (!pointAt) {
    const opener = openerOf(element);
    return opener ? { kind: 'usable', pointAt: element, opener } : { kind: 'hidden' };
  }
  if (isDisabled(element)) return { kind: 'disabled' };
  return isCovered(pointAt, owns) ? { kind: 'covered' } : { kind: 'usable', pointAt };
}

/** A button and the icon inside it, a label and its field: the same thing twice is not two things. */
function innermost<T extends { one: Weighed; state: State }>(found: readonly T[]): T[] {
  return found.filter(
    ({ one }) => !found.some((other) => other.one !== one && isSameThing(other.one, one) && outranks(other.one, one)),
  );
}

function isSameThing(a: Weighed, b: Weighed): boolean {
  const control = b.element.localName === 'label' ? (b.element as HTMLLabelElement).control : null;
  return a.element.contains(b.element) || b.element.contains(a.element) || control === a.element;
}

function outranks(a: Weighed, b: Weighed): boolean {
  if (Math.abs(a.score - b.score) > SAME_THING) return a.score > b.score;
  const [control, other] = [a, b].map(({ element }) =>
    element.matches('a[href], button, input, select, textarea, [role=button], [role=link]'),
  );
  if (control !== other) return control === true;
  return a.score === b.score ? a.element.contains(b.element) : a.score > b.score;
}

function inReadingOrder<T extends { one: Weighed }>(found: readonly T[]): T[] {
  return [...found].sort((a, b) => order(a.one.element, b.one.element));
}

function plain({ element, score, evidence }: Weighed): Candidate {
  return { element, score, evidence };
}
