import { type Answers, type Exercise, type Help, LONGEST_ANSWER, type Visit } from './exercise';
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
export type Refusal = 'notOurs' | 'damaged' | 'tooLong' | 'realData' | 'gone';

/** Something that was put aside on this machine and can no longer be read: it can only be erased. */
export interface Unread {
  /** `undefined` when it may not be shown: it looks real itself. */
  nickname: string | undefined;
  why: Refusal;
}

export type Reading = { kind: 'read'; kept: KeptExercise } | { kind: 'refused'; why: Refusal };

/** Says whether this exercise can be played here: its site, guide and pages exist. */
export type IsPlayable = (exercise: Exercise) => boolean;

/** Characters of a name: of a person, a page, a button. */
const LONGEST_NAME = 300;
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
      visits: exercise.visits.map((visit) => ({
        ...visit,
        before: clean(visit.before),
        ...(visit.sent ? { sent: clean(visit.sent) } : {}),
      })),
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
  const all = sent ? sentFromLast(visits, sent) : visits;
  const texts = [nickname, ...[answers, ...all.flatMap(answersOf)].flatMap((one) => Object.values(one))];
  if (texts.some((text) => text.length > LONGEST_ANSWER)) return refused('tooLong');
  if (texts.some((text) => looksReal(text) !== undefined)) return refused('realData');
  const found: Exercise = { site, guide, person, help, visits: all };
  return isPlayable(found) ? { kind: 'read', kept: { nickname, keptOn, answers, exercise: found } } : refused('gone');
}

/** What was kept by earlier versions says what was sent, not from which page: « reprendre ici » undoes it all. */
function sentFromLast(visits: readonly Visit[], sent: Answers): Visit[] {
  return visits.map((visit, index) => (index === visits.length - 1 ? { ...visit, sent } : visit));
}

function answersOf({ before, sent }: Visit): Answers[] {
  return sent ? [before, sent] : [before];
}

/** @returns what may be said of something that cannot be read. */
export function unread(nickname: string, why: Refusal): Unread {
  const isFine = nickname !== '' && isText(nickname) && looksReal(nickname) === undefined;
  return { nickname: isFine ? nickname : undefined, why };
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
    (value.presses === undefined || (Array.isArray(value.presses) && value.presses.every(isText))) &&
    (value.sent === undefined || isAnswers(value.sent))
  );
}

function isAnswers(value: unknown): value is Answers {
  return isRecord(value) && Object.values(value).every((answer) => typeof answer === 'string');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
