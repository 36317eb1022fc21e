import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';

export interface KeepActions {
  /** False where the structure switched it off. */
  canKeep: boolean;
  /** Keeps the exercise under this nickname, on this machine or as a file to take away. */
  onKeep: (nickname: string, where: 'here' | 'file') => void;
}

/** Putting the exercise aside: under a nickname on this machine, or as a file. */
export function keepView({ canKeep, onKeep }: KeepActions): TemplateResult {
  const keep = (where: 'here' | 'file') => (event: Event) => {
    const form = (event.currentTarget as HTMLElement).closest('fieldset');
    onKeep(form?.querySelector('input')?.value.trim() ?? '', where);
  };
  return html`<fieldset class="keep">
    <legend>${i18n.t('practice.keepTitle')}</legend>
    <label
      >${i18n.t('practice.nickname')}
      <input type="text" name="nickname" maxlength="30" autocomplete="off" aria-describedby="nickname-note" />
    </label>
    ${canKeep ? nothing : html`<p>${i18n.t('practice.keepOff')}</p>`}
    <p class="quiet" id="nickname-note">${i18n.t('practice.nicknameNote')}</p>
    <div class="row">
      ${canKeep ? html`<button class="button" type="button" @click=${keep('here')}>${i18n.t('practice.keepHere')}</button>` : nothing}
      <button class="button" type="button" @click=${keep('file')}>${i18n.t('practice.keepFile')}</button>
    </div>
  </fieldset>`;
}
