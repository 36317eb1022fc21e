import { type IsPlayable, type KeptExercise, readKept } from './kept-exercise';

/** Bytes; an exercise is a few kilobytes. */
const LARGEST = 500_000;

/** Hands an exercise over as a file made here: no address, no network. */
export function saveFile(kept: KeptExercise): void {
  const file = new Blob([JSON.stringify(kept, undefined, 1)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `exercice-${kept.exercise.guide}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @returns the exercise of a file, or `undefined` when the file holds none that can be played here. */
export async function readFile(file: File, isPlayable: IsPlayable): Promise<KeptExercise | undefined> {
  if (file.size > LARGEST) return undefined;
  try {
    return readKept(JSON.parse(await file.text()), isPlayable);
  } catch {
    return undefined;
  }
}
