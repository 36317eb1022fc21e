import { render } from 'lit/html.js';
import { i18n } from '#i18n';
import { forget, keep, listKept, type Named } from '../session/kept-exercises';
import { firstPage, keyOf, type SiteExercises } from './catalogue';
import { beginExercise, type Exercise } from './exercise';
import { readFile } from './exercise-file';
import { type KeptExercise, readKept, unread } from './kept-exercise';
import type { Stage } from './stage';
import { type Choice, type ChooseProps, chooseView } from './views/choose-view';

/** The screen where an exercise is chosen, begun, resumed or forgotten. */
export function openChoice(stage: Stage, start: Choice, news: string, signal: AbortSignal): void {
  const { app, catalogue, settings, isPlayable } = stage;
  let choice = start;
  let kept: KeptExercise[] = [];
  let lost: ChooseProps['lost'] = [];
  /** What was just forgotten, until the next thing is done: in memory only. */
  let forgotten: Named[] = [];
  const draw = (words = ''): void => {
    if (signal.aborted) return;
    const { keepExercises } = settings.value;
    render(
      chooseView({
        catalogue,
        choice,
        canKeep: keepExercises,
        kept: keepExercises ? kept : [],
        lost: keepExercises ? lost : [],
        canUndo: keepExercises && forgotten.length > 0,
        news: words,
        onChoose: (next) => {
          choice = next;
          draw();
        },
        onBegin: () => {
          const begun = begin(choice);
          if (begun) stage.play(begun, { ...begun.visits[0]?.before });
        },
        onResume: ({ exercise, answers }) => stage.play(exercise, { ...answers }),
        onForget: (going) => void drop(going),
        onUndo: () => void undo(),
        onFile: (file) => void open(file),
      }),
      app,
    );
  };
  const drop = async (going?: Named): Promise<void> => {
    forgotten = await forget(going);
    await refresh(i18n.t('practice.forgotten'));
    app.querySelector<HTMLElement>('#undo')?.focus();
  };
  const undo = async (): Promise<void> => {
    for (const one of forgotten.reverse()) await keep(one);
    forgotten = [];
    await refresh(i18n.t('practice.putBack'));
    app.querySelector<HTMLElement>('.kept .button')?.focus();
  };
  const open = async (file: File): Promise<void> => {
    const found = await readFile(file, isPlayable);
    if (found.kind === 'read') stage.play(found.kept.exercise, { ...found.kept.answers });
    else draw(i18n.t(`practice.file_${found.why}`));
  };
  const refresh = async (words: string): Promise<void> => {
    const found = await listKept().catch(() => []);
    const readings = found.map((stored) => ({ stored, reading: readKept(stored, isPlayable) }));
    kept = readings.flatMap(({ reading }) => (reading.kind === 'read' ? [reading.kept] : []));
    lost = readings.flatMap(({ stored, reading }) =>
      reading.kind === 'refused' ? [{ ...unread(stored.nickname, reading.why), stored }] : [],
    );
    draw(words);
  };
  settings.onChange(({ keepExercises }) => {
    // What was erased because nothing may be kept here is not to come back by « annuler ».
    if (!keepExercises) forgotten = [];
    void refresh('');
  }, signal);
  document.title = i18n.t('practice.tab');
  draw(news);
  window.scrollTo(0, 0);
  void refresh(news);
}

/** @returns the exercise that was chosen, on its first page; `undefined` while something is missing. */
function begin({ site, guide, person, help }: Choice): Exercise | undefined {
  const key = guide && keyOf(person, guide.id);
  const page = site && guide && firstPage(site, guide, key);
  if (!site || !guide || !page) return undefined;
  const given = key?.given ?? {};
  return beginExercise({ site: site.pack.site.id, guide: guide.id, person: person?.id, help, page: page.id, given });
}

/** @returns what an address like `practice.html#caf/declaration` already chooses. */
export function choiceFrom(hash: string, catalogue: readonly SiteExercises[]): Choice {
  const [siteId, guideId] = hash.replace(/^#/, '').split('/');
  const site = catalogue.find(({ pack }) => pack.site.id === siteId);
  const guide = site?.pack.guides.find(({ id }) => id === guideId);
  const person = site?.persons.find(({ exercises }) => exercises.some((one) => one.guide === guideId));
  return { site, guide, person, help: 'with' };
}
