import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Helper } from '../schema';
import type { Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import { readAloud } from './read-aloud';
import { phrase, richText } from './rich-text';

/** Whom to ask: the structure's own people first, then the operators, then near here, then the recourses. */
export function peopleView(people: readonly Helper[], settings: Settings, speech: Speech): TemplateResult {
  const once = new Map(people.map((one) => [one.id, one]));
  const order: Helper['kind'][] = ['operator', 'nearby', 'recourse'];
  const sorted = [...once.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return html`${structureView(settings)} ${sorted.map((one) => helperView(one, settings, speech))}`;
}

function structureView({ structure }: Settings): TemplateResult | typeof nothing {
  const { name, address, phone, hours, help, printPlace } = structure;
  const lines = [help, hours, address].filter((line) => line !== undefined);
  if (!name && !phone && !printPlace && lines.length === 0) return nothing;
  return html`<h3>${name ?? i18n.t('dock.here')}${phone ? html` <span class="big">${phone}</span>` : nothing}</h3>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${printPlace ? html`<p>${i18n.t('dock.printPlace', [printPlace])}</p>` : nothing}`;
}

function helperView(one: Helper, settings: Settings, speech: Speech): TemplateResult {
  return html`<h3>${one.name}${one.phone ? html` <span class="big whole">${one.phone}</span>` : nothing}</h3>
    ${richText(one.what)} ${one.say ? html`<p class="quiet">${i18n.t('dock.say')}</p>${richText(one.say)}` : nothing}
    ${one.hours ? html`<p class="quiet">${phrase(one.hours)}</p>` : nothing}
    ${one.cost ? html`<p class="quiet">${phrase(one.cost)}</p>` : nothing}
    ${settings.readAloud ? readAloud(speech, one.name, one.spokenPhone ?? one.phone, one.what, one.say, one.hours, one.cost) : nothing}`;
}
