import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { press } from '../ui/press';
import { readAloud } from '../ui/read-aloud';
import type { Tools } from '../ui/tools';
import { isField } from './fields';
import { closedFrames, frameOf, linesOf, type OtherFrames, withFrames } from './frames';
import { printAlone } from './print-frame';
import { type Marks, sheetLines, sheetOnPaper, sheetWords, spokenLines } from './reread-view';
import { type Line, type RereadSheet, readLines, wordsIn } from './sheet';
import { readingOrder } from './walk';

/** « Relire ensemble ». */
export interface RereadControl {
  /** Reads the page and shows the sheet; only ever called on the person's click. */
  show(): void;
  /** @returns whether there is a field on the page, or a frame that may hold some. */
  hasFields(): boolean;
}

/** ms; a frame that has not answered by then is one that we cannot read. */
const FRAMES_ANSWER = 1_500;

/** Events that tell what is typed. */
const TYPING = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionupdate', 'compositionend', 'paste'];

/**
 * A sheet of everything filled on this page, to read over before sending. It exists between this click and its closing,
 * in the memory of this tab only: it is never stored, never sent, and its answers are never read aloud.
 */
export function startReread(tools: Tools, others: OtherFrames | undefined, signal: AbortSignal): RereadControl {
  const { surface, page } = tools;
  let sheet: RereadSheet | undefined;
  const shown = new Set<Line>();
  const ticked = new Set<Line>();
  let open = new AbortController();
  let isDressed = false;
  const close = (): void => {
    open.abort();
    sheet = undefined;
    shown.clear();
    ticked.clear();
    tools.speech.stop();
    surface.show('dialog', nothing);
  };
  const flip = (lines: Set<Line>, line: Line): void => {
    if (!lines.delete(line)) lines.add(line);
    draw();
  };
  const reveal = async (line: Line): Promise<void> => {
    if (!shown.has(line)) await line.bring?.();
    flip(shown, line);
  };
  const acts: Marks['acts'] = {
    toggle: (line) => press(surface, () => void reveal(line)),
    tick: (line) => flip(ticked, line),
  };
  const marks = { shown, ticked, acts };
  const note = (focused = ''): HTMLTextAreaElement | null =>
    surface.element('dialog').querySelector(`textarea${focused}`);
  const print = press(surface, () => {
    const place = surface.element('dialog').querySelector('dialog');
    if (!sheet || !place) return;
    const paper = tools.pack.lateStyles?.paper ?? '';
    printAlone(place, i18n.t('reread.title'), paper, sheetOnPaper(sheet, marks, note()?.value ?? ''));
  });
  const draw = (): void => {
    if (sheet) surface.show('dialog', dialogView(tools, { sheet, marks, print, close }));
  };
  const dress = (): void => {
    const { lateStyles } = tools.pack;
    if (isDressed || !lateStyles) return;
    isDressed = true;
    surface.adopt(lateStyles.reread);
  };
  const show = (): void => {
    open.abort();
    open = new AbortController();
    dress();
    const own = readLines(tools, i18n.t('reread.siteSaysWrong'));
    const follow = (lines: readonly Line[], unread: number): void => {
      sheet = { lines, words: wordsIn(tools, lines), unread };
      draw();
    };
    follow(own, 0);
    askFrames({ tools, others, own, follow, signal: AbortSignal.any([signal, open.signal]) });
  };
  signal.addEventListener('abort', () => sheet && close(), { once: true });
  // What is written in the note is not for the page, whose own listeners hear every key on its way to us.
  for (const type of TYPING)
    page.document.defaultView?.addEventListener(
      type,
      (event) => surface.owns(event) && note(':focus') && event.stopImmediatePropagation(),
      { capture: true, signal },
    );
  // A page kept for « Précédent » must not come back with the sheet open, perhaps for somebody else.
  page.document.defaultView?.addEventListener('pagehide', () => sheet && close(), { signal });
  return {
    show,
    hasFields: () =>
      [...readingOrder(page.document, page.owns)].some(isField) || closedFrames(page.document, page.owns).length > 0,
  };
}

interface Asking {
  tools: Tools;
  others: OtherFrames | undefined;
  own: readonly Line[];
  follow: (lines: readonly Line[], unread: number) => void;
  signal: AbortSignal;
}

/** Adds what the other frames of the page answer, where they stand; those that never answer are counted. */
function askFrames({ tools: { page }, others, own, follow, signal }: Asking): void {
  const frames = closedFrames(page.document, page.owns);
  if (frames.length === 0) return;
  const silent = new Set(frames);
  const inside: Line[] = [];
  let isLate = others === undefined;
  const tell = (): void => follow(withFrames(page.document, own, inside), isLate ? silent.size : 0);
  if (!others) {
    tell();
    return;
  }
  others.read((reading) => {
    const frame = frameOf(reading, frames);
    if (frame) silent.delete(frame);
    inside.push(...linesOf(reading, others, frame));
    tell();
  }, signal);
  setTimeout(() => {
    isLate = true;
    if (!signal.aborted && silent.size > 0) tell();
  }, FRAMES_ANSWER);
}

interface DialogProps {
  sheet: RereadSheet;
  marks: Marks;
  print: (event: Event) => void;
  close: () => void;
}

function dialogView({ surface, settings, speech }: Tools, props: DialogProps): TemplateResult {
  const { sheet, marks, print, close } = props;
  const cancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  const spoken = [i18n.t('reread.intro'), i18n.t('reread.thisPage'), ...spokenLines(sheet)];
  return html`<dialog class="reread" data-panel aria-labelledby="reread-title" @cancel=${cancel}>
    <h2 id="reread-title" tabindex="-1" autofocus>${i18n.t('reread.title')}</h2>
    <p>${i18n.t('reread.intro')}</p>
    <p>${i18n.t('reread.thisPage')}</p>
    <p class="quiet" role="status">${countWords(sheet)}</p>
    ${settings.value.readAloud && sheet.lines.length > 0 ? readAloud(speech, ...spoken) : nothing}
    ${sheetLines(sheet, marks)}
    <label>${i18n.t('reread.note')}<textarea rows="3" autocomplete="off" spellcheck="false"></textarea></label>
    ${sheetWords(sheet)}
    <div class="row end">
      <button class="button button-main" type="button" @click=${press(surface, close)}>${i18n.t('reread.close')}</button>
      ${sheet.lines.length > 0 ? html`<button class="button" type="button" @click=${print}>${i18n.t('reread.print')}</button>` : nothing}
    </div>
  </dialog>`;
}

function countWords({ lines, unread }: RereadSheet): string {
  if (lines.length === 0) return unread > 0 ? '' : i18n.t('reread.nothing');
  const empty = lines.filter(({ kind, answer }) => kind === 'text' && answer(false).text === '').length;
  return i18n.t('reread.count', [String(lines.length), String(empty)]);
}
