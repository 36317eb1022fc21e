import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Officialness } from '../official/official-site';

type Resembling = Extract<Officialness, { kind: 'resembles' }>;

/**
 * Whether this is the real site: said here and never in a page, where a false site could draw it.
 * @param isAnswered whether something of ours answers in the page, `undefined` as long as it may still: where nothing does,
 * it may be the browser's own warning, under the real address
 */
export function placeView(
  place: Officialness,
  isAnswered: boolean | undefined,
  onGo: (url: string) => void,
): TemplateResult | typeof nothing {
  switch (place.kind) {
    case 'official':
      return html`<p class="calm told-first" role="status" tabindex="-1"><strong>${i18n.t(isAnswered ? 'popup.official' : 'popup.officialAddress', [place.site.name])}</strong> <span class="address">${place.host}</span> ${isAnswered === false ? i18n.t('popup.officialWarned') : nothing}</p>`;
    case 'insecure':
      return html`<p class="careful told-first" role="status" tabindex="-1"><strong>${i18n.t('popup.insecure')}</strong> <span class="address">${place.host}</span></p>`;
    case 'resembles':
      return resemblingView(place, onGo);
    case 'unknown':
      return html`<p class="careful told-first" role="status" tabindex="-1"><strong>${i18n.t('popup.notOfficial')}</strong> <span class="address">${place.host}</span> ${i18n.t('popup.notOfficialAdvice')}</p>`;
    case 'unreadable':
      return unreadableView(place, onGo);
    case 'own':
      return nothing;
  }
}

/** A page without an address may be the browser's own empty tab, or one that hides whose it is: the real doors are there for both. */
function unreadableView(
  { sites }: Extract<Officialness, { kind: 'unreadable' }>,
  onGo: (url: string) => void,
): TemplateResult {
  return html`<section class="careful told-first" role="status" tabindex="-1">
    <p><strong>${i18n.t('popup.unreadable')}</strong> ${i18n.t('popup.unreadableAdvice')}</p>
    <p class="row">${sites.map(({ name, home }) => html`<button class="button" type="button" @click=${() => onGo(home)}>${name}</button>`)}</p>
  </section>`;
}

function resemblingView(place: Resembling, onGo: (url: string) => void): TemplateResult {
  const { site, host, owner } = place;
  return html`<section class="careful told-first" role="alert" tabindex="-1">
    <h1>${i18n.t('popup.resembles', [site.name])}</h1>
    <p><span class="address">${host.slice(0, host.length - owner.length)}<mark>${owner}</mark></span></p>
    <p>${trickWords(place)} ${i18n.t('popup.resemblesOwner', [owner])}</p>
    <ul>
      <li>${i18n.t('popup.resemblesStop')}</li>
      <li>${i18n.t('popup.resemblesPassword')}</li>
      <li>${i18n.t('popup.resemblesCard')}</li>
    </ul>
    <p><button class="button button-main" type="button" @click=${() => onGo(site.home)}>${i18n.t('popup.goToReal', [site.name])}</button></p>
  </section>`;
}

function trickWords({ trick, site }: Resembling): string {
  switch (trick) {
    case 'ending':
      return i18n.t('popup.trick_ending', [site.officialDomains[0] ?? '']);
    case 'in-front':
      return i18n.t('popup.trick_inFront');
    case 'in-path':
      return i18n.t('popup.trick_inPath');
    case 'added-words':
      return i18n.t('popup.trick_addedWords');
    case 'foreign-letters':
      return i18n.t('popup.trick_foreignLetters');
    case 'spelling':
      return i18n.t('popup.trick_spelling');
  }
}
