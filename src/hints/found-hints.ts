import type { Found, Located } from '../page/types';
import type { PlacedHint } from '../schema';
import type { Tools } from '../ui/tools';

/** A hint whose field is surely found on the page now. */
export interface FoundHint {
  hint: PlacedHint;
  found: Found;
}

/** Finds the fields of the hints for this page, and reports each change of outcome once. */
export function hintFinder({ pack, page, report }: Tools): () => FoundHint[] {
  const outcomes = new Map<string, Located['kind']>();
  const note = (hint: PlacedHint, located: Located): void => {
    if (outcomes.get(hint.id) === located.kind) return;
    outcomes.set(hint.id, located.kind);
    report({
      kind: 'located',
      site: pack.site.id,
      overlay: hint.id,
      outcome: located.kind,
      score: located.kind === 'found' ? located.score : (located.candidates[0]?.score ?? 0),
      ...(located.kind === 'missing' ? { reason: located.reason } : {}),
    });
  };
  return () =>
    oneEach(
      pack.hints
        .filter(({ pages }) => page.isOn(pages))
        .flatMap((hint) => {
          const located = page.locate(hint.target);
          note(hint, located);
          return located.kind === 'found' && !located.opener ? [{ hint, found: located }] : [];
        }),
    );
}

/** Two hints never speak of one field: the surer one does. */
function oneEach(found: readonly FoundHint[]): FoundHint[] {
  const surest = new Map<Element, FoundHint>();
  for (const one of found) {
    const other = surest.get(one.found.element);
    if (!other || one.found.score > other.found.score) surest.set(one.found.element, one);
  }
  return [...surest.values()];
}

/** @returns the hint whose field an event happened in: the field, its label, or a part of a group. */
export function hintAt(hints: readonly FoundHint[], path: readonly EventTarget[]): FoundHint | undefined {
  return hints.find(({ found }) => path.includes(found.element) || path.includes(found.pointAt));
}
