import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { settingOf } from '../catalogue';
import type { KeptExercise } from '../kept-exercise';
import type { ChooseProps } from './choose-view';

/** Going on with an exercise that was put aside on this machine or in a file; forgetting it, at one click, with a way back. */
export function keptView(props: ChooseProps): TemplateResult {
  const { canKeep, kept, lost, canUndo, onForget, onUndo, onFile } = props;
  const open = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again once it is mended.
    input.value = '';
    if (file) onFile(file);
  };
  return html`<details ?open=${kept.length + lost.length > 0 || canUndo}>
    <summary>${i18n.t('practice.resumeTitle')}</summary>
    ${canKeep ? nothing : html`<p>${i18n.t('practice.keepOff')}</p>`}
    <ul class="kept">${kept.map((one) => keptLine(props, one))}</ul>
    ${lost.length > 0 ? lostView(props) : nothing}
    <div class="row">
      ${canUndo ? html`<button class="button" type="button" id="undo" @click=${onUndo}>${i18n.t('practice.undo')}</button>` : nothing}
      ${kept.length + lost.length > 1 ? html`<button class="button" type="button" @click=${() => onForget()}>${i18n.t('practice.forgetAll')}</button>` : nothing}
    </div>
    <label>${i18n.t('practice.openFile')} <input type="file" accept=".json,application/json" @change=${open} /></label>
  </details>`;
}

/** Two people may have taken the same nickname: the errand and the person of the exercise tell them apart. */
function keptLine({ catalogue, onResume, onForget }: ChooseProps, kept: KeptExercise): TemplateResult {
  const { guide, person } = settingOf(catalogue, kept.exercise) ?? {};
  const title = guide?.title ?? '';
  const what = person ? i18n.t('practice.keptWith', [title, person.name]) : title;
  const { nickname } = kept;
  return html`<li class="row">
    <span><strong>${nickname}</strong> – ${i18n.t('practice.keptLine', [what, kept.keptOn.split('-').reverse().join('/')])}</span>
    <button class="button" type="button" aria-label=${i18n.t('practice.resumeThis', [nickname, what])} @click=${() => onResume(kept)}>${i18n.t('practice.resume')}</button>
    <button class="button" type="button" aria-label=${i18n.t('practice.forgetThis', [nickname, what])} @click=${() => onForget(kept)}>${i18n.t('practice.forget')}</button>
  </li>`;
}

/** What can no longer be read: said with the reason, and erased from here. */
function lostView({ lost, onForget }: ChooseProps): TemplateResult {
  return html`<p class="label">${i18n.t('practice.unreadTitle')}</p>
    <ul class="kept lost">
      ${lost.map(({ nickname = i18n.t('practice.unreadName'), why, stored }) => {
        const label = i18n.t('practice.forgetThis', [nickname, i18n.t('practice.unreadThis')]);
        return html`<li class="row">
          <span><strong>${nickname}</strong> – ${i18n.t(`practice.unread_${why}`)}</span>
          <button class="button" type="button" aria-label=${label} @click=${() => onForget(stored)}>${i18n.t('practice.forget')}</button>
        </li>`;
      })}
    </ul>`;
}
