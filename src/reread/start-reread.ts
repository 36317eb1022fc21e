import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { press } from '../ui/press';
import type { Tools } from '../ui/tools';
import { printAlone } from './print-frame';
import { REREAD_CSS, REREAD_PRINT_CSS } from './reread.css';
import { sheetOnPaper, sheetRows, sheetWords } from './reread-view';
import { type Row, shownAnswer } from './rows';
import { makeSheet, type RereadSheet } from './sheet';

/** « Relire ensemble ». */
export interface RereadControl {
  /** Reads the page and shows the sheet; only ever called on the person's click. */
  show(): void;
}

/**
 * A sheet of everything filled on this page, to read over before sending. It exists between this click and its closing,
 * in the memory of this tab only: it is never stored, never sent, and never read aloud.
 */
export function startReread(tools: Tools, signal: AbortSignal): RereadControl {
  const { surface } = tools;
  let sheet: RereadSheet | undefined;
  let shown: ReadonlySet<Row> = new Set();
  surface.adopt(REREAD_CSS);
  const close = (): void => {
    sheet = undefined;
    shown = new Set();
    surface.show('dialog', nothing);
  };
  const toggle = (row: Row): ((event: Event) => void) =>
    press(surface, () => {
      const next = new Set(shown);
      if (!next.delete(row)) next.add(row);
      shown = next;
      draw();
    });
  const print = press(surface, () => {
    const place = surface.element('dialog').querySelector('dialog');
    if (sheet && place) printAlone(place, i18n.t('reread.title'), REREAD_PRINT_CSS, sheetOnPaper(sheet, shown));
  });
  const draw = (): void => {
    if (sheet) surface.show('dialog', dialogView(sheet, { shown, toggle }, print, press(surface, close), close));
  };
  signal.addEventListener('abort', () => sheet && close(), { once: true });
  return {
    show() {
      sheet = makeSheet(tools, i18n.t('reread.siteSaysWrong'));
      draw();
    },
  };
}

function dialogView(
  sheet: RereadSheet,
  reveal: Parameters<typeof sheetRows>[1],
  print: (event: Event) => void,
  closeButton: (event: Event) => void,
  close: () => void,
): TemplateResult {
  const cancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  return html`<dialog class="reread" data-panel aria-labelledby="reread-title" @cancel=${cancel}>
    <h2 id="reread-title" tabindex="-1" autofocus>${i18n.t('reread.title')}</h2>
    <p>${i18n.t('reread.intro')}</p>
    <p>${i18n.t('reread.thisPage')}</p>
    <p class="quiet">${countWords(sheet)}</p>
    ${sheetRows(sheet, reveal)} ${sheetWords(sheet)}
    <div class="row end">
      <button class="button button-main" type="button" @click=${closeButton}>${i18n.t('reread.close')}</button>
      ${sheet.rows.length > 0 ? html`<button class="button" type="button" @click=${print}>${i18n.t('reread.print')}</button>` : nothing}
    </div>
  </dialog>`;
}

function countWords({ rows }: RereadSheet): string {
  if (rows.length === 0) return i18n.t('reread.nothing');
  const empty = rows.filter((row) => row.kind === 'text' && shownAnswer(row, false).text === '').length;
  return i18n.t('reread.count', [String(rows.length), String(empty)]);
}
