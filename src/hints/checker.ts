import { amountsNear } from '../page/shown-amounts';
import type { Target } from '../schema';
import type { Tools } from '../ui/tools';
import { type Around, isToBeSaid } from './checks';
import { firstSeen, readField } from './field-now';
import type { FoundHint } from './found-hints';

/** Which of our own messages apply to which field now. No value is kept. */
export interface Checker {
  /** Messages that apply now, by hint. */
  of(hint: string): readonly string[];
  /** Looks at a value once. @returns the messages that did not apply before. */
  check(at: FoundHint): readonly string[];
  /** The value is final, or is being typed again. */
  settle(hint: string, isFinal: boolean): void;
  /** The fields found now: remembers (as a digest) what was pre-filled, forgets what is gone. */
  follow(hints: readonly FoundHint[]): void;
}

export function createChecker(tools: Tools): Checker {
  const seen = firstSeen();
  const messages = new Map<string, readonly string[]>();
  const settled = new Set<string>();
  const of = (hint: string): readonly string[] => messages.get(hint) ?? [];
  return {
    of,
    check(at) {
      const { id, checks = [] } = at.hint;
      if (checks.length === 0) return [];
      const now = readField(at.found.element);
      const field = { ...now, isChanged: seen.isChanged(id, now.text), isSettled: settled.has(id) };
      const next = checks
        .filter((one) => isToBeSaid(one, field, around(tools, at, one.kind === 'sameAs' ? one.target : undefined)))
        .map(({ message }) => message);
      const before = of(id);
      messages.set(id, next);
      return next.filter((message) => !before.includes(message));
    },
    settle(hint, isFinal) {
      if (isFinal) settled.add(hint);
      else settled.delete(hint);
    },
    follow(hints) {
      for (const { hint, found } of hints) {
        if (hint.checks?.some(({ kind }) => kind === 'changed')) seen.isChanged(hint.id, readField(found.element).text);
      }
      for (const id of messages.keys()) {
        if (!hints.some(({ hint }) => hint.id === id)) messages.delete(id);
      }
    },
  };
}

function around({ pack, page, settings }: Tools, at: FoundHint, other: Target | undefined): Around {
  return {
    amountsNear: (words) => amountsNear(at.found.element.ownerDocument.body, words),
    figureAmounts: (ids) =>
      pack.figures.flatMap(({ id, amount }) => (ids.includes(id) && amount !== undefined ? [amount] : [])),
    structureDomain: settings.value.structure.emailDomain,
    otherText: () => {
      const located = other && page.locate(other);
      return located?.kind === 'found' ? readField(located.element).text : '';
    },
  };
}
