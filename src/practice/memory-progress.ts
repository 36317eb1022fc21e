import type { Progress, ProgressStore } from '../guides/progress';

/** The progress of a guide in an exercise: in memory only. `onEnd` is told when the guide is through. */
export function memoryProgress(start: Progress | undefined, onEnd: () => void): ProgressStore {
  let progress = start;
  return {
    load: async () => progress,
    save: async (next) => {
      const isEnding = next?.state === 'ended' && progress?.state !== 'ended';
      progress = next;
      if (isEnding) onEnd();
    },
  };
}
