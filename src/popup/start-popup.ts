import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import { askTab, type PageState } from '../messages/messages';
import { officialness } from '../official/official-site';
import type { Pack, Services } from '../schema';
import { saveReport } from '../session/save-report';
import { liveSettings } from '../settings/live-settings';
import { createSpeech } from '../speech/create-speech';
import { asHeard } from '../speech/spoken-form';
import { whyInWords } from '../ui/clue-words';
import { errandsOf, searchErrands, siteFirst } from './errands';
import { type CurrentTab, currentTab, startErrand } from './go';
import { popupView } from './popup-view';
import { type UnsureInWords, unsureInWords } from './unsure-pages';

/** Draws the popup and keeps it true while it is open. */
export async function startPopup(
  app: HTMLElement,
  packs: readonly Pack[],
  { services, reservedEndings }: Services,
): Promise<void> {
  const { signal } = new AbortController();
  const settings = liveSettings(signal);
  const speech = createSpeech(window.speechSynthesis, async (text) => asHeard(text), signal);
  const known = { officials: [...packs.map(({ site }) => site), ...services], reservedEndings };
  let tab = await currentTab();
  let place = officialness(tab.url, known);
  const shownPacks = siteFirst(packs, 'site' in place ? place.site.name : undefined);
  const errands = errandsOf(shownPacks);
  let typed = '';
  let state: PageState | undefined;
  let isAnswered: boolean | undefined;
  let unsure: readonly UnsureInWords[] = [];
  const draw = (): void => {
    document.documentElement.dataset.size = settings.value.textSize;
    render(
      popupView({
        place,
        isAnswered,
        state,
        unsure,
        typed,
        settings: settings.value,
        speech,
        packs: shownPacks,
        errands: searchErrands(errands, typed),
        onType: (text) => {
          typed = text;
          draw();
        },
        onGo: (url) => void browser.tabs.create({ url }).then(() => window.close()),
        onErrand: (errand) => void startErrand(errand, tab).then(() => window.close()),
        onWords: () => tab.id !== undefined && void askTab(tab.id, 'words.show', {}).then(() => window.close()),
        onReread: () => tab.id !== undefined && void askTab(tab.id, 'reread.show', {}).then(() => window.close()),
        onSaveCheck: () => state && saveReport('page', readable(state, unsure)),
        onEndSession: () => void browser.tabs.create({ url: '/end-session.html' }).then(() => window.close()),
        onPractice: () => void browser.tabs.create({ url: '/practice.html' }).then(() => window.close()),
        onOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
      }),
      app,
    );
  };
  const look = async (): Promise<void> => {
    const seen = tab;
    draw();
    if (seen.id === undefined || place.kind !== 'official') return;
    const answered = await askTab(seen.id, 'page.state', {}).catch(() => undefined);
    // Another page is there meanwhile: it is asked by itself.
    if (seen !== tab) return;
    state = answered;
    isAnswered = answered !== undefined;
    draw();
    const unsureOnes = await unsurePages(seen, packs, answered?.site).catch(() => []);
    if (seen !== tab) return;
    unsure = unsureOnes;
    draw();
  };
  const lookAgain = async (): Promise<void> => {
    tab = await currentTab();
    place = officialness(tab.url, known);
    [state, isAnswered, unsure] = [undefined, undefined, []];
    await look();
  };
  settings.onChange(draw, signal);
  // Who opened the real site for the person may put a false one in its place under this very window.
  browser.tabs.onActivated.addListener(() => void lookAgain());
  browser.tabs.onUpdated.addListener((id, { status, url }) => id === tab.id && (status ?? url) && void lookAgain());
  await look();
  if (import.meta.env.FIREFOX) tellFirst(app);
}

/** Firefox says nothing of what a popup shows as it opens; Chromium says it by itself. Nothing is taken from who is quicker. */
function tellFirst(app: HTMLElement): void {
  if (document.activeElement === document.body) app.querySelector<HTMLElement>('.told-first')?.focus();
}

async function unsurePages(
  { id, url }: CurrentTab,
  packs: readonly Pack[],
  site: string | undefined,
): Promise<readonly UnsureInWords[]> {
  const pack = packs.find((one) => one.site.id === site);
  if (!pack || id === undefined || url === undefined) return [];
  return unsureInWords(pack, new URL(url), (targets) => askTab(id, 'page.sees', { targets }));
}

/** A saved check is read by people: each result says why in words. */
function readable(state: PageState, unsure: readonly UnsureInWords[]): object {
  return {
    ...state,
    unsure,
    checks: state.checks.map((check) => ({ ...check, why: whyInWords(check) })),
  };
}
