import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Hint } from '../schema';
import type { Box } from '../ui/place';
import { press } from '../ui/press';
import { readAloud } from '../ui/read-aloud';
import { richText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';

/** Help at the field in hand: what to write, where it stands, what not to write, and what looks wrong now. */
export function hintCard(tools: Tools, hint: Hint, messages: readonly string[], close: () => void): TemplateResult {
  const { surface, speech, settings } = tools;
  return html`<section class="card hint-card" data-panel data-hint-card aria-label=${i18n.t('hint.label', [hint.title])}>
    ${hintBody(hint, messages)}
    <div class="row">
      ${settings.value.readAloud ? readAloud(speech, ...messages, ...hintTexts(hint)) : nothing}
      <button class="button button-plain" type="button" @click=${press(surface, close)}>${i18n.t('hint.hide')}</button>
    </div>
  </section>`;
}

/** The same help inside the bubble of a guide that points at this field: one panel on the screen, not two. */
export function hintInside(hint: Hint, messages: readonly string[]): TemplateResult {
  return html`<div class="hint-inside">${hintBody(hint, messages)}</div>`;
}

/** What looks wrong in a field that the person has left. */
export function hintNote(tools: Tools, hint: Hint, messages: readonly string[], close: () => void): TemplateResult {
  return html`<section class="card hint-card" data-panel data-hint-note aria-label=${i18n.t('hint.label', [hint.title])}>
    <p class="title">${hint.title}</p>
    ${messageList(messages)}
    <button class="button button-plain" type="button" @click=${press(tools.surface, close)}>${i18n.t('hint.understood')}</button>
  </section>`;
}

function hintBody(hint: Hint, messages: readonly string[]): TemplateResult {
  return html`<p class="title">${hint.title}</p>
    ${messageList(messages)} ${richText(hint.write)}
    ${hint.where ? html`<p><strong>${i18n.t('hint.where')}</strong></p>${richText(hint.where)}` : nothing}
    ${hint.not ? html`<div class="careful">${richText(hint.not)}</div>` : nothing}
    ${hint.example ? html`<p class="quiet">${i18n.t('hint.example', [hint.example])}</p>` : nothing}`;
}

function messageList(messages: readonly string[]): TemplateResult | typeof nothing {
  if (messages.length === 0) return nothing;
  return html`<div class="careful" data-hint-messages>${messages.map(richText)}</div>`;
}

function hintTexts(hint: Hint): (string | undefined)[] {
  const example = hint.example ? i18n.t('hint.example', [hint.example]) : undefined;
  return [hint.title, hint.write, hint.where, hint.not, example];
}

/** px; half of the mark, so that it sits on the corner of the field. */
const HALF = 12;

/** A small round mark on the upper right corner of a field: help is there, or something looks wrong. */
export function hintMark(box: Box, looksWrong: boolean): TemplateResult {
  const style = `left:${box.left + box.width - HALF}px;top:${box.top - HALF}px`;
  return html`<div class=${looksWrong ? 'hint-mark look' : 'hint-mark'} aria-hidden="true" style=${style}>${looksWrong ? '!' : '?'}</div>`;
}
