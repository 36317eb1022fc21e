import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { GUIDE_CSS } from '../guides/guide.css';
import { HINT_CSS } from '../hints/hint.css';
import type { Evidence, Guide, Pack } from '../schema';
import { TERM_CSS } from '../terms/term.css';
import { BASE_CSS } from '../ui/base.css';
import { DIALOG_CSS } from '../ui/dialog';
import { richText } from '../ui/rich-text';
import { SHARED_LATE_CSS } from '../ui/shared-late.css';
import { NOTE_CSS, WARNING_CSS } from '../warnings/warning.css';
import { guideItems, hintItem, type Item, peopleItems, termItem, warningItem } from './items';
import { toolsOf } from './tools-of';

/** Items of a section; a picture of a section must stay lower than browsers can draw. */
const MOST_ITEMS = 8;
/** Words are short. */
const MOST_WORDS = 24;

/** What the views are drawn in stays where it is on this page, whole, in place of floating over a site. */
const STILL_CSS = `
:host { position: static !important; width: auto !important; height: auto !important; pointer-events: auto !important; z-index: auto !important; }
.card, dialog { position: static !important; margin: 0 0 10px !important; max-height: none !important; width: auto !important; box-shadow: none; }
dialog { display: block; }
`;

/** Some items under one heading: a part of a guide, of the warnings… */
interface Section {
  title: string;
  /** What is said before the items, as the person sees it elsewhere. */
  before?: TemplateResult | undefined;
  items: Item[];
}

/**
 * Draws every overlay of a site on one page, with the views of the product, for a reader to review in one sitting.
 * Only development and test builds have it. The address says which site: `#caf`.
 */
export function startPreview(app: HTMLElement, packs: readonly Pack[]): void {
  let shown = new AbortController();
  const sheets = [
    BASE_CSS,
    SHARED_LATE_CSS,
    NOTE_CSS,
    GUIDE_CSS,
    HINT_CSS,
    DIALOG_CSS,
    WARNING_CSS,
    TERM_CSS,
    STILL_CSS,
  ].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  const draw = (): void => {
    const pack = packs.find(({ site }) => `#${site.id}` === location.hash) ?? packs[0];
    if (!pack) return;
    shown.abort();
    shown = new AbortController();
    const sections = sectionsOf(pack, shown.signal);
    document.title = `${i18n.t('preview.title')} – ${pack.site.name}`;
    render(html``, app);
    render(pageView(packs, pack, sections), app);
    const items = sections.flatMap((section) => section.items);
    for (const [place, element] of [...app.querySelectorAll<HTMLElement>('[data-item]')].entries())
      drawItem(element, items[place]?.views ?? [], sheets);
    // A question takes the focus where it is asked; here nothing is asked.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    app.dataset.ready = pack.site.id;
  };
  window.addEventListener('hashchange', draw);
  draw();
}

function drawItem(place: HTMLElement, views: readonly TemplateResult[], sheets: CSSStyleSheet[]): void {
  const host = document.createElement('div');
  place.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets;
  render(html`${views}`, root);
  for (const folded of root.querySelectorAll('details')) folded.open = true;
}

function sectionsOf(pack: Pack, signal: AbortSignal): Section[] {
  const tools = toolsOf(pack, document, signal);
  return [
    ...pack.guides.flatMap((guide) => sections(guide.title, guideItems(tools, guide), beforeGuide(guide))),
    ...sections(
      i18n.t('settings.warnings'),
      pack.warnings.map((warning) => warningItem(tools, warning)),
    ),
    ...sections(
      i18n.t('settings.hints'),
      pack.hints.map((hint) => hintItem(tools, hint)),
    ),
    ...sections(
      i18n.t('settings.terms'),
      pack.terms.map((term) => termItem(tools, term)),
      undefined,
      MOST_WORDS,
    ),
    ...sections(i18n.t('dock.people'), peopleItems(tools)),
  ];
}

function sections(title: string, items: readonly Item[], before?: TemplateResult, most = MOST_ITEMS): Section[] {
  const parts = Math.ceil(items.length / most);
  return Array.from({ length: parts }, (_, part) => ({
    title: parts > 1 ? `${title} (${part + 1}/${parts})` : title,
    before: part === 0 ? before : undefined,
    items: items.slice(part * most, (part + 1) * most),
  }));
}

function beforeGuide({ summary, errands }: Guide): TemplateResult {
  return html`${richText(summary)}<ul>${errands.map((errand) => html`<li>${errand}</li>`)}</ul>`;
}

function pageView(packs: readonly Pack[], { site }: Pack, all: readonly Section[]): TemplateResult {
  return html`<h1>${i18n.t('preview.title')} – ${site.name}</h1>
    <nav class="row">${packs.map((one) => html`<a href="#${one.site.id}">${one.site.name}</a>`)}</nav>
    ${all.map(
      ({ title, before, items }) => html`<section data-section=${title}>
        <h2>${title}</h2>
        ${before ?? nothing}
        <div class="items">${items.map(itemView)}</div>
      </section>`,
    )}`;
}

function itemView({ name, evidence }: Item): TemplateResult {
  return html`<article class="item" data-item=${name}>
    <div class="quiet evidence">
      <p><strong>${name}</strong></p>
      ${evidence ? evidenceView(evidence) : nothing}
    </div>
  </article>`;
}

function evidenceView({ source, checkedOn, confidence, review }: Evidence): TemplateResult {
  const checked = checkedOn === 'never' ? i18n.t('preview.neverChecked') : i18n.t('preview.checked', [checkedOn]);
  return html`<p>${checked} ${i18n.t(`preview.confidence_${confidence}`)}</p>
    <p>${i18n.t('preview.source', [source])}</p>
    ${review ? html`<p>${i18n.t('preview.review', [review])}</p>` : nothing}`;
}
