import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { MissingReason } from '../page/why';
import type { Pack } from '../schema';
import type { OverlayState, StateRecord } from '../session/overlay-state';
import { reasonInWords } from '../ui/clue-words';

interface StateProps {
  state: StateRecord;
  packs: readonly Pack[];
  onClearState: () => void;
  onSaveState: () => void;
}

/** « État des aides », for the worker: overlay by overlay, when it was last recognised here, how surely, what was not found. */
export function stateView({ state, packs, onClearState, onSaveState }: StateProps): TemplateResult {
  const rows = Object.entries(state.overlays).sort(([a], [b]) => a.localeCompare(b));
  return html`<h2>${i18n.t('options.stateTitle')}</h2>
    <p>${i18n.t('options.stateText')}</p>
    ${
      rows.length === 0
        ? html`<p>${i18n.t('options.stateEmpty')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${i18n.t('options.stateTitle')}>
          <table>
            <thead>
              <tr>
                <th scope="col">${i18n.t('options.stateOverlay')}</th>
                <th scope="col">${i18n.t('options.stateFound')}</th>
                <th scope="col">${i18n.t('options.stateNow')}</th>
                <th scope="col">${i18n.t('options.stateScore')}</th>
                <th scope="col">${i18n.t('options.checked')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(([key, overlay]) => row(key, overlay, packs))}
            </tbody>
          </table>
        </div>`
    }
    ${chosenView(state)} ${counts(state)}
    <p class="row">
      <button class="button" type="button" @click=${onSaveState}>${i18n.t('options.stateSave')}</button>
      <button class="button" type="button" @click=${onClearState}>${i18n.t('options.stateClear')}</button>
    </p>`;
}

function row(key: string, overlay: OverlayState, packs: readonly Pack[]): TemplateResult {
  return html`<tr>
    <th scope="row">${key}</th>
    <td>${overlay.lastFound ?? i18n.t('options.never')}</td>
    <td>${i18n.t(`options.outcome_${overlay.outcome}`)}${overlay.reason ? html`<br /><span class="quiet">${reasonInWords(overlay.reason as MissingReason)}</span>` : nothing}</td>
    <td>${Math.round(overlay.score * 100)}&nbsp;%</td>
    <td>${checkedOn(key, packs)}</td>
  </tr>`;
}

/** Where people had to say themselves which element it is: an overlay to look at again. */
function chosenView({ chosen = {} }: StateRecord): TemplateResult | typeof nothing {
  const notes = Object.entries(chosen).sort(([a], [b]) => a.localeCompare(b));
  if (notes.length === 0) return nothing;
  return html`<h3>${i18n.t('options.chosenTitle')}</h3>
    <ul>
      ${notes.map(([key, { day, page, rank }]) => html`<li><strong>${key}</strong> : ${i18n.t('options.chosenNote', [page, day, String(rank + 1)])}</li>`)}
    </ul>`;
}

/** The honest state of the content itself: most of it was never checked on the real site. */
function checkedOn(key: string, packs: readonly Pack[]): string {
  const [site, id] = key.split('/');
  const pack = packs.find((one) => one.site.id === site);
  const item = [...(pack?.guides ?? []), ...(pack?.warnings ?? []), ...(pack?.hints ?? [])].find(
    (one) => one.id === id,
  );
  return item && item.checkedOn !== 'never' ? item.checkedOn : i18n.t('options.never');
}

function counts({ letThrough, failures }: StateRecord): TemplateResult {
  const sum = (values: Record<string, number>): number => Object.values(values).reduce((total, one) => total + one, 0);
  const byName = (values: Record<string, number>): TemplateResult =>
    html`<ul>${Object.entries(values).map(([name, count]) => html`<li>${name} : ${count}</li>`)}</ul>`;
  return html`${sum(letThrough) > 0 ? html`<p class="careful">${i18n.t('options.letThrough', [String(sum(letThrough))])}</p>${byName(letThrough)}` : nothing}
    ${sum(failures) > 0 ? html`<p class="careful">${i18n.t('options.failures', [String(sum(failures))])}</p>${byName(failures)}` : nothing}`;
}
