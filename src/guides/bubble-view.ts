import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Guide, Step } from '../schema';
import { peopleView } from '../ui/people-view';
import { press } from '../ui/press';
import { readAloud } from '../ui/read-aloud';
import { richText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';
import type { Progress } from './progress';
import type { Shown } from './shown';
import { canGoBack, count } from './steps';

export interface BubbleActions {
  back: () => void;
  next: () => void;
  choose: (step: string) => void;
  lost: () => void;
  other: () => void;
  /** The person says that this is the element. */
  thisOne: (element: Element) => void;
  showTarget: () => void;
  people: () => void;
  leave: () => void;
  finish: () => void;
}

export interface BubbleProps {
  guide: Guide;
  step: Step;
  progress: Progress;
  shown: Shown;
  actions: BubbleActions;
}

/** One instruction at a time: what to do, why, what happens next, and whether something is sent. */
export function bubbleView(tools: Tools, props: BubbleProps): TemplateResult {
  const { speech, settings, surface } = tools;
  const { guide, step, shown, actions } = props;
  return html`<section class="card bubble" data-panel aria-labelledby="step-title">
    <p class="quiet guide-title" id="step-title" tabindex="-1">${guide.title}${counted(guide, step)}</p>
    <p class="careful" data-away hidden>
      ${i18n.t('guide.away')}
      <button class="button" type="button" @click=${press(surface, actions.showTarget)}>${i18n.t('guide.showIt')}</button>
    </p>
    ${shown.panel === 'people' ? peopleView(tools.pack.people, settings.value, speech) : instruction(step, shown)}
    ${shown.kind === 'unknown-page' && shown.panel === 'step' ? startLink(tools, guide) : nothing}
    ${props.progress.trail.length === 0 && shown.panel === 'step' ? prepare(guide) : nothing}
    ${settings.value.readAloud ? readAloud(speech, ...spokenTexts(step, shown)) : nothing} ${buttons(tools, props)}
  </section>`;
}

/** The person goes there themselves. On a practice page there is nowhere else to go. */
function startLink({ page }: Tools, guide: Guide): TemplateResult | typeof nothing {
  if (!page.document.location.protocol.startsWith('http')) return nothing;
  return html`<p><a href=${guide.start}>${i18n.t('guide.toStart')}</a></p>`;
}

function prepare({ prepare: papers = [] }: Guide): TemplateResult | typeof nothing {
  if (papers.length === 0) return nothing;
  return html`<details><summary>${i18n.t('guide.prepare')}</summary><ul>${papers.map((paper) => html`<li>${paper}</li>`)}</ul></details>`;
}

function counted(guide: Guide, step: Step): string {
  const numbers = count(guide, step);
  return numbers ? ` – ${i18n.t('guide.count', [String(numbers.now), String(numbers.of)])}` : '';
}

function instruction(step: Step, shown: Shown): TemplateResult {
  return html`${place(shown)}
    <div class="big">${richText(step.do)}</div>
    <div data-hint></div>
    ${shown.kind !== 'pointed' && step.where ? html`<div>${richText(step.where)}</div>` : nothing}
    ${shown.panel === 'lost' ? lostWords(step, shown) : nothing}
    ${step.why ? html`<div class="quiet">${richText(step.why)}</div>` : nothing}
    ${step.next ? html`<div>${richText(step.next)}</div>` : nothing} ${sends(step)}
    ${shown.filled ? html`<p class="calm">${i18n.t('guide.filled')}</p>` : nothing}`;
}

/** Says honestly what we see: pointing, folded away, not found, or an unknown page. */
function place(shown: Shown): TemplateResult | typeof nothing {
  switch (shown.kind) {
    case 'pointed':
      return shown.folded ? html`<p class="careful">${i18n.t('guide.folded')}</p>` : nothing;
    case 'chosen':
      return html`<p class="careful">${i18n.t('guide.chosen')}</p>`;
    case 'asking':
      return html`<p class="careful">${i18n.t('guide.isItThis')}</p>`;
    case 'looking':
      return html`<p class="quiet">${i18n.t('guide.looking')}</p>`;
    case 'not-found':
      return html`<p class="careful">${i18n.t(shown.grey ? 'guide.grey' : 'guide.notFound')}</p>`;
    case 'unknown-page':
      return html`<p class="careful">${i18n.t('guide.unknownPage')}</p>`;
    case 'words':
      return nothing;
  }
}

function lostWords(step: Step, shown: Shown): TemplateResult {
  return html`<div class="careful">
    ${step.where && shown.kind === 'pointed' ? richText(step.where) : nothing}
    ${shown.kind === 'pointed' ? html`<p>${i18n.t('guide.lookAtRing')}</p>` : nothing}
    ${step.trouble?.map((one) => html`<p><strong>${one.when}</strong></p>${richText(one.do)}`)}
    <p>${i18n.t('guide.lostAdvice')}</p>
  </div>`;
}

function sends(step: Step): TemplateResult | typeof nothing {
  if (step.sends === 'nothing') return html`<p class="calm">${i18n.t('guide.nothingSent')}</p>`;
  return step.sends === 'sends' ? html`<p class="careful">${i18n.t('guide.thisSends')}</p>` : nothing;
}

function spokenTexts(step: Step, shown: Shown): (string | undefined)[] {
  const sent =
    step.sends === 'nothing'
      ? i18n.t('guide.nothingSent')
      : step.sends === 'sends'
        ? i18n.t('guide.thisSends')
        : undefined;
  return [
    shown.kind === 'unknown-page' ? i18n.t('guide.unknownPage') : undefined,
    step.do,
    shown.kind === 'pointed' ? undefined : step.where,
    step.why,
    step.next,
    sent,
  ];
}

function buttons(tools: Tools, { guide, step, progress, shown, actions }: BubbleProps): TemplateResult {
  const button = (words: string, act: () => void, look = ''): TemplateResult =>
    html`<button class="button ${look}" type="button" @click=${press(tools.surface, act)}>${words}</button>`;
  const { pointAt } = shown;
  const hasBack = canGoBack(guide, progress, tools.page.isOn);
  return html`<div class="column actions">
    ${step.choices?.map((choice) => button(choice.label, () => actions.choose(choice.goto), 'button-main'))}
    ${shown.kind === 'asking' && pointAt ? html`${button(i18n.t('guide.yesThis'), () => actions.thisOne(pointAt), 'button-main')}${button(i18n.t('guide.notThis'), actions.other)}` : nothing}
    ${step.sends === 'sends' && tools.settings.value.reread && tools.reread ? button(i18n.t('reread.button'), tools.reread.show) : nothing}
    ${button(shown.panel === 'people' ? i18n.t('guide.backToStep') : i18n.t('dock.people'), actions.people, 'button-plain')}
    </div>
    <div class="foot">
      <div class="row">
        ${hasBack ? button(i18n.t('guide.back'), actions.back) : nothing}
        ${step.choices ? nothing : button(nextWords(step, shown), actions.next, shown.filled || shown.kind === 'words' ? 'button-main' : '')}
      </div>
      <div class="row">
        ${button(i18n.t('guide.lost'), actions.lost, 'button-plain')}
        ${button(i18n.t('guide.leave'), actions.leave, 'button-plain')}
      </div>
    </div>`;
}

function nextWords(step: Step, shown: Shown): string {
  return step.done.on === 'person' || shown.filled ? i18n.t('guide.done') : i18n.t('guide.next');
}
