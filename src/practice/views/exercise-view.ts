import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Paper, Person } from '../../schema';
import type { Speech } from '../../speech/types';
import { readAloud } from '../../ui/read-aloud';
import { richText } from '../../ui/rich-text';
import type { Setting } from '../catalogue';
import type { Help } from '../exercise';
import { helpChoice } from './help-choice';
import { type KeepActions, keepView } from './keep-view';
import { paperView } from './paper-view';

export interface ExerciseProps {
  setting: Setting;
  /** The person's papers, those that the open page needs first. */
  papers: readonly Paper[];
  /** The first page is behind: the story was read, and makes room for the papers. */
  isUnderWay: boolean;
  help: Help;
  /** Said in the banner: what just would have happened. */
  news: string;
  /** The end is near: the button to the review is made clear. */
  isDone: boolean;
  speech: Speech;
  canRead: boolean;
  keeping: KeepActions;
  onHelp: (help: Help) => void;
  onDone: () => void;
  onLeave: () => void;
  onPrint: () => void;
}

/** Around a practice page: the banner that never goes away, what to do, and the person's papers beside the form. */
export function exerciseView(props: ExerciseProps): TemplateResult {
  const { setting, news, isDone, onDone, onLeave } = props;
  return html`<header class="banner" data-exercise-frame>
      <p class="banner-words">${i18n.t('practice.banner')}</p>
      <div class="row">
        <button class="button ${isDone ? 'button-main' : ''}" type="button" id="done" @click=${onDone}>${i18n.t('practice.done')}</button>
        <button class="button" type="button" @click=${onLeave}>${i18n.t('practice.leave')}</button>
      </div>
      <p class="news" role="status">${news}</p>
    </header>
    <div class="desk">
      ${missionView(props)}
      <div class="work">
        <section class="invented-page" aria-label=${i18n.t('practice.page')} id="page"></section>
      </div>
      ${setting.person ? papersView(props) : nothing}
    </div>`;
}

function missionView({ setting, isUnderWay, help, speech, canRead, keeping, onHelp }: ExerciseProps): TemplateResult {
  const { person, key, guide } = setting;
  const goal = key?.goal ?? guide.summary;
  return html`<aside class="mission" data-exercise-frame aria-label=${i18n.t('practice.mission')}>
    <p class="big">${person ? i18n.t('practice.youAre', [person.name]) : guide.title}</p>
    ${person ? storyView(person, isUnderWay) : nothing}
    ${isUnderWay ? nothing : html`<p class="quiet">${i18n.t('practice.address', [setting.site.pack.site.name])}</p>`}
    <p class="label">${i18n.t('practice.toDo')}</p>
    ${richText(goal)} ${canRead ? readAloud(speech, person?.story, goal) : nothing}
    <details>
      <summary>${i18n.t('practice.more')}</summary>
      ${helpChoice(help, onHelp)} ${keepView(keeping)}
    </details>
  </aside>`;
}

function storyView({ name, story }: Person, isFolded: boolean): TemplateResult {
  if (!isFolded) return html`${richText(story)}`;
  return html`<details><summary>${i18n.t('practice.storyAgain', [name])}</summary>${richText(story)}</details>`;
}

function papersView({ setting, papers, onPrint }: ExerciseProps): TemplateResult {
  const { person } = setting;
  return html`<aside class="papers" data-exercise-frame aria-label=${i18n.t('practice.papers', [person?.name ?? ''])}>
    <h2>${i18n.t('practice.papers', [person?.name ?? ''])}</h2>
    ${papers.map(paperView)}
    <button class="button" type="button" @click=${onPrint}>${i18n.t('practice.printPapers')}</button>
  </aside>`;
}
