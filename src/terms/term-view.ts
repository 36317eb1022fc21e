import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Term } from '../schema';
import { press } from '../ui/press';
import { printButton } from '../ui/print-button';
import { readAloud } from '../ui/read-aloud';
import { richText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';
import type { Hit } from './hits';

/** Ways to the other words of the page; none when there is only one. */
interface Others {
  previous?: () => void;
  next?: () => void;
}

/** One word explained: a plain sentence, an example, what not to confuse it with. */
export function termCard(tools: Tools, term: Term, { previous, next }: Others, close: () => void): TemplateResult {
  const { pack, surface, speech, settings } = tools;
  const { notToConfuse } = term;
  return html`<section class="card word" data-panel aria-labelledby="word-title">
    <h2 id="word-title" class="word-title" tabindex="-1">${term.term}</h2>
    ${richText(term.plain)} ${term.example ? html`<p class="quiet">${i18n.t('terms.example')}</p>${richText(term.example)}` : nothing}
    ${
      notToConfuse
        ? html`<p><strong>${i18n.t('terms.notToConfuse', [notToConfuse.with])}</strong></p>${richText(notToConfuse.because)}`
        : nothing
    }
    ${
      previous && next
        ? html`<div class="row">
          <button class="button button-plain" type="button" @click=${press(surface, previous)}>${i18n.t('terms.previous')}</button>
          <button class="button button-plain" type="button" @click=${press(surface, next)}>${i18n.t('terms.next')}</button>
        </div>`
        : nothing
    }
    <div class="row">
      ${settings.value.readAloud ? readAloud(speech, term.spoken ?? term.term, term.plain, term.example, notToConfuse?.because) : nothing}
      ${printButton(tools, { kind: 'term', site: pack.site.id, id: term.id })}
      <button class="button" type="button" @click=${press(surface, close)}>${i18n.t('dock.close')}</button>
    </div>
  </section>`;
}

/** « Les mots de cette page », in reading order. */
export function termList(
  { surface }: Tools,
  hits: readonly Hit[],
  open: (hit: Hit) => void,
  close: () => void,
): TemplateResult {
  return html`<section class="card word list" data-panel aria-labelledby="words-title">
    <h2 id="words-title" class="word-title" tabindex="-1">${i18n.t('terms.title')}</h2>
    ${
      hits.length === 0
        ? html`<p>${i18n.t('terms.none')}</p>`
        : html`<div class="column">
          ${hits.map((hit) => html`<button class="button" type="button" @click=${press(surface, () => open(hit))}>${hit.term.term}</button>`)}
        </div>`
    }
    <p><button class="button button-plain" type="button" @click=${press(surface, close)}>${i18n.t('dock.close')}</button></p>
  </section>`;
}
