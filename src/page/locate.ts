import type { Target } from '../schema';
import { type LocateContext, order, rank, SAME_THING, type Weighed, WORTH_ASKING } from './rank';
import { closestAcross, isCovered, isDisabled, isSeen, openerOf, visibleProxy } from './seen';
import { TUNING } from './tuning';
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
const MAX_ASKED = 5;

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
  if (!best || blocked) return missing(blocked ?? 'nothing-like-it', candidates, good);
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

function missing(reason: MissingReason, candidates: () => readonly Candidate[], good: readonly Judged[]): Missing {
  return {
    kind: 'missing',
    reason,
    get candidates() {
      return candidates();
    },
    hidden: reason === 'hidden' ? good.map(({ one }) => one) : [],
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
