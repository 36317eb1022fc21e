import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Guide, Step } from '../schema';
import { peopleView } from '../ui/people-view';
import { press } from '../ui/press';
import { readAloud } from '../ui/read-aloud';
import { richText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';
import type { Shown } from './shown';
import { count } from './steps';

export interface BubbleActions {
  back: (() => void) | undefined;
  next: () => void;
  choose: (step: string) => void;
  lost: () => void;
  other: () => void;
  thisOne: () => void;
  people: () => void;
  leave: () => void;
}

/** One instruction at a time: what to do, why, what happens next, and whether something is sent. */
export function bubbleView(
  tools: Tools,
  guide: Guide,
  step: Step,
  shown: Shown,
  actions: BubbleActions,
): TemplateResult {
  const { speech, settings } = tools;
  return html`<section class="card bubble" data-panel aria-labelledby="step-title">
    <p class="quiet guide-title" id="step-title" tabindex="-1">${guide.title}${counted(guide, step)}</p>
    ${shown.panel === 'people' ? peopleView(tools.pack.people, settings.value, speech) : instruction(step, shown)}
    ${settings.value.readAloud ? readAloud(speech, ...spokenTexts(step, shown)) : nothing} ${buttons(tools, step, shown, actions)}
  </section>`;
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
      return html`<p class="careful">${i18n.t('guide.notFound')}</p>`;
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

function buttons(tools: Tools, step: Step, shown: Shown, actions: BubbleActions): TemplateResult {
  const button = (words: string, act: () => void, look = ''): TemplateResult =>
    html`<button class="button ${look}" type="button" @click=${press(tools.surface, act)}>${words}</button>`;
  return html`<div class="column actions">
    ${step.choices?.map((choice) => button(choice.label, () => actions.choose(choice.goto), 'button-main'))}
    ${shown.kind === 'asking' ? html`${button(i18n.t('guide.yesThis'), actions.thisOne, 'button-main')}${button(i18n.t('guide.notThis'), actions.other)}` : nothing}
    <div class="row">
      ${actions.back ? button(i18n.t('guide.back'), actions.back) : nothing}
      ${step.choices ? nothing : button(nextWords(step, shown), actions.next, shown.filled || shown.kind === 'words' ? 'button-main' : '')}
    </div>
    ${step.sends === 'sends' && tools.reread ? button(i18n.t('reread.button'), tools.reread) : nothing}
    <div class="row">
      ${button(i18n.t('guide.lost'), actions.lost, 'button-plain')}
      ${button(shown.panel === 'people' ? i18n.t('guide.backToStep') : i18n.t('dock.people'), actions.people, 'button-plain')}
      ${button(i18n.t('guide.leave'), actions.leave, 'button-plain')}
    </div>
  </div>`;
}

function nextWords(step: Step, shown: Shown): string {
  return step.done.on === 'person' || shown.filled ? i18n.t('guide.done') : i18n.t('guide.next');
}
