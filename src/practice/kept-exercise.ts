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

/** Why something is no exercise that can go on here. */
export type Refusal = 'notOurs' | 'damaged' | 'realData' | 'gone';
export type Reading = { kind: 'read'; kept: KeptExercise } | { kind: 'refused'; why: Refusal };

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

/** Reads what was kept, believing nothing of it. @returns the exercise, or why it cannot go on here. */
export function readKept(value: unknown, isPlayable: IsPlayable): Reading {
  if (!isRecord(value) || !isRecord(value.exercise) || !isText(value.nickname)) return refused('notOurs');
  const { nickname, keptOn, answers, exercise } = value;
  const { site, guide, person, help, visits, sent = undefined } = exercise;
  if (!isText(keptOn) || !isText(site) || !isText(guide) || !isHelp(help)) return refused('damaged');
  if (!isAnswers(answers) || (sent !== undefined && !isAnswers(sent))) return refused('damaged');
  if (!Array.isArray(visits) || visits.length === 0 || !visits.every(isVisit)) return refused('damaged');
  if (person !== undefined && !isText(person)) return refused('damaged');
  const texts = [nickname, ...[answers, sent ?? {}, ...visits.map(({ before }) => before)].flatMap(Object.values)];
  if (texts.some((text) => looksReal(text) !== undefined)) return refused('realData');
  const found: Exercise = { site, guide, person, help, visits, sent };
  return isPlayable(found) ? { kind: 'read', kept: { nickname, keptOn, answers, exercise: found } } : refused('gone');
}

function refused(why: Refusal): Reading {
  return { kind: 'refused', why };
}

function isHelp(value: unknown): value is Help {
  return HELPS.some((help) => help === value);
}

function isVisit(value: unknown): value is Visit {
  return (
    isRecord(value) &&
    isText(value.page) &&
    isAnswers(value.before) &&
    Array.isArray(value.downloads) &&
    value.downloads.every(isText) &&
    (value.presses === undefined || (Array.isArray(value.presses) && value.presses.every(isText)))
  );
}

function isAnswers(value: unknown): value is Answers {
  return isRecord(value) && Object.values(value).every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
