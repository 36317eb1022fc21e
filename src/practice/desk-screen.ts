import { render } from 'lit/html.js';
import { i18n } from '#i18n';
import { sheetPath } from '../messages/sheet-address';
import type { Setting } from './catalogue';
import { type Answers, type Exercise, pageNow, sentSoFar } from './exercise';
import { helpSettings } from './help-settings';
import { keepActions } from './keep-actions';
import { papersFor } from './papers-for';
import { type News, type PlayerEvents, playExercise } from './player';
import type { Stage } from './stage';
import { exerciseView } from './views/exercise-view';

interface Desk {
  stage: Stage;
  setting: Setting;
  exercise: Exercise;
  /** Changed in place as the person answers. */
  answers: Answers;
  signal: AbortSignal;
}

/** The screen of an exercise: the practice page in the middle, the frame around it, the engine over it. */
export function openDesk({ stage, setting, exercise: start, answers, signal }: Desk): void {
  const { app, settings, speech, isPlayable } = stage;
  const help = helpSettings(settings, start.help, signal);
  let exercise = start;
  let news = '';
  let isDone = sentSoFar(start) !== undefined;
  const finish = (): void => stage.lookBack(exercise, answers);
  const say = (words: string): void => {
    news = words;
    draw();
  };
  const draw = (): void => {
    if (signal.aborted) return;
    const page = setting.pages.find(({ id }) => id === pageNow(exercise));
    const props = {
      setting,
      papers: papersFor(setting, page),
      isUnderWay: exercise.visits.length > 1,
      help: exercise.help,
      news,
      isDone,
      speech,
      canRead: settings.value.readAloud,
      keeping: keepActions({ settings: settings.value, isPlayable, setting, exercise: () => exercise, answers, say }),
      onHelp: (chosen: Exercise['help']) => {
        exercise = { ...exercise, help: chosen };
        help.choose(chosen);
        stage.helped(chosen);
        draw();
      },
      onDone: finish,
      onLeave: () => stage.choose(),
      onPrint: printPapers,
    };
    render(exerciseView(props), app);
  };
  const events: PlayerEvents = {
    changed: (next, kind) => {
      exercise = { ...next, help: exercise.help };
      isDone ||= kind === 'sent';
      if (kind === 'page') stage.moved(exercise, answers);
      if (kind !== 'press') say(newsOf(kind, exercise));
      // The paper that the new page needs lies on top.
      if (kind === 'page') app.querySelector('.papers')?.scrollTo(0, 0);
    },
    guideEnded: () => {
      isDone = true;
      say(i18n.t('practice.newsEnd'));
    },
    // The sheet of a guide says that something was done; in an exercise nothing was. The review takes its place.
    print: (sheet) => {
      if (sheet.kind === 'guide') finish();
      else window.open(sheetPath(sheet), '_blank', 'noopener');
    },
  };
  draw();
  document.title = i18n.t('practice.tab');
  settings.onChange(draw, signal);
  const banner = app.querySelector<HTMLElement>('.banner');
  if (banner) tellHeight(banner, signal);
  const place = app.querySelector<HTMLElement>('#page');
  if (place) playExercise({ place, setting, exercise, answers, settings: help, speech, signal, events });
}

function newsOf(kind: News, exercise: Exercise): string {
  if (kind === 'download') return i18n.t('practice.newsDownload');
  if (kind === 'nothing') return i18n.t('practice.newsNothing');
  return sentSoFar(exercise) ? i18n.t('practice.newsSent') : '';
}

/** Keeps the banner's height known to the styles, and has our bubbles placed anew when it changes. */
function tellHeight(banner: HTMLElement, signal: AbortSignal): void {
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--exercise-top', `${banner.offsetHeight}px`);
    window.dispatchEvent(new Event('resize'));
  });
  observer.observe(banner);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function printPapers(): void {
  document.documentElement.dataset.print = 'papers';
  window.print();
  delete document.documentElement.dataset.print;
}
