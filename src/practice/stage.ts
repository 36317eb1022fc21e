import type { Live, Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import type { SiteExercises } from './catalogue';
import type { Answers, Exercise, Help } from './exercise';
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
  /** The exercise went on to another page: « Précédent » of the browser comes back to the one before. */
  moved(exercise: Exercise, answers: Answers): void;
  /** Another level of help was chosen: it holds on the pages that are come back to as well. */
  helped(help: Help): void;
  /** Starts again from one of the pages that were opened. */
  again(exercise: Exercise, visit: number): void;
  lookBack(exercise: Exercise, answers: Answers): void;
}

/** A screen that is open until the signal aborts. */
export type Screen = (signal: AbortSignal) => void;
