import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Mistake } from '../../schema';
import type { Speech } from '../../speech/types';
import { readAloud } from '../../ui/read-aloud';
import { richText } from '../../ui/rich-text';
import type { Setting } from '../catalogue';
import type { Exercise } from '../exercise';
import type { Review, ReviewLine } from '../review';
import { type KeepActions, keepView } from './keep-view';
import { paperView } from './paper-view';

export interface ReviewProps {
  setting: Setting;
  exercise: Exercise;
  review: Review;
  speech: Speech;
  canRead: boolean;
  keeping: KeepActions;
  news: string;
  onAgain: (visit: number) => void;
  onOther: () => void;
  onPrint: () => void;
}

/** The end of an exercise: what would have been sent, what would have happened, what to change. Nobody is marked. */
export function reviewView(props: ReviewProps): TemplateResult {
  const { review, keeping, news, onAgain, onOther, onPrint } = props;
  return html`<header class="banner"><p class="banner-words">${i18n.t('practice.banner')}</p>
      <p class="news" role="status">${news}</p></header>
    <main class="review">
      <h1 tabindex="-1">${i18n.t(review.isSent ? 'practice.reviewTitle' : 'practice.reviewTitleNotSent')}</h1>
      <p class="calm">${i18n.t('practice.reviewCalm')}</p>
      ${summary(props)} ${review.lines.length > 0 ? answersView(props) : nothing}
      ${review.others.map(({ mistake, visit }) => html`<section class="line wrong">${mistakeView(props, mistake, visit)}</section>`)}
      ${stepsView(props)}
      <div class="row screen-only">
        <button class="button button-main" type="button" @click=${() => onAgain(0)}>${i18n.t('practice.startAgain')}</button>
        <button class="button" type="button" @click=${onOther}>${i18n.t('practice.otherExercise')}</button>
        <button class="button" type="button" @click=${onPrint}>${i18n.t('practice.printReview')}</button>
      </div>
      <details class="screen-only"><summary>${i18n.t('practice.keepTitle')}</summary>${keepView(keeping)}</details>
    </main>`;
}

function summary({ review, setting }: ReviewProps): TemplateResult {
  if (!setting.key) return html`<p>${i18n.t('practice.noKey')}</p>`;
  const wrong = review.lines.filter(({ verdict }) => verdict === 'wrong').length + review.others.length;
  const words =
    wrong === 0
      ? i18n.t('practice.allRight')
      : wrong === 1
        ? i18n.t('practice.oneToChange')
        : i18n.t('practice.someToChange', [String(wrong)]);
  return html`<p class="big">${words}</p>`;
}

function answersView(props: ReviewProps): TemplateResult {
  return html`<h2>${i18n.t('practice.answers')}</h2>
    ${props.review.lines.map((line) => lineView(props, line))}`;
}

function lineView(props: ReviewProps, line: ReviewLine): TemplateResult {
  const { question, given, verdict, mistake, visit } = line;
  const word = { right: i18n.t('practice.right'), wrong: i18n.t('practice.wrong'), unmarked: '' }[verdict];
  return html`<section class="line ${verdict}">
    <h3>${question}</h3>
    <p>
      ${given === '' ? i18n.t('practice.empty') : i18n.t('practice.youAnswered', [given])}
      ${word ? html` <strong class="verdict">${word}</strong>` : nothing}
    </p>
    ${mistake ? mistakeView(props, mistake, visit, line) : nothing}
  </section>`;
}

function mistakeView(props: ReviewProps, mistake: Mistake, visit: number, line?: ReviewLine): TemplateResult {
  const { speech, canRead, setting, onAgain } = props;
  const paper = setting.person?.papers.find(({ id }) => id === line?.paper);
  return html`${richText(mistake.explain)}
    <p class="label">${i18n.t('practice.wouldHave')}</p>
    <div class="careful">${richText(mistake.consequence)}</div>
    <p class="label">${i18n.t('practice.toChange')}</p>
    ${richText(mistake.fix)} ${line?.where ? richText(line.where) : nothing}
    ${paper ? html`<details><summary>${i18n.t('practice.seePaper', [paper.title])}</summary>${paperView(paper)}</details>` : nothing}
    <div class="row screen-only">
      <button class="button" type="button" @click=${() => onAgain(visit)}>${i18n.t('practice.againHere')}</button>
      ${canRead ? readAloud(speech, mistake.explain, mistake.consequence, mistake.fix) : nothing}
    </div>`;
}

/** Every page that was opened, to start again from any of them. */
function stepsView({ setting, exercise, onAgain }: ReviewProps): TemplateResult {
  const titleOf = (id: string): string => setting.pages.find((page) => page.id === id)?.title ?? id;
  return html`<details class="screen-only">
    <summary>${i18n.t('practice.steps')}</summary>
    <ol class="column">
      ${exercise.visits.map(
        ({ page }, index) =>
          html`<li><button class="button" type="button" @click=${() => onAgain(index)}>${titleOf(page)}</button></li>`,
      )}
    </ol>
  </details>`;
}
