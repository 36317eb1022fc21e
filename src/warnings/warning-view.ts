import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Warning } from '../schema';
import { alertDialog } from '../ui/dialog';
import { press } from '../ui/press';
import { printButton } from '../ui/print-button';
import { readAloud } from '../ui/read-aloud';
import { richText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';

export interface WarningActions {
  safer: () => void;
  goOn: () => void;
  close: () => void;
}

/**
 * The question before the choice: what will happen, whether and until when it can be undone, the safer choice first
 * and largest, how to go on all the same. `short`: the person has already read it on this page.
 */
export function warningDialog(tools: Tools, warning: Warning, short: boolean, actions: WarningActions): TemplateResult {
  const { surface, speech, settings } = tools;
  const { title, consequence, undo, safer, goOn, severity } = warning;
  const body =
    short && isExplained(warning)
      ? html`<p>${i18n.t('warning.again')}</p>${richText(consequence)}`
      : html`<p class="calm">${i18n.t('warning.notYet')}</p>
      <div class="big">${isExplained(warning) ? richText(consequence) : i18n.t('warning.unexplained')}</div>
      <h3>${undoTitle(warning)}</h3>
      ${richText(undo.how)} ${safer.advice ? richText(safer.advice) : nothing} ${peopleLine(tools, warning)}`;
  return alertDialog(surface, {
    tone: severity,
    kicker: i18n.t(`warning.${severity}`),
    title,
    body: html`${body}
    <div class="row">
      ${settings.value.readAloud ? readAloud(speech, i18n.t(`warning.${severity}`), title, consequence, undoTitle(warning), undo.how, safer.advice, i18n.t('warning.choices', [safer.label, goOn])) : nothing}
      ${printWarning(tools, warning)}
    </div>`,
    actions: html`<button class="button button-main safer" type="button" @click=${press(surface, actions.safer)}>${safer.label}</button>
      <button class="button go-on" type="button" @click=${press(surface, actions.goOn)}>${goOn}</button>
      <button class="button button-plain" type="button" @click=${press(surface, actions.close)}>${i18n.t('warning.close')}</button>`,
    onEscape: actions.close,
  });
}

function printWarning(tools: Tools, { id }: Warning): TemplateResult {
  return printButton(tools, { kind: 'warning', site: tools.pack.site.id, id });
}

/** @returns whether what will happen is known here: it comes a moment after the page. */
export function isExplained({ consequence }: Warning): boolean {
  return consequence !== '';
}

function undoTitle({ undo }: Warning): string {
  return i18n.t(`warning.undo_${undo.possible}`);
}

function peopleLine({ pack, settings }: Tools, { people = [] }: Warning): TemplateResult | typeof nothing {
  const { name, phone } = settings.value.structure;
  const known = pack.people.filter(({ id }) => people.includes(id));
  if (known.length === 0 && !name) return nothing;
  return html`<p>${i18n.t('warning.ask')} ${name ? html`<strong>${name}</strong>${phone ? ` (${phone})` : ''}, ` : nothing}
    ${known.map((one, index) => html`${index > 0 ? ', ' : ''}<strong>${one.name}</strong>${one.phone ? ` (${one.phone})` : ''}`)}.</p>`;
}

/** px; on a lower screen, and beside the bubble of a guide, the note is folded: the page's own fields stay in sight. */
const LOW_SCREEN = 480;

/** The text of a warning beside the page, without holding anything: the choice is not surely recognised, or need not be held. */
export function warningNote(tools: Tools, warning: Warning, words: string, close: () => void): TemplateResult {
  const { surface, speech, settings, page } = tools;
  const isLed = surface.element('bubble').childElementCount > 0;
  const isRoomy = !isLed && (page.document.defaultView?.innerHeight ?? 0) >= LOW_SCREEN;
  return html`<section class="card note" data-panel aria-label=${warning.title}>
    <details ?open=${isRoomy}>
      <summary><h2>${warning.title}</h2></summary>
      <p class="quiet">${words}</p>
      ${richText(warning.consequence)} ${richText(warning.undo.how)}
      <div class="row">
        ${settings.value.readAloud ? readAloud(speech, warning.title, warning.consequence, warning.undo.how) : nothing}
        ${printWarning(tools, warning)}
        <button class="button" type="button" @click=${press(surface, close)}>${i18n.t('warning.understood')}</button>
      </div>
    </details>
  </section>`;
}

/** The same text for a native alert, when the page does not let us draw. */
export function warningAlert({ title, consequence, undo }: Warning): string {
  return `${title}\n\n${consequence}\n\n${undo.how}`.replace(/\*\*/g, '');
}
