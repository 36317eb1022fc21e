import { i18n } from '#i18n';
import { liveSettings } from '../settings/live-settings';
import { createSpeech } from '../speech/create-speech';
import { asHeard } from '../speech/spoken-form';
import { type SiteExercises, settingOf } from './catalogue';
import { choiceFrom, openChoice } from './choice-screen';
import { openDesk } from './desk-screen';
import { backTo } from './exercise';
import { openReview } from './review-screen';
import type { Screen, Stage } from './stage';

/** Runs « S'entraîner »: choosing an exercise, doing it, looking back on it. Everything stays in this document. */
export function startPractice(app: HTMLElement, catalogue: readonly SiteExercises[]): void {
  const { signal } = new AbortController();
  const settings = liveSettings(signal);
  let open = new AbortController();
  const show = (screen: Screen): void => {
    open.abort();
    open = new AbortController();
    screen(AbortSignal.any([signal, open.signal]));
  };
  const start = choiceFrom(location.hash, catalogue);
  const stage: Stage = {
    app,
    catalogue,
    settings,
    speech: createSpeech(window.speechSynthesis, async (text) => asHeard(text), signal),
    isPlayable: (exercise) => settingOf(catalogue, exercise) !== undefined,
    choose: (news = '') => show((until) => openChoice(stage, start, news, until)),
    play: (exercise, answers) => {
      const setting = settingOf(catalogue, exercise);
      if (!setting) stage.choose(i18n.t('practice.file_gone'));
      else show((until) => openDesk({ stage, setting, exercise, answers, signal: until }));
    },
    again: (exercise, visit) => {
      const back = backTo(exercise, visit);
      stage.play(back, { ...back.visits.at(-1)?.before });
    },
    lookBack: (setting, exercise, answers) => show((until) => openReview(stage, setting, exercise, answers, until)),
  };
  const resize = (): void => {
    document.documentElement.dataset.size = settings.value.textSize;
  };
  settings.onChange(resize, signal);
  resize();
  stage.choose();
}
