import { browser } from 'wxt/browser';
import { LATE_STYLES } from '../engine/late-styles';
import { dueToday } from '../guides/due-words';
import { answer, askTab, tellTab } from '../messages/messages';
import { sheetPath } from '../messages/sheet-address';
import { packsInUse } from '../packs/kept-packs';
import { additionsFor, withAdditions, withTerms } from '../packs/merge';
import type { Additions } from '../packs/types';
import type { DeferredOverlays, PageOverlays, Term } from '../schema';
import { followManaged } from '../settings/follow-managed';
import { asHeard } from '../speech/spoken-form';
import { helpOpenPages } from './help-open-pages';
import { forgetWhenOff } from './kept-exercises';
import { offerEndOfSession } from './offer-end';
import { noteEvent } from './overlay-state';
import { forgetOwnRecord } from './own-record';
import { progressKeeper } from './progress-keeper';
import { readWarnings } from './read-warnings';
import { visits } from './visits';

/** The frames of a tab speak to its top frame through us. Nothing is kept of what passes. */
const handOn: Parameters<typeof answer>[0] = {
  'reread.ask': async (_, { tab }) => {
    if (tab?.id !== undefined) await tellTab(tab.id, 'reread.read', {});
    return null;
  },
  'reread.drop': async (_, { tab }) => {
    if (tab?.id !== undefined) await tellTab(tab.id, 'reread.forget', {});
    return null;
  },
  'reread.found': async (reading, { tab, frameId }) => {
    if (tab?.id !== undefined && frameId !== undefined)
      await askTab(tab.id, 'reread.reading', { ...reading, frame: frameId });
    return null;
  },
  'reread.reveal': async ({ frame, line }, { tab }) =>
    tab?.id === undefined ? '' : await askTab(tab.id, 'reread.whole', { line }, frame),
};

function forPage({ updateWindows, ...overlays }: DeferredOverlays): PageOverlays {
  return { ...overlays, due: dueToday(updateWindows), lateStyles: LATE_STYLES };
}

const addedTo = async (site: string): Promise<Additions> => additionsFor(site, await packsInUse());

/**
 * Wires the background: it keeps progress by tab and notes what the overlays recognised. It never touches the network.
 * Of a private window nothing is noted, and its places in guides go with its tabs.
 */
export function startBackground(
  overlays: Readonly<Record<string, DeferredOverlays>>,
  terms: Readonly<Record<string, Term[]>>,
): void {
  answer({
    'overlays.load': async ({ site, openedAt }, { tab }) => {
      // A visit that a full storage cannot note must not keep the help from the page.
      if (tab?.id !== undefined && !tab.incognito) await visits.opened(tab.id, site, openedAt).catch(() => undefined);
      return overlays[site] ? forPage(withAdditions(overlays[site], await addedTo(site))) : null;
    },
    'terms.load': async ({ site }) => withTerms(terms[site] ?? [], await addedTo(site)),
    'progress.load': async ({ site }, { tab }) =>
      tab?.id === undefined ? null : await progressKeeper.load(site, tab.id, tab.openerTabId, tab.incognito),
    'progress.save': async ({ site, progress }, { tab }) => {
      if (tab?.id !== undefined) await progressKeeper.save(site, tab.id, progress, tab.incognito);
      return null;
    },
    'progress.start': async ({ site, tab, progress }) => {
      await progressKeeper.save(site, tab, progress, (await browser.tabs.get(tab)).incognito);
      return null;
    },
    'progress.forgetAll': async () => {
      await progressKeeper.forgetAll();
      return true;
    },
    'warnings.read': async ({ site, warning }, { tab }) =>
      tab?.id === undefined ? [] : await readWarnings.note(site, tab.id, warning),
    'speech.form': ({ text }) => asHeard(text),
    event: async (event, { tab }) => {
      if (!tab?.incognito) await noteEvent(event);
      return null;
    },
    'record.forget': async () => {
      await forgetOwnRecord();
      return true;
    },
    ...handOn,
    'sheet.open': async (sheet) => {
      await browser.tabs.create({ url: sheetPath(sheet) });
      return null;
    },
  });
  followManaged();
  browser.tabs.onRemoved.addListener((tab) => {
    void progressKeeper.forget(tab);
    void readWarnings.forget(tab);
  });
  helpOpenPages();
  const { signal } = new AbortController();
  offerEndOfSession(signal);
  forgetWhenOff(signal);
}
