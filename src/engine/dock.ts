import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { GuidesControl } from '../guides/control';
import type { Guide } from '../schema';
import type { TermsControl } from '../terms/control';
import { peopleView } from '../ui/people-view';
import { press } from '../ui/press';
import type { Surface } from '../ui/surface';
import type { Tools } from '../ui/tools';
import { DOCK_CSS } from './dock.css';

/** The controls that exist now; a kind that is switched off has none. */
export interface Running {
  readonly guides?: GuidesControl | undefined;
  readonly terms?: TermsControl | undefined;
}

type Panel = 'closed' | 'menu' | 'people';

/** What the menu offers, kept as it was when its page was known: a button that comes late would push another under the pointer. */
interface Offer {
  address: string;
  guides: readonly Guide[];
  reread: boolean;
}

/**
 * The small button at the corner of the page, and its menu: which page this is, the guides for it,
 * the words of the page, whom to ask. The person opens it; it never opens by itself.
 */
export function startDock(tools: Tools, running: Running, signal: AbortSignal): void {
  const { surface, page } = tools;
  surface.adopt(DOCK_CSS);
  let panel: Panel = 'closed';
  let offer: Offer | undefined;
  const set = (next: Panel): void => {
    panel = next;
    if (next === 'closed') offer = undefined;
    draw();
  };
  const go = (next: Panel): void => {
    set(next);
    focusFirst(surface.element('dock'), next);
  };
  const draw = (): void => {
    // Not while the page is being read by the browser: the first look comes after.
    if (!page.document.body || page.looks === 0) return;
    const isKnown = offer?.address === page.url.href && offer.guides.length > 0;
    // A closed dock asks the page for nothing: it is drawn at each of its changes.
    if (panel !== 'closed' && !isKnown) offer = offerNow(tools);
    surface.show('dock', dockView(tools, running, panel, offer, go));
  };
  page.onChange(draw, signal);
  closeFromOutside(surface, page.document, () => panel !== 'closed' && set('closed'), signal);
  surface.element('dock').addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && panel !== 'closed') {
        event.stopPropagation();
        go('closed');
      }
    },
    { signal },
  );
  tools.settings.onChange(draw, signal);
  running.terms?.onChange(draw, signal);
}

/** What is pressed or focused elsewhere, on the page or in our own help, comes out from under the menu. */
function closeFromOutside(surface: Surface, document: Document, close: () => void, signal: AbortSignal): void {
  const dock = surface.element('dock');
  const options = { capture: true, signal };
  for (const kind of ['pointerdown', 'focusin']) {
    // The page sees our host only, as the target of all that happens in it.
    document.addEventListener(kind, ({ target }) => target !== surface.host && close(), options);
    dock.getRootNode().addEventListener(kind, ({ target }) => dock.contains(target as Node) || close(), options);
  }
}

/** Keeps the focus with the person: on the panel that opened, or back on the button. */
function focusFirst(dock: HTMLElement, panel: Panel): void {
  const place = dock.querySelector<HTMLElement>(panel === 'closed' ? '.dock-button' : '.dock-title');
  place?.focus();
}

function offerNow(tools: Tools): Offer {
  const { pack, page, settings, reread } = tools;
  return {
    address: page.url.href,
    // Guides that go through the page open now; none elsewhere (the popup lists them all).
    guides: pack.guides.filter((guide) => guide.steps.some((step) => page.isOn(step.pages))),
    reread: settings.value.reread && (reread?.hasFields() ?? false),
  };
}

function dockView(
  tools: Tools,
  running: Running,
  panel: Panel,
  offer: Offer | undefined,
  go: (next: Panel) => void,
): TemplateResult {
  const toggle = press(tools.surface, () => go(panel === 'closed' ? 'menu' : 'closed'));
  return html`<div class="dock">
    ${panel === 'menu' && offer ? menu(tools, running, offer, go) : nothing} ${panel === 'people' ? peoplePanel(tools, go) : nothing}
    <button class="button dock-button" type="button" aria-expanded=${panel !== 'closed'} @click=${toggle}>
      ${i18n.t('dock.button')}
    </button>
  </div>`;
}

function menu(tools: Tools, running: Running, offer: Offer, go: (next: Panel) => void): TemplateResult {
  const { surface, page, pack } = tools;
  const here = pack.site.pages.find((one) => page.pages.includes(one.id));
  const act = (then: () => void): ((event: Event) => void) =>
    press(surface, () => {
      go('closed');
      then();
    });
  const { guides, terms } = running;
  const words = terms?.list().length ?? 0;
  return html`<section class="card menu" data-panel aria-labelledby="dock-title">
    <h2 id="dock-title" class="dock-title" tabindex="-1">${i18n.t('dock.title')}</h2>
    <p class="quiet">${here ? i18n.t('dock.page', [here.name]) : i18n.t('dock.unknownPage')}</p>
    <div class="column">
      ${guideButtons(guides, offer.guides, act)}
      ${
        terms
          ? html`<button class="button" type="button" @click=${act(terms.openList)}>
            ${words > 0 ? i18n.t('dock.words', [String(words)]) : i18n.t('terms.title')}
          </button>`
          : nothing
      }
      ${
        offer.reread
          ? html`<button class="button" type="button" @click=${act(() => tools.reread?.show())}>${i18n.t('reread.button')}</button>`
          : nothing
      }
      <button class="button" type="button" @click=${press(surface, () => go('people'))}>${i18n.t('dock.people')}</button>
      <button class="button button-plain" type="button" @click=${press(surface, () => go('closed'))}>${i18n.t('dock.close')}</button>
    </div>
  </section>`;
}

function guideButtons(
  guides: GuidesControl | undefined,
  offered: readonly Guide[],
  act: (then: () => void) => (event: Event) => void,
): TemplateResult {
  if (!guides) return html``;
  const left = guides.current?.state === 'left' ? guides.current.guide : undefined;
  return html`
    ${left ? html`<button class="button button-main" type="button" @click=${act(() => guides.resume())}>${i18n.t('dock.resume', [left.title])}</button>` : nothing}
    ${offered
      .filter((guide) => guide.id !== left?.id)
      .map(
        (guide) =>
          html`<button class="button" type="button" @click=${act(() => guides.start(guide.id))}>${guide.title}</button>`,
      )}
  `;
}

function peoplePanel({ pack, settings, surface, speech }: Tools, go: (next: Panel) => void): TemplateResult {
  return html`<section class="card menu" data-panel aria-labelledby="dock-people">
    <h2 id="dock-people" class="dock-title" tabindex="-1">${i18n.t('dock.people')}</h2>
    ${peopleView(pack.people, settings.value, speech)}
    <button class="button button-plain" type="button" @click=${press(surface, () => go('menu'))}>${i18n.t('dock.back')}</button>
  </section>`;
}
