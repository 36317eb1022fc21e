import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { settingOf } from '../catalogue';
import type { KeptExercise } from '../kept-exercise';
import type { ChooseProps } from './choose-view';

/** Going on with an exercise that was put aside on this machine or in a file; forgetting it, at one click, with a way back. */
export function keptView(props: ChooseProps): TemplateResult {
  const { canKeep, kept, canUndo, onForget, onUndo, onFile } = props;
  const open = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again once it is mended.
    input.value = '';
    if (file) onFile(file);
  };
  return html`<details ?open=${kept.length > 0 || canUndo}>
    <summary>${i18n.t('practice.resumeTitle')}</summary>
    ${canKeep ? nothing : html`<p>${i18n.t('practice.keepOff')}</p>`}
    <ul class="kept">${kept.map((one) => keptLine(props, one))}</ul>
    <div class="row">
      ${canUndo ? html`<button class="button" type="button" id="undo" @click=${onUndo}>${i18n.t('practice.undo')}</button>` : nothing}
      ${kept.length > 1 ? html`<button class="button" type="button" @click=${() => onForget()}>${i18n.t('practice.forgetAll')}</button>` : nothing}
    </div>
    <label>${i18n.t('practice.openFile')} <input type="file" accept=".json,application/json" @change=${open} /></label>
  </details>`;
}

function keptLine({ catalogue, onResume, onForget }: ChooseProps, kept: KeptExercise): TemplateResult {
  const title = settingOf(catalogue, kept.exercise)?.guide.title ?? '';
  const { nickname } = kept;
  return html`<li class="row">
    <span><strong>${nickname}</strong> – ${title} – ${kept.keptOn.split('-').reverse().join('/')}</span>
    <button class="button" type="button" aria-label=${i18n.t('practice.resumeThis', [nickname])} @click=${() => onResume(kept)}>${i18n.t('practice.resume')}</button>
    <button class="button" type="button" aria-label=${i18n.t('practice.forgetThis', [nickname])} @click=${() => onForget(nickname)}>${i18n.t('practice.forget')}</button>
  </li>`;
}
