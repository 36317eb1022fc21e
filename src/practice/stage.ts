import type { Live, Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import type { Setting, SiteExercises } from './catalogue';
import type { Answers, Exercise } from './exercise';
import type { IsPlayable } from './kept-exercise';

/** What the three screens of « S'entraîner » share, and how one leads to another. */
export interface Stage {
  app: HTMLElement;
  catalogue: readonly SiteExercises[];
  settings: Live<Settings>;
  speech: Speech;
  isPlayable: IsPlayable;
  /** To the choice of an exercise, with something to say there. */
  choose(news?: string): void;
  play(exercise: Exercise, answers: Answers): void;
  /** Starts again from one of the pages that were opened. */
  again(exercise: Exercise, visit: number): void;
  lookBack(setting: Setting, exercise: Exercise, answers: Answers): void;
}

/** A screen that is open until the signal aborts. */
export type Screen = (signal: AbortSignal) => void;
