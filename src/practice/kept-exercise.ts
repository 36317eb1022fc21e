import type { Answers, Exercise, Help, Visit } from './exercise';
import { looksReal } from './real-data';

/** An exercise put aside under a nickname, on this machine or in a file. Nothing in it is about a real person. */
export interface KeptExercise {
  nickname: string;
  /** ISO day. */
  keptOn: string;
  exercise: Exercise;
  answers: Answers;
}

/** Says whether this exercise can be played here: its site, guide and pages exist. */
export type IsPlayable = (exercise: Exercise) => boolean;

/** Characters; a longer answer is no answer of an exercise. */
const LONGEST = 300;
const HELPS: readonly Help[] = ['with', 'less', 'alone'];

/** @returns the exercise as it may be kept: without passwords, and without anything that looks real. */
export function toKeep(kept: KeptExercise, secrets: ReadonlySet<string>): KeptExercise {
  const clean = (answers: Answers): Answers =>
    Object.fromEntries(
      Object.entries(answers).filter(([field, value]) => !secrets.has(field) && looksReal(value) === undefined),
    );
  const { exercise } = kept;
  return {
    ...kept,
    answers: clean(kept.answers),
    exercise: {
      ...exercise,
      visits: exercise.visits.map((visit) => ({ ...visit, before: clean(visit.before) })),
      ...(exercise.sent ? { sent: clean(exercise.sent) } : {}),
    },
  };
}

/** Reads what was kept. @returns `undefined` when it is no exercise of ours, or one that cannot be played any more. */
export function readKept(value: unknown, isPlayable: IsPlayable): KeptExercise | undefined {
  if (!isRecord(value) || !isRecord(value.exercise)) return undefined;
  const { nickname, keptOn, answers, exercise } = value;
  const { site, guide, person, help, visits, sent } = exercise;
  if (!isText(nickname) || !isText(keptOn) || !isAnswers(answers) || !isText(site) || !isText(guide)) return undefined;
  if (!HELPS.includes(help as Help) || !Array.isArray(visits) || visits.length === 0) return undefined;
  if (!visits.every(isVisit) || (sent !== undefined && !isAnswers(sent))) return undefined;
  if (person !== undefined && !isText(person)) return undefined;
  const found: Exercise = { site, guide, person, help: help as Help, visits, sent };
  return isPlayable(found) ? { nickname, keptOn, answers, exercise: found } : undefined;
}

function isVisit(value: unknown): value is Visit {
  return (
    isRecord(value) &&
    isText(value.page) &&
    isAnswers(value.before) &&
    Array.isArray(value.downloads) &&
    value.downloads.every(isText)
  );
}

function isAnswers(value: unknown): value is Answers {
  return isRecord(value) && Object.values(value).every((one) => isText(one) && looksReal(one) === undefined);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
