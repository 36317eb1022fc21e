import { html, type TemplateResult } from 'lit/html.js';
import type { Surface } from './surface';

export interface AlertDialog {
  /** Severity, for the look only: the words of `kicker` say it too. */
  tone: 'stop' | 'caution' | 'inform';
  /** How serious it is, in words above the title. */
  kicker: string;
  title: string;
  body: TemplateResult;
  /** Buttons, the safest first. */
  actions: TemplateResult;
  /** The Escape key: as if nothing had been pressed. */
  onEscape: () => void;
}

export const DIALOG_CSS = `
dialog { border-top-width: 10px; }
dialog.stop { border-color: var(--stop); border-style: double; border-width: 14px 6px 6px; }
.kicker { font-weight: 700; margin: 0 0 4px; }
.stop .kicker { color: var(--stop); }
dialog.caution { border-color: #7a5200; }
dialog .actions { display: flex; flex-direction: column; gap: 10px; margin-top: 14px; }
`;

/**
 * A modal `alertdialog` (WAI-ARIA 1.2). The native `<dialog>` keeps the focus in, makes the page inert and gives the focus
 * back where it was; the surface opens it.
 */
export function alertDialog(
  surface: Surface,
  { tone, kicker, title, body, actions, onEscape }: AlertDialog,
): TemplateResult {
  const cancel = (event: Event): void => {
    event.preventDefault();
    if (surface.isVisible()) onEscape();
  };
  return html`<dialog
    class=${tone}
    data-panel
    role="alertdialog"
    aria-labelledby="dialog-kicker dialog-title"
    aria-describedby="dialog-body"
    @cancel=${cancel}
  >
    <p id="dialog-kicker" class="kicker">${kicker}</p>
    <h2 id="dialog-title" tabindex="-1" autofocus>${title}</h2>
    <div id="dialog-body">${body}</div>
    <div class="actions">${actions}</div>
  </dialog>`;
}
