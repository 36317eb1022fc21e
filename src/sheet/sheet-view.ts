import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Helper } from '../schema';
import type { Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import { readAloud } from '../ui/read-aloud';
import { phrase, richText } from '../ui/rich-text';
import type { SheetContent } from './sheet-content';

/** Lines drawn for writing by hand. */
const LINES = [1, 2, 3];

/** The sheet, and above it, on screen only, what can be done with it. */
export function sheetView(
  content: SheetContent,
  settings: Settings,
  speech: Speech,
  actions: { print: () => void; calendar: () => void },
): TemplateResult {
  const { printPlace } = settings.structure;
  return html`<div class="row screen-only">
      <button class="button button-main" type="button" @click=${actions.print}>${i18n.t('sheet.print')}</button>
      ${content.events.length > 0 ? html`<button class="button" type="button" @click=${actions.calendar}>${i18n.t('sheet.calendar')}</button>` : nothing}
      ${settings.readAloud ? readAloud(speech, ...content.spoken) : nothing}
      ${printPlace ? html`<p>${i18n.t('dock.printPlace', [printPlace])}</p>` : nothing}
    </div>
    <article class="sheet">
      <h1>${i18n.t('sheet.title')}</h1>
      ${content.origin ? html`<p class="site">${content.origin}</p>` : nothing} ${content.body}
      ${whom(content.people, settings)}
      <section class="notes">
        <h3>${i18n.t('sheet.notes')}</h3>
        ${LINES.map(() => html`<div class="line"></div>`)}
      </section>
      <p class="foot">${i18n.t('sheet.foot')}</p>
    </article>`;
}

function whom(people: readonly Helper[], settings: Settings): TemplateResult | typeof nothing {
  const own = structureLines(settings);
  if (people.length === 0 && own.length === 0) return nothing;
  return html`<h3>${i18n.t('sheet.whom')}</h3>
    ${own.length > 0 ? html`<p class="structure">${own.join(' – ')}</p>` : nothing} ${people.map(helper)}`;
}

function structureLines({ structure }: Settings): string[] {
  const { name = i18n.t('sheet.here'), address, phone, hours, help } = structure;
  const lines = [address, phone, hours, help].filter((line) => line !== undefined);
  return structure.name || lines.length > 0 ? [name, ...lines] : [];
}

function helper({ name, phone, hours, cost, say, what }: Helper): TemplateResult {
  const more = [hours, cost].filter((line) => line !== undefined).join(' ');
  return html`<p>
      <strong>${name}</strong>${phone ? html` : <strong class="phone whole">${phone}</strong>` : nothing}.
      <span class="about">${phrase(more)}</span>
    </p>
    <div class="about">${say ? richText(say) : phone ? nothing : richText(what)}</div>`;
}
