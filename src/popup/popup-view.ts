import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { PageState } from '../messages/messages';
import type { Officialness } from '../official/official-site';
import type { Pack } from '../schema';
import type { Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import { peopleView } from '../ui/people-view';
import { checkView } from './check-view';
import type { Errand } from './errands';
import { placeView } from './place-view';
import type { UnsureInWords } from './unsure-pages';

export interface PopupProps {
  place: Officialness;
  /** Whether something of ours answers in the page; `undefined` as long as it may still. */
  isAnswered: boolean | undefined;
  state: PageState | undefined;
  /** Pages that this address may be and that are not recognised. */
  unsure: readonly UnsureInWords[];
  typed: string;
  errands: readonly Errand[];
  packs: readonly Pack[];
  settings: Settings;
  speech: Speech;
  onType: (text: string) => void;
  onErrand: (errand: Errand) => void;
  /** Opens an official address in a new tab. */
  onGo: (url: string) => void;
  onWords: () => void;
  onReread: () => void;
  /** Saves what was recognised on the page as a file. */
  onSaveCheck: () => void;
  onEndSession: () => void;
  onPractice: () => void;
  onOptions: () => void;
}

export function popupView(props: PopupProps): TemplateResult {
  const { onEndSession, onPractice, onOptions } = props;
  return html`
    ${placeView(props.place, props.isAnswered, props.onGo)} ${pageView(props)}
    <h1>${i18n.t('popup.title')}</h1>
    ${errandsView(props)}
    <h2>${i18n.t('popup.endSession')}</h2>
    <p>${i18n.t('popup.endSessionText')}</p>
    <button class="button" type="button" @click=${onEndSession}>${i18n.t('popup.endSession')}</button>
    ${
      props.settings.practice
        ? html`<h2>${i18n.t('popup.practiceTitle')}</h2>
          <p>${i18n.t('popup.practiceText')}</p>
          <button class="button" type="button" @click=${onPractice}>${i18n.t('popup.practice')}</button>`
        : nothing
    }
    <details><summary>${i18n.t('dock.people')}</summary>${peopleView(
      props.packs.flatMap(({ people }) => people),
      props.settings,
      props.speech,
    )}</details>
    ${props.state && props.settings.mode === 'office' ? checkView(props.state, props.unsure, props.onSaveCheck) : nothing}
    <p><button class="button button-plain" type="button" @click=${onOptions}>${i18n.t('popup.options')}</button></p>
  `;
}

function pageView({ state, settings, onWords, onReread }: PopupProps): TemplateResult | typeof nothing {
  if (!state) return nothing;
  const page = state.pages[0];
  return html`<p class="quiet">${page ? i18n.t('dock.page', [page.name]) : i18n.t('dock.unknownPage')}</p>
    ${state.words > 0 ? html`<p><button class="button" type="button" @click=${onWords}>${i18n.t('dock.words', [String(state.words)])}</button></p>` : nothing}
    ${settings.reread && state.fields ? html`<p><button class="button" type="button" @click=${onReread}>${i18n.t('reread.button')}</button></p>` : nothing}`;
}

function errandsView({ typed, errands, packs, onType, onErrand }: PopupProps): TemplateResult {
  const type = (event: Event): void => onType((event.target as HTMLInputElement).value);
  return html`<label for="search">${i18n.t('popup.search')}</label>
    <input id="search" type="search" autocomplete="off" .value=${typed} @input=${type} />
    <p class="unseen" role="status">${typed === '' ? '' : i18n.t('popup.found', [String(errands.length)])}</p>
    ${errands.length === 0 ? html`<p>${i18n.t('popup.nothing')}</p>` : nothing}
    ${packs.map((pack) =>
      siteErrands(
        pack,
        errands.filter((errand) => errand.pack === pack),
        onErrand,
      ),
    )}`;
}

function siteErrands(
  pack: Pack,
  errands: readonly Errand[],
  onErrand: (errand: Errand) => void,
): TemplateResult | typeof nothing {
  if (errands.length === 0) return nothing;
  const name = pack.site.name.charAt(0).toUpperCase() + pack.site.name.slice(1);
  return html`<h2>${name}</h2>
    <div class="column">
      ${errands.map((errand) => html`<button class="button" type="button" @click=${() => onErrand(errand)}>${errand.words}</button>`)}
    </div>`;
}
