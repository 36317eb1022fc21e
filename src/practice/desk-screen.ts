import { render } from 'lit/html.js';
import { i18n } from '#i18n';
import { sheetPath } from '../messages/sheet-address';
import type { Setting } from './catalogue';
import { type Answers, type Exercise, sentSoFar } from './exercise';
import { helpSettings } from './help-settings';
import { keepActions } from './keep-actions';
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
  const finish = (): void => stage.lookBack(setting, exercise, answers);
  const say = (words: string): void => {
    news = words;
    draw();
  };
  const draw = (): void => {
    if (signal.aborted) return;
    const props = {
      setting,
      help: exercise.help,
      news,
      isDone,
      speech,
      canRead: settings.value.readAloud,
      keeping: keepActions({ settings: settings.value, isPlayable, setting, exercise: () => exercise, answers, say }),
      onHelp: (chosen: Exercise['help']) => {
        exercise = { ...exercise, help: chosen };
        help.choose(chosen);
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
      if (kind === 'page') history.pushState(...entryOf(exercise));
      if (kind !== 'press') say(newsOf(kind, exercise));
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
  followHistory((visit) => stage.again(exercise, visit), start, signal);
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

/** Each page has an address of its own, as on a site: what is held at a click is looked at again when it changes. */
function entryOf({ site, guide, visits }: Exercise): [state: object, title: string, address: string] {
  const visit = visits.length - 1;
  return [{ visit }, '', `#${site}/${guide}/${visit}`];
}

/** « Précédent » and « Suivant » of the browser move between the pages of the exercise, as they would on a site. */
function followHistory(onBack: (visit: number) => void, exercise: Exercise, signal: AbortSignal): void {
  history.replaceState(...entryOf(exercise));
  const follow = ({ state }: PopStateEvent): void => {
    const visit = (state as { visit?: unknown } | null)?.visit;
    if (typeof visit === 'number') onBack(visit);
  };
  window.addEventListener('popstate', follow, { signal });
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
