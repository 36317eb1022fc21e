import { saveFile } from '../ui/save-file';
import { type IsPlayable, type KeptExercise, type Reading, type Refusal, readKept } from './kept-exercise';

/** Bytes; an exercise is a few kilobytes, a long letter on each of its pages included it is less than this. */
const LARGEST = 1_000_000;

/** Hands an exercise over as a file. */
export function saveExercise(kept: KeptExercise): void {
  saveFile(`exercice-${kept.exercise.guide}.json`, JSON.stringify(kept, undefined, 1), 'application/json');
}

/** @returns the exercise of a file, or why there is none in it that can go on here. */
export async function readFile(
  file: File,
  isPlayable: IsPlayable,
): Promise<Reading | { kind: 'refused'; why: Refusal | 'tooLarge' | 'unreadable' }> {
  if (file.size > LARGEST) return { kind: 'refused', why: 'tooLarge' };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { kind: 'refused', why: 'unreadable' };
  try {
    return readKept(JSON.parse(text), isPlayable);
  } catch {
    return { kind: 'refused', why: 'notOurs' };
  }
}
