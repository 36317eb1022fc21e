import type { Target } from '../schema';
import type { Facts } from './facts';
import type { PageIndex } from './page-index';
import { roleFit } from './roles';
import { weigh } from './score';
import { isCovered, isDisabled, isSeen, openerOf, visibleProxy } from './seen';
import type { Comparer } from './similarity';
import type { Candidate, Located, MissingReason } from './types';

/** Below this score nothing is claimed. */
export const THRESHOLD = 0.68;
/** The best must lead the runner-up by this much. */
export const MARGIN = 0.07;
/** Candidates that pass the quick look and are weighed with their full accessible name. */
const FINALISTS = 12;
/** Below this score an element is not even worth asking the person about. */
const WORTH_ASKING = 0.3;
const MAX_ASKED = 5;

export interface LocateContext {
  index: PageIndex;
  comparer: Comparer;
  /** Whether a node is our own UI, which never counts as covering. */
  owns: (node: Node) => boolean;
}

interface Weighed extends Candidate {
  facts: Facts;
}

/**
 * Finds the element that a target describes. Accepted only above the threshold *and* clearly ahead of the runner-up
 * (design, decision 6); otherwise says in words why nothing is pointed at.
 */
export function locate(target: Target, context: LocateContext): Located {
  const weighed = rank(target, context);
  const usable = weighed.map((one) => ({ one, state: stateOf(one.element, context) }));
  const good = usable.filter(({ one }) => one.score >= THRESHOLD);
  const open = innermost(good.filter(({ state }) => state.kind === 'usable'));
  const best = target.position === undefined ? open[0] : inReadingOrder(open)[target.position - 1];
  const candidates = weighed
    .filter(({ score, element }) => score >= WORTH_ASKING && visibleProxy(element))
    .slice(0, MAX_ASKED)
    .map(plain);
  if (!best) {
    const reason = good[0]?.state.kind;
    const blocked: MissingReason = reason === undefined || reason === 'usable' ? 'nothing-like-it' : reason;
    return { kind: 'missing', reason: blocked, words: WHY[blocked], candidates };
  }
  const rival = open.find((other) => other !== best);
  if (rival && target.position === undefined && best.one.score - rival.one.score < MARGIN) {
    return { kind: 'ambiguous', words: 'Deux éléments se ressemblent trop.', candidates };
  }
  return {
    ...plain(best.one),
    kind: 'found',
    pointAt: best.state.pointAt ?? best.one.element,
    opener: best.state.opener,
    runnerUp: rival && plain(rival.one),
  };
}

const WHY: Record<MissingReason, string> = {
  'nothing-like-it': 'Rien ici ne ressemble à ce qui est cherché.',
  hidden: 'L’élément existe mais il est caché.',
  disabled: 'L’élément est là, mais il est grisé : il manque quelque chose avant.',
  covered: 'L’élément est caché derrière autre chose. Fermez d’abord la fenêtre qui est devant.',
  'page-not-recognised': 'La page n’est pas reconnue.',
};

function rank(target: Target, { index, comparer }: LocateContext): Weighed[] {
  const quick = candidatesFor(target, index, comparer)
    .map((facts) => ({ facts, score: weigh(target, facts, comparer, false).score }))
    .filter(({ score }) => score > WORTH_ASKING / 2)
    .sort((a, b) => b.score - a.score);
  return quick
    .slice(0, FINALISTS)
    .map(({ facts }) => ({ facts, element: facts.element, ...weigh(target, facts, comparer, true) }))
    .sort((a, b) => b.score - a.score);
}

/** Technical clues alone name their elements; a role narrows the search; a target that only gives words may be any element that carries them. */
function candidatesFor(target: Target, index: PageIndex, comparer: Comparer): Facts[] {
  const { role, also } = target;
  if (also && Object.keys(target).length === 1) return index.marked(also);
  const wantsWords =
    target.text !== undefined || role === 'generic' || (Array.isArray(role) && role.includes('generic'));
  const fitting =
    role === undefined ? [...index.pointable] : index.pointable.filter((facts) => roleFit(role, facts.role) > 0);
  if (wantsWords) return [...fitting, ...index.texts];
  const name = target.name;
  if (name === undefined || fitting.some((facts) => comparer.compare(name, facts.quickName) >= THRESHOLD))
    return fitting;
  return [
    ...fitting,
    ...index.texts.filter(
      (facts) => comparer.compare(name, facts.quickName) >= THRESHOLD && looksClickable(facts.element),
    ),
  ];
}

/** A plain element that reacts to clicks without saying so: the pointer is all that shows it. */
function looksClickable(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

interface State {
  kind: 'usable' | 'hidden' | 'disabled' | 'covered';
  pointAt?: Element | undefined;
  opener?: Element | undefined;
}

function stateOf(element: Element, { owns }: LocateContext): State {
  const pointAt = visibleProxy(element);
  if (!pointAt) {
    const opener = openerOf(element);
    return opener ? { kind: 'usable', pointAt: element, opener } : { kind: 'hidden' };
  }
  if (isDisabled(element)) return { kind: 'disabled' };
  return isSeen(pointAt) && isCovered(pointAt, owns) ? { kind: 'covered' } : { kind: 'usable', pointAt };
}

/** A button and the icon inside it, a label and its field: the same thing twice is not two things. */
function innermost<T extends { one: Weighed; state: State }>(found: readonly T[]): T[] {
  return found.filter(
    ({ one }) => !found.some((other) => other.one !== one && isSameThing(other.one, one) && outranks(other.one, one)),
  );
}

function isSameThing(a: Weighed, b: Weighed): boolean {
  const control = b.element instanceof HTMLLabelElement ? b.element.control : null;
  return a.element.contains(b.element) || b.element.contains(a.element) || control === a.element;
}

function outranks(a: Weighed, b: Weighed): boolean {
  if (Math.abs(a.score - b.score) > MARGIN) return a.score > b.score;
  const [control, other] = [a, b].map(({ element }) =>
    element.matches('a[href], button, input, select, textarea, [role=button], [role=link]'),
  );
  if (control !== other) return control === true;
  return a.score === b.score ? a.element.contains(b.element) : a.score > b.score;
}

function inReadingOrder<T extends { one: Weighed }>(found: readonly T[]): T[] {
  return [...found].sort((a, b) =>
    a.one.element.compareDocumentPosition(b.one.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

function plain({ element, score, evidence }: Weighed): Candidate {
  return { element, score, evidence };
}
