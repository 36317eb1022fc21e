import { i18n } from '#i18n';
import { keep } from '../session/kept-exercises';
import type { Settings } from '../settings/types';
import { localDay } from '../ui/local-day';
import { type Setting, secretsOf } from './catalogue';
import type { Answers, Exercise } from './exercise';
import { saveExercise } from './exercise-file';
import { type IsPlayable, readKept, toKeep } from './kept-exercise';
import { looksReal } from './real-data';
import type { KeepActions } from './views/keep-view';

interface Keeping {
  settings: Settings;
  isPlayable: IsPlayable;
  setting: Setting;
  exercise: () => Exercise;
  answers: Answers;
  say: (news: string) => void;
}

/** Puts an exercise aside when the person asks, and says what came of it. */
export function keepActions({ settings, isPlayable, setting, exercise, answers, say }: Keeping): KeepActions {
  return {
    canKeep: settings.keepExercises,
    onKeep: (nickname, where) => {
      const real = looksReal(nickname);
      if (real) return say(i18n.t(`practice.refuse_${real}`));
      if (nickname === '') return say(i18n.t('practice.nicknameMissing'));
      const keptOn = localDay(new Date());
      const clean = toKeep({ nickname, keptOn, exercise: exercise(), answers }, secretsOf(setting.pages));
      // What could not be read again is not kept: it would be lost, and nobody told.
      const reading = readKept(clean, isPlayable);
      if (reading.kind === 'refused')
        return say(i18n.t(reading.why === 'tooLong' ? 'practice.keepTooLong' : 'practice.notKept'));
      if (where === 'file') {
        saveExercise(clean);
        return say(i18n.t('practice.keptFile'));
      }
      keep(clean).then(
        (isInstead) => say(i18n.t(isInstead ? 'practice.keptInstead' : 'practice.kept', [nickname])),
        () => say(i18n.t('practice.notKept')),
      );
    },
  };
}
