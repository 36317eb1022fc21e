import { i18n } from '#i18n';
import { liveSettings } from '../settings/live-settings';
import { createSpeech } from '../speech/create-speech';
import { asHeard } from '../speech/spoken-form';
import { type SiteExercises, settingOf } from './catalogue';
import { choiceFrom, openChoice } from './choice-screen';
import { openDesk } from './desk-screen';
import { backTo, type Help } from './exercise';
import { openReview } from './review-screen';
import type { Screen, Stage } from './stage';
import { keepTrail, type Place } from './trail';

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
  let help: Help = start.help;
  const showChoice = (news = ''): void => show((until) => openChoice(stage, start, news, until));
  const showPlace = (place: Place): void => {
    if (place.screen === 'choice') showChoice();
    else showExercise(place);
  };
  const showExercise = ({ screen, exercise: left, answers }: Exclude<Place, { screen: 'choice' }>): void => {
    const setting = settingOf(catalogue, left);
    if (!setting) return;
    const exercise = { ...left, help };
    if (screen === 'page')
      show((until) => openDesk({ stage, setting, exercise, answers: { ...answers }, signal: until }));
    else show((until) => openReview(stage, setting, exercise, answers, until));
  };
  const trail = keepTrail(showPlace, signal);
  const goTo = (place: Place): void => {
    trail.add(place);
    showPlace(place);
  };
  const stage: Stage = {
    app,
    catalogue,
    settings,
    speech: createSpeech(window.speechSynthesis, async (text) => asHeard(text), signal),
    isPlayable: (exercise) => settingOf(catalogue, exercise) !== undefined,
    choose: (news) => {
      trail.add({ screen: 'choice' });
      showChoice(news);
    },
    play: (exercise, answers) => {
      help = exercise.help;
      if (settingOf(catalogue, exercise)) goTo({ screen: 'page', exercise, answers });
      else showChoice(i18n.t('practice.file_gone'));
    },
    moved: (exercise, answers) => trail.add({ screen: 'page', exercise, answers }),
    helped: (chosen) => {
      help = chosen;
    },
    again: (exercise, visit) => {
      const back = backTo(exercise, visit);
      stage.play(back, { ...back.visits.at(-1)?.before });
    },
    lookBack: (exercise, answers) => {
      // Who comes back from the end finds the last page as it was left.
      trail.update({ screen: 'page', exercise, answers });
      goTo({ screen: 'review', exercise, answers });
    },
  };
  const resize = (): void => {
    document.documentElement.dataset.size = settings.value.textSize;
  };
  settings.onChange(resize, signal);
  resize();
  showChoice();
}
