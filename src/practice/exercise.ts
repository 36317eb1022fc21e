/** How much help is shown: everything, everything but the guide's arrows, or nothing before the end. */
export type Help = 'with' | 'less' | 'alone';
export type Answers = Record<string, string>;

/** One page of an exercise, as it stood when the person arrived there. */
export interface Visit {
  page: string;
  before: Answers;
  /** Files that were downloaded on this page. */
  downloads: string[];
  /** Buttons and links that were used on this page, by their names. */
  presses?: string[] | undefined;
  /** What « envoyer » would have sent from this page. */
  sent?: Answers | undefined;
}

/** An exercise in hand. Plain data: it can be kept, or taken away as a file. */
export interface Exercise {
  site: string;
  guide: string;
  person?: string | undefined;
  help: Help;
  /** The last one is the page that is open now. */
  visits: readonly Visit[];
}

/** Characters of an answer: about a page and a half, more than any letter that is practised here. */
export const LONGEST_ANSWER = 3000;

/** Pages kept for « reprendre ici »; beyond this the oldest but the first are forgotten. */
const MAX_VISITS = 60;

/** @returns an exercise that is about to begin on its first page. */
export function beginExercise(start: Omit<Exercise, 'visits'> & { page: string; given?: Answers }): Exercise {
  const { page, given = {}, ...rest } = start;
  return { ...rest, visits: [{ page, before: { ...given }, downloads: [] }] };
}

/** @returns the page that is open now. */
export function pageNow(exercise: Exercise): string {
  return exercise.visits.at(-1)?.page ?? '';
}

/** @returns the exercise on another page, the answers so far kept for coming back to it. */
export function goTo(exercise: Exercise, page: string, answers: Answers): Exercise {
  const visits: Visit[] = [...exercise.visits, { page, before: { ...answers }, downloads: [] }];
  const [first, second, ...rest] = visits;
  if (visits.length <= MAX_VISITS || !first || !second) return { ...exercise, visits };
  return { ...exercise, visits: [takingIn(first, second), ...rest] };
}

/** @returns a visit that also holds what was done on the next one, which is forgotten. */
function takingIn(visit: Visit, { downloads, presses = [], sent }: Visit): Visit {
  return {
    ...visit,
    downloads: [...visit.downloads, ...downloads],
    presses: [...(visit.presses ?? []), ...presses],
    ...(visit.sent || sent ? { sent: { ...visit.sent, ...sent } } : {}),
  };
}

/** @returns what all the « envoyer » so far would have sent, the last one of each answer; `undefined` when nothing was. */
export function sentSoFar({ visits }: Exercise): Answers | undefined {
  const all = visits.flatMap(({ sent }) => (sent ? [sent] : []));
  return all.length > 0 ? Object.assign({}, ...all) : undefined;
}

/** @returns the exercise as it was on arriving at this visit; what was done there and after it is undone. */
export function backTo(exercise: Exercise, visit: number): Exercise {
  const visits = exercise.visits.slice(0, Math.max(1, visit + 1));
  return {
    ...exercise,
    visits: visits.map((one, index) =>
      index === visits.length - 1 ? { page: one.page, before: one.before, downloads: [] } : one,
    ),
  };
}

/** @returns the exercise with a download noted on the page that is open now. */
export function noteDownload(exercise: Exercise, file: string): Exercise {
  return onPageNow(exercise, (visit) => ({ ...visit, downloads: [...visit.downloads, file] }));
}

/** @returns the exercise with the use of a button or link noted on the page that is open now, once. */
export function notePress(exercise: Exercise, name: string): Exercise {
  return onPageNow(exercise, (visit) => ({ ...visit, presses: [...new Set([...(visit.presses ?? []), name])] }));
}

function onPageNow(exercise: Exercise, change: (visit: Visit) => Visit): Exercise {
  const last = exercise.visits.length - 1;
  return { ...exercise, visits: exercise.visits.map((one, index) => (index === last ? change(one) : one)) };
}

/** @returns the exercise with what would have been sent noted on the page that is open now. */
export function noteSent(exercise: Exercise, answers: Answers): Exercise {
  return onPageNow(exercise, (visit) => ({ ...visit, sent: { ...answers } }));
}
