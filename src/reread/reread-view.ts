import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { richText } from '../ui/rich-text';
import type { Line, RereadSheet } from './sheet';

/** Lines drawn on paper for writing by hand. */
const LINES = [1, 2, 3];

/** What the person has asked to see in full and has ticked, and how to do so. On paper there is nothing to do. */
export interface Marks {
  shown: ReadonlySet<Line>;
  ticked: ReadonlySet<Line>;
  acts?: { toggle: (line: Line) => (event: Event) => void; tick: (line: Line) => void } | undefined;
}

/** The questions and answers, in the page's own order and words; what is empty or looks wrong is marked. */
export function sheetLines({ lines, unread }: RereadSheet, marks: Marks): TemplateResult {
  return html`${bySection(lines).map(
    ([section, inside]) =>
      html`${section === '' ? nothing : html`<h3>${section}</h3>`}
        <ol>${inside.map((line) => lineView(line, marks))}</ol>`,
  )}
  ${unread > 0 ? html`<p class="careful">${i18n.t('reread.unread')}</p>` : nothing}`;
}

/** What is read aloud: the questions, and whether they are filled. Never an answer: others may be listening. */
export function spokenLines({ lines }: RereadSheet): string[] {
  return lines.map((line) => {
    const question = line.question || i18n.t('reread.noQuestion');
    const state = `${question} : ${stateWords(line)}`;
    return line.messages.length > 0 ? `${state}. ${i18n.t('reread.toCheck')}` : `${state}.`;
  });
}

function stateWords({ kind, answer }: Line): string {
  if (kind === 'secret') return i18n.t('reread.secret');
  const isEmpty = answer(false).text === '';
  if (kind === 'ticked') return i18n.t(isEmpty ? 'reread.notTicked' : 'reread.isTicked');
  return i18n.t(isEmpty ? 'reread.empty' : 'reread.filled');
}

/** The words of the page explained, underneath. */
export function sheetWords({ words }: RereadSheet): TemplateResult | typeof nothing {
  if (words.length === 0) return nothing;
  return html`<h3>${i18n.t('reread.words')}</h3>
    <dl>${words.map(({ term, plain }) => html`<dt>${term}</dt><dd>${richText(plain)}</dd>`)}</dl>`;
}

/** The whole sheet on paper, with what was ticked and written on screen. */
export function sheetOnPaper(sheet: RereadSheet, { shown, ticked }: Marks, note: string): TemplateResult {
  return html`<h1>${i18n.t('reread.title')}</h1>
    <p>${i18n.t('reread.thisPage')}</p>
    ${sheetLines(sheet, { shown, ticked })}
    <h3>${i18n.t('sheet.notes')}</h3>
    <p class="answer">${note}</p>
    ${LINES.map(() => html`<div class="write"></div>`)} ${sheetWords(sheet)}`;
}

function lineView(line: Line, marks: Marks): TemplateResult {
  const { messages } = line;
  const { acts } = marks;
  const isTicked = marks.ticked.has(line);
  const question = line.question || i18n.t('reread.noQuestion');
  return html`<li data-row>
    ${acts ? html`<label class="tick"><input type="checkbox" .checked=${isTicked} @change=${() => acts.tick(line)} /><span class="unseen">${i18n.t('reread.ticked', [question])}</span></label>` : html`<div class="tick">${isTicked ? 'X' : nothing}</div>`}
    <div class="line">
      <p class="question">${question}</p>
      ${answerView(line, marks)}
      ${messages.length > 0 ? html`<div class="careful">${messages.map(richText)}</div>` : nothing}
    </div>
  </li>`;
}

function answerView(line: Line, { shown, acts }: Marks): TemplateResult {
  const { text, hidden } = line.answer(shown.has(line));
  if (hidden === 'secret') return html`<p class="answer none">${i18n.t('reread.secret')}</p>`;
  if (line.kind === 'ticked')
    return text === ''
      ? html`<p class="answer none">${i18n.t('reread.notTicked')}</p>`
      : html`<p class="answer">${i18n.t('reread.isTicked')}</p>`;
  if (text === '') return html`<p class="answer none">${i18n.t('reread.empty')}</p>`;
  const canToggle = acts && (hidden !== undefined || shown.has(line));
  return html`<p class="answer">${text}</p>
    ${canToggle ? html`<button class="button" type="button" data-of=${line.question} @click=${acts.toggle(line)}>${i18n.t(shown.has(line) ? 'reread.hide' : 'reread.show')}<span class="unseen"> : ${line.question}</span></button>` : nothing}`;
}

/** Lines that follow one another in the same part of the form. */
function bySection(lines: readonly Line[]): [string, Line[]][] {
  const parts: [string, Line[]][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && last[0] === line.section) last[1].push(line);
    else parts.push([line.section, [line]]);
  }
  return parts;
}
