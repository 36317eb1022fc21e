import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Guide, Person } from '../../schema';
import type { Named } from '../../session/kept-exercises';
import { guidesToPractise, personsFor, type SiteExercises } from '../catalogue';
import type { Help } from '../exercise';
import type { KeptExercise, Unread } from '../kept-exercise';
import { helpChoice } from './help-choice';
import { keptView } from './kept-view';

/** What is chosen so far. */
export interface Choice {
  site?: SiteExercises | undefined;
  guide?: Guide | undefined;
  person?: Person | undefined;
  help: Help;
}

export interface ChooseProps {
  catalogue: readonly SiteExercises[];
  choice: Choice;
  /** False where the structure switched it off. */
  canKeep: boolean;
  kept: readonly KeptExercise[];
  /** What was kept and can no longer be read, as it is stored. */
  lost: readonly (Unread & { stored: Named })[];
  /** Something was just forgotten and can be put back. */
  canUndo: boolean;
  news: string;
  onChoose: (choice: Choice) => void;
  onBegin: () => void;
  onResume: (kept: KeptExercise) => void;
  onForget: (going?: Named) => void;
  onUndo: () => void;
  onFile: (file: File) => void;
}

/** Choosing an exercise: the site, the errand, with whom, with how much help. One question after the other. */
export function chooseView(props: ChooseProps): TemplateResult {
  const { catalogue, choice, news, onChoose, onBegin } = props;
  const { site, guide } = choice;
  return html`<header class="banner"><p class="banner-words">${i18n.t('practice.banner')}</p>
      <p class="news" role="status">${news}</p></header>
    <main class="choose">
      <h1>${i18n.t('practice.title')}</h1>
      <p class="calm">${i18n.t('practice.intro')}</p>
      ${keptView(props)}
      ${question(
        i18n.t('practice.which'),
        catalogue.map((one) => ({
          words: one.pack.site.name,
          isChosen: one === site,
          choose: () => onChoose({ site: one, help: choice.help }),
        })),
      )}
      ${site ? guideQuestion(site, props) : nothing} ${site && guide ? personQuestion(site, guide, props) : nothing}
      ${guide ? helpChoice(choice.help, (help) => onChoose({ ...choice, help })) : nothing}
      ${guide ? html`<button class="button button-main begin" type="button" @click=${onBegin}>${i18n.t('practice.begin')}</button>` : nothing}
    </main>`;
}

function guideQuestion(site: SiteExercises, { choice, onChoose }: ChooseProps): TemplateResult {
  return question(
    i18n.t('practice.errand'),
    guidesToPractise(site).map((guide) => ({
      words: guide.title,
      isChosen: guide === choice.guide,
      choose: () => onChoose({ ...choice, guide, person: personsFor(site, guide.id)[0] }),
    })),
  );
}

function personQuestion(site: SiteExercises, guide: Guide, { choice, onChoose }: ChooseProps): TemplateResult {
  const persons = personsFor(site, guide.id);
  if (persons.length === 0) return html``;
  return question(
    i18n.t('practice.withWhom'),
    persons.map((person) => ({
      words: i18n.t('practice.personLine', [person.name, person.situation]),
      isChosen: person === choice.person,
      choose: () => onChoose({ ...choice, person }),
    })),
  );
}

function question(
  words: string,
  answers: readonly { words: string; isChosen: boolean; choose: () => void }[],
): TemplateResult {
  return html`<fieldset>
    <legend>${words}</legend>
    ${answers.map(
      (answer) =>
        html`<label><input type="radio" name=${words} .checked=${answer.isChosen} @change=${answer.choose} />${answer.words}</label>`,
    )}
  </fieldset>`;
}
