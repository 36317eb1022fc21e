import type { Block, ExerciseCheck, Mistake, PersonExercise, PracticePage } from '../schema';
import { flatBlocks } from '../schema/practice-blocks';
import { type Answers, type Exercise, sentSoFar } from './exercise';
import { type Question, questionsOf } from './questions';
import { holdsEach, isSameAnswer } from './same-answer';

/** One answer of the exercise, and what is to be said about it. */
export interface ReviewLine {
  question: string;
  /** In the page's words; empty when nothing was answered. */
  given: string;
  verdict: 'right' | 'wrong' | 'unmarked';
  mistake?: Mistake | undefined;
  /** The first right answer, in the page's words. */
  expected?: string | undefined;
  paper?: string | undefined;
  where?: string | undefined;
  /** The visit to start again from. */
  visit: number;
}

export interface Review {
  /** What would have been sent, question by question. */
  lines: ReviewLine[];
  /** What does not hang on one answer: a file not taken, a page not to open, nothing sent. */
  others: { mistake: Mistake; visit: number }[];
  isSent: boolean;
  /** Nothing to change; `false` as well when there is no answer key. */
  isRight: boolean;
}

/** Compares what the person did with the answer key. Pages that were never opened are not held against anyone. */
export function reviewExercise(
  exercise: Exercise,
  answers: Answers,
  pages: readonly PracticePage[],
  key: PersonExercise | undefined,
): Review {
  const sent = sentSoFar(exercise);
  const given = { ...answers, ...sent };
  const seen = exercise.visits.flatMap(({ page }) => pages.filter(({ id }) => id === page));
  const visitOf = (page: string): number =>
    Math.max(
      0,
      exercise.visits.findLastIndex((one) => one.page === page),
    );
  const checks = key?.checks ?? [];
  const lines = questionsOf(seen, given)
    .filter(({ isSecret }) => !isSecret)
    .map((question) => reviewLine(question, given[question.field] ?? '', checks, visitOf(question.page)));
  const others = checks.flatMap((check) => failed(check, exercise, pages));
  return {
    lines,
    others,
    isSent: sent !== undefined,
    isRight: checks.length > 0 && others.length === 0 && lines.every(({ verdict }) => verdict !== 'wrong'),
  };
}

function reviewLine(question: Question, given: string, checks: readonly ExerciseCheck[], visit: number): ReviewLine {
  const line = { question: question.words, given: given === '' ? '' : question.inWords(given), visit };
  const check = checks.find((one) => one.on === 'answer' && one.field === question.field);
  if (check?.on !== 'answer') return { ...line, verdict: 'unmarked' };
  const expected = question.inWords(check.right[0] ?? '');
  const { paper, where } = check;
  if (isRight(given, check)) return { ...line, verdict: 'right', expected, paper, where };
  const known = check.mistakes?.find(({ answers }) => answers.some((one) => isSameAnswer(given, one)));
  return { ...line, verdict: 'wrong', mistake: known ?? check.otherwise, expected, paper, where };
}

function isRight(given: string, { right, holds }: Extract<ExerciseCheck, { on: 'answer' }>): boolean {
  return right.some((one) => isSameAnswer(given, one)) || (holds !== undefined && holdsEach(given, holds));
}

/** @returns the mistake when a check that is not about one answer is not met, and the visit to start again from. */
function failed(check: ExerciseCheck, exercise: Exercise, pages: readonly PracticePage[]): Review['others'] {
  if (check.on === 'answer' || isMet(check, exercise)) return [];
  return [{ mistake: check.otherwise, visit: visitFor(check, exercise, pages) }];
}

type DoingCheck = Exclude<ExerciseCheck, { on: 'answer' }>;

function isMet(check: DoingCheck, exercise: Exercise): boolean {
  const { visits } = exercise;
  switch (check.on) {
    case 'sent':
      return sentSoFar(exercise) !== undefined;
    case 'download':
      return visits.some(({ downloads }) => downloads.includes(check.file));
    case 'reach':
      return visits.some(({ page }) => page === check.page);
    case 'press':
      return visits.some(({ presses }) => presses?.includes(check.name));
    case 'avoid':
      return !visits.some(({ presses }) => presses?.includes(check.name));
    case 'visit':
      return !visits.some(({ page }) => page === check.page);
  }
}

/** What was done too much is undone from where it was done; what was left out is done where the page has what it takes. */
function visitFor(check: DoingCheck, { visits }: Exercise, pages: readonly PracticePage[]): number {
  if (check.on === 'avoid') return visits.findIndex(({ presses }) => presses?.includes(check.name));
  if (check.on === 'visit') return Math.max(0, visits.findIndex(({ page }) => page === check.page) - 1);
  const able = new Set(
    pages.filter(({ blocks }) => [...flatBlocks(blocks)].some((block) => serves(block, check))).map(({ id }) => id),
  );
  const last = visits.findLastIndex(({ page }) => able.has(page));
  return last < 0 ? visits.length - 1 : last;
}

/** @returns whether this button or link is what the check waits for. */
function serves(block: Block, check: Exclude<DoingCheck, { on: 'avoid' | 'visit' }>): boolean {
  if (block.block !== 'button' && block.block !== 'link') return false;
  switch (check.on) {
    case 'sent':
      return block.block === 'button' && block.sends === true;
    case 'download':
      return block.block === 'button' && block.downloads === check.file;
    case 'reach':
      return block.to === check.page;
    case 'press':
      return block.name === check.name;
  }
}
