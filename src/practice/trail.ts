import type { Answers, Exercise } from './exercise';

/** One place of « S'entraîner » that « Précédent » and « Suivant » of the browser come back to, as it stood then. */
export type Place =
  | { screen: 'choice' }
  | { screen: 'page' | 'review'; exercise: Exercise; answers: Readonly<Answers> };

export interface Trail {
  /** Notes that the person went on to a new place. */
  add(place: Place): void;
  /** Notes how the place that is open stands by now. */
  update(place: Place): void;
}

/**
 * Keeps the browser's history in step with the screens. What stands at each place is in memory only: the history holds
 * its number, and after the page was loaded again it leads to the choice of an exercise.
 */
export function keepTrail(open: (place: Place) => void, signal: AbortSignal): Trail {
  let now = numberOf(history.state) ?? 0;
  const places = new Map<number, Place>();
  history.replaceState({ place: now }, '');
  const follow = ({ state }: PopStateEvent): void => {
    const number = numberOf(state);
    // Somebody wrote another address in the bar: nothing moves.
    if (number === undefined) return;
    now = number;
    open(places.get(number) ?? { screen: 'choice' });
  };
  window.addEventListener('popstate', follow, { signal });
  return {
    add(place) {
      now++;
      places.set(now, copied(place));
      history.pushState({ place: now }, '', addressOf(place));
    },
    update(place) {
      places.set(now, copied(place));
    },
  };
}

/** Each page has an address of its own, as on a site: what is held at a click is looked at again when it changes. */
function addressOf(place: Place): string {
  if (place.screen === 'choice') return '#';
  const { site, guide, visits } = place.exercise;
  return `#${site}/${guide}/${place.screen === 'review' ? 'bilan' : visits.length - 1}`;
}

/** The answers of an exercise change in place; those of a place stay as they were. */
function copied(place: Place): Place {
  return place.screen === 'choice' ? place : { ...place, answers: { ...place.answers } };
}

function numberOf(state: unknown): number | undefined {
  const number = (state as { place?: unknown } | null)?.place;
  return typeof number === 'number' ? number : undefined;
}
