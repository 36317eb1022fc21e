import { render } from 'lit/html.js';
import type { Setting } from './catalogue';
import type { Answers, Exercise } from './exercise';
import { keepActions } from './keep-actions';
import { reviewExercise } from './review';
import type { Stage } from './stage';
import { reviewView } from './views/review-view';

/** The screen at the end: what would have been sent, what would have happened, what to change. */
export function openReview(
  stage: Stage,
  setting: Setting,
  exercise: Exercise,
  answers: Readonly<Answers>,
  signal: AbortSignal,
): void {
  const { app, settings, speech, isPlayable } = stage;
  const review = reviewExercise(exercise, answers, setting.pages, setting.key);
  const draw = (news = ''): void => {
    if (signal.aborted) return;
    const props = {
      setting,
      exercise,
      review,
      speech,
      canRead: settings.value.readAloud,
      keeping: keepActions({
        settings: settings.value,
        isPlayable,
        setting,
        exercise: () => exercise,
        answers,
        say: draw,
      }),
      news,
      onAgain: (visit: number) => stage.again(exercise, visit),
      onOther: () => stage.choose(),
      onPrint: () => window.print(),
    };
    render(reviewView(props), app);
  };
  settings.onChange(() => draw(), signal);
  draw();
  window.scrollTo(0, 0);
  app.querySelector<HTMLElement>('h1')?.focus();
}
