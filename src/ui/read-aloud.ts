import { html, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Speech } from '../speech/types';
import { plainText } from './rich-text';

/** A button that says these texts aloud, one after the other; where there is no French voice it says so instead. */
export function readAloud(speech: Speech, ...texts: readonly (string | undefined)[]): TemplateResult {
  const spoken = texts
    .filter((text) => text !== undefined)
    .map(plainText)
    .join('\n');
  const listen = (event: Event): void => {
    if (!event.isTrusted) return;
    const button = event.currentTarget;
    if (speech.state === 'no-voice' && button instanceof HTMLElement) {
      const note = button.nextElementSibling;
      if (note) note.textContent = i18n.t('speech.noVoice');
      return;
    }
    speech.speak(spoken);
  };
  return html`<span class="row"
    ><button class="button listen" type="button" @click=${listen}><span aria-hidden="true">🔊 </span>${i18n.t('speech.listen')}</button
    ><span class="quiet" role="status"></span
  ></span>`;
}
