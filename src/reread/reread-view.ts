import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { richText } from '../ui/rich-text';
import { type Row, shownAnswer } from './rows';
import type { RereadSheet } from './sheet';

/** Lines drawn on paper for writing by hand. */
const LINES = [1, 2, 3];

/** What the person has asked to see in full, and how to ask. On paper there is nothing to ask. */
export interface Reveal {
  shown: ReadonlySet<Row>;
  toggle?: ((row: Row) => (event: Event) => void) | undefined;
}

/** The questions and answers, in the page's own order and words; what is empty or looks wrong is marked. */
export function sheetRows({ rows, messages }: RereadSheet, reveal: Reveal): TemplateResult {
  const parts = bySection(rows);
  return html`${parts.map(
    ([section, inside]) =>
      html`${section === '' ? nothing : html`<h3>${section}</h3>`}
        <ol>${inside.map((row) => rowView(row, messages.get(row) ?? [], reveal))}</ol>`,
  )}`;
}

/** The words of the page explained, underneath. */
export function sheetWords({ words }: RereadSheet): TemplateResult | typeof nothing {
  if (words.length === 0) return nothing;
  return html`<h3>${i18n.t('reread.words')}</h3>
    <dl>${words.map(({ term, plain }) => html`<dt>${term}</dt><dd>${richText(plain)}</dd>`)}</dl>`;
}

/** The whole sheet on paper. */
export function sheetOnPaper(sheet: RereadSheet, shown: ReadonlySet<Row>): TemplateResult {
  return html`<h1>${i18n.t('reread.title')}</h1>
    <p>${i18n.t('reread.thisPage')}</p>
    ${sheetRows(sheet, { shown })}
    <h3>${i18n.t('sheet.notes')}</h3>
    ${LINES.map(() => html`<div class="write"></div>`)} ${sheetWords(sheet)}`;
}

function rowView(row: Row, messages: readonly string[], reveal: Reveal): TemplateResult {
  const question = row.question || i18n.t('reread.noQuestion');
  return html`<li data-row>
    ${reveal.toggle ? html`<label class="tick"><input type="checkbox" /><span class="unseen">${i18n.t('reread.ticked', [question])}</span></label>` : html`<div class="tick"></div>`}
    <div class="line">
      <p class="question">${question}</p>
      ${answerView(row, reveal)}
      ${messages.length > 0 ? html`<div class="careful">${messages.map(richText)}</div>` : nothing}
    </div>
  </li>`;
}

function answerView(row: Row, { shown, toggle }: Reveal): TemplateResult {
  const { text, hidden } = shownAnswer(row, shown.has(row));
  if (hidden === 'secret') return html`<p class="answer none">${i18n.t('reread.secret')}</p>`;
  if (row.kind === 'ticked')
    return text === ''
      ? html`<p class="answer none">${i18n.t('reread.notTicked')}</p>`
      : html`<p class="answer">${i18n.t('reread.isTicked')}</p>`;
  if (text === '') return html`<p class="answer none">${i18n.t('reread.empty')}</p>`;
  const canToggle = toggle && (hidden !== undefined || shown.has(row));
  return html`<p class="answer">${text}</p>
    ${canToggle ? html`<button class="button" type="button" @click=${toggle(row)}>${i18n.t(shown.has(row) ? 'reread.hide' : 'reread.show')}<span class="unseen"> : ${row.question}</span></button>` : nothing}`;
}

/** Rows that follow one another in the same part of the form. */
function bySection(rows: readonly Row[]): [string, Row[]][] {
  const parts: [string, Row[]][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && last[0] === row.section) last[1].push(row);
    else parts.push([row.section, [row]]);
  }
  return parts;
}
