import type { ExerciseCheck, Mistake, PersonExercise, PracticePage } from '../schema';
import type { Answers, Exercise } from './exercise';
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
  const given = { ...answers, ...exercise.sent };
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
  const others = checks.flatMap((check) => failed(check, exercise));
  return {
    lines,
    others,
    isSent: exercise.sent !== undefined,
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

/** @returns the mistake when a check that is not about one answer is not met. */
function failed(check: ExerciseCheck, exercise: Exercise): Review['others'] {
  const last = exercise.visits.length - 1;
  switch (check.on) {
    case 'answer':
      return [];
    case 'sent':
      return exercise.sent ? [] : [{ mistake: check.otherwise, visit: last }];
    case 'download':
      return exercise.visits.some(({ downloads }) => downloads.includes(check.file))
        ? []
        : [{ mistake: check.otherwise, visit: last }];
    case 'reach':
      return exercise.visits.some(({ page }) => page === check.page) ? [] : [{ mistake: check.otherwise, visit: last }];
    case 'press':
      return exercise.visits.some(({ presses }) => presses?.includes(check.name))
        ? []
        : [{ mistake: check.otherwise, visit: last }];
    case 'avoid': {
      const visit = exercise.visits.findIndex(({ presses }) => presses?.includes(check.name));
      return visit < 0 ? [] : [{ mistake: check.otherwise, visit }];
    }
    case 'visit': {
      const visit = exercise.visits.findIndex(({ page }) => page === check.page);
      return visit < 0 ? [] : [{ mistake: check.otherwise, visit: Math.max(0, visit - 1) }];
    }
  }
}
