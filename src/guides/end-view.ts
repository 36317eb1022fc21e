import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Guide } from '../schema';
import { localDay } from '../ui/local-day';
import { press } from '../ui/press';
import { printButton } from '../ui/print-button';
import { readAloud } from '../ui/read-aloud';
import { phrase, richText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';

/** The end of a guide: what to keep, what comes now, when it is due again, what to do if it went wrong, whom to ask. */
export function endView(tools: Tools, guide: Guide, close: () => void): TemplateResult {
  const { pack, surface, speech, settings } = tools;
  const { keep, next, nextDate, ifWrong, people = [] } = guide.end;
  const due = nextDate && pack.due?.[nextDate];
  return html`<section class="card bubble end" data-panel aria-labelledby="end-title">
    <h2 id="end-title" tabindex="-1">${i18n.t('guide.endTitle')}</h2>
    ${keep ? html`<h3>${i18n.t('guide.keep')}</h3>${richText(keep)}` : nothing}
    <h3>${i18n.t('guide.after')}</h3>
    ${richText(next)} ${due ? html`<h3>${i18n.t('sheet.nextTime')}</h3><p class="calm">${due}</p>` : nothing}
    <h3>${i18n.t('guide.ifWrong')}</h3>
    ${richText(ifWrong)}
    ${pack.people.filter(({ id }) => people.includes(id)).map((one) => html`<p><strong>${one.name}</strong> ${one.phone ? phrase(one.phone) : nothing}</p>`)}
    ${settings.value.readAloud ? readAloud(speech, keep, next, due, ifWrong) : nothing}
    <div class="row foot">
      ${printButton(tools, { kind: 'guide', site: pack.site.id, id: guide.id, day: localDay(new Date()) })}
      <button class="button button-main" type="button" @click=${press(surface, close)}>${i18n.t('guide.finish')}</button>
    </div>
  </section>`;
}
