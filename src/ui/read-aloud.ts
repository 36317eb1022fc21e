import { html, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Speech } from '../speech/types';
import { plainText } from './rich-text';

/** Drawn, not a character: old machines have no font for it. */
const LOUDSPEAKER = html`<svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2"><path d="M2 6v6h3l4 4V2L5 6zM12 6a4 4 0 0 1 0 6M14 3a8 8 0 0 1 0 12" /></svg>`;

/** A button that says these texts aloud, one after the other; where there is no French voice it says so instead. */
export function readAloud(speech: Speech, ...texts: readonly (string | undefined)[]): TemplateResult {
  const spoken = texts
    .filter((text) => text !== undefined)
    .map(plainText)
    .join('\n');
  const listen = (event: Event): void => {
    if (!event.isTrusted) return;
    const note = (event.currentTarget as HTMLElement).nextElementSibling;
    speech.speak(spoken, () => {
      if (note) note.textContent = i18n.t('speech.noVoice');
    });
  };
  return html`<span class="row"
    ><button class="button listen" type="button" @click=${listen}>${LOUDSPEAKER} ${i18n.t('speech.listen')}</button
    ><span class="quiet" role="status"></span
  ></span>`;
}
