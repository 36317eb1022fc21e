import { i18n } from '#i18n';
import type { GuidesControl } from '../guides/control';
import type { ProgressStore } from '../guides/progress';
import { startGuides } from '../guides/start-guides';
import { startHints } from '../hints/start-hints';
import type { Report } from '../messages/events';
import { createPageView } from '../page/page-view';
import { loaded } from '../page/slices';
import type { PageView } from '../page/types';
import type { OtherFrames } from '../reread/frames';
import { type Line, readLines } from '../reread/sheet';
import { startReread } from '../reread/start-reread';
import type { Pack, PageOverlays, Term } from '../schema';
import type { Live, Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import type { TermsControl } from '../terms/control';
import { startTerms } from '../terms/start-terms';
import { createSurface } from '../ui/create-surface';
import { keepSeen } from '../ui/keep-seen';
import type { Slot, Surface } from '../ui/surface';
import type { Tools } from '../ui/tools';
import { startWarnings } from '../warnings/start-warnings';
import { startDock } from './dock';
import { type Kind, whileShown } from './while-shown';

/** What the engine needs from where it runs: a content script or a practice page. */
export interface Services {
  progress: ProgressStore;
  speech: Speech;
  settings: Live<Settings>;
  report: Report;
  print: Tools['print'];
  readWarnings?: Tools['readWarnings'];
  /** Notices that the extension was reloaded under this page, and ends the signal then. */
  isAlive?: () => boolean;
  /** `open` only in the test build, where a driver must reach inside. */
  shadow: ShadowRootMode;
  /** The address pages are recognised by, when it is not the document's own (practice pages). */
  url?: () => URL;
  /** Parts of the document that are ours though outside our host (the frame around a practice page). */
  isOurs?: (node: Node) => boolean;
  /** The part of the screen in which help may stand, when it is not the whole screen (beside a practice page stand its papers). */
  room?: Surface['room'];
  /** The heaviest overlays of this site, asked for once the page is watched, so that a page load carries none of them. */
  overlays: () => Promise<PageOverlays | undefined>;
  /** The words of this site: asked for once the page has loaded. */
  terms: () => Promise<readonly Term[]>;
  /** The other frames of the tab, for « Relire ensemble »; absent where there can be none. */
  otherFrames?: OtherFrames;
  /** Guides and the dock belong to the top frame; warnings, hints and words to every frame. */
  isTop: boolean;
}

export interface EngineInput {
  document: Document;
  pack: Pack;
  services: Services;
  signal: AbortSignal;
}

/** The running engine, for the popup and the practice mode. */
export interface Engine {
  page: PageView;
  surface: Surface;
  /** The overlays in use, once those that are asked for have come, or will not come. */
  pack: Promise<Pack>;
  readonly guides: GuidesControl | undefined;
  readonly terms: TermsControl | undefined;
  /** Opens « Relire ensemble »; absent in frames. */
  readonly reread: Tools['reread'];
  /** Reads this document for the sheet of the top frame. */
  readLines: () => Line[];
}

/**
 * Starts the four kinds of overlay on a document. A kind that fails is reported and stays off; the others go on,
 * and the page is never touched.
 */
export function startEngine({ document, pack, services, signal }: EngineInput): Engine {
  const { settings, speech, report, print, shadow, url, isTop } = services;
  const { isOurs = () => false, isAlive = () => true, readWarnings } = services;
  const surface = createSurface({
    document,
    signal,
    mode: shadow,
    room: services.room,
    roots: () => page.roots(),
    isAlive,
  });
  const owns = (node: Node): boolean => node === surface.host || surface.host.contains(node) || isOurs(node);
  const own: Pack = { ...pack, terms: [] };
  const page = createPageView({
    document,
    pages: () => own.site.pages,
    synonyms: pack.synonyms,
    owns,
    signal,
    ...(url ? { url } : {}),
  });
  // First of all listeners: a page that changes under a reloaded extension finds us already gone.
  page.onChange(() => void isAlive(), signal);
  const base: Tools = {
    pack: own,
    page,
    surface,
    speech,
    settings,
    report,
    print,
    isAlive,
    readWarnings,
  };
  const tools: Tools = isTop ? { ...base, reread: startReread(base, services.otherFrames, signal) } : base;
  followTextSize(surface, settings, signal);
  page.onChange(() => keepOnTop(surface), signal);
  reportPages(page, pack.site.id, report, signal);
  if (isTop) keepHelpSeen(tools, signal);

  /** The words serve « Relire ensemble » too, whether they are marked on the page or not. */
  const words = async (): Promise<readonly Term[]> => {
    if (base.pack.terms.length === 0) base.pack.terms = [...(await services.terms())];
    return base.pack.terms;
  };
  const view = document.defaultView as Window;
  if (isTop) void loaded(document, view).then(words);
  const running: { guides?: GuidesControl | undefined; terms?: TermsControl | undefined } = {};
  const start = (kind: Kind, run: (until: AbortSignal) => void): void =>
    whileShown({ kind, settings, signal, report, run });
  const startDeferred = (): void => {
    if (isTop) {
      start('guides', (until) => {
        running.guides = startGuides(tools, services.progress, until);
        until.addEventListener('abort', () => {
          running.guides = undefined;
        });
      });
    }
    // After the guides, so that a hint makes room for the ring.
    start('hints', (until) => startHints(tools, until));
    page.poke();
  };
  start('warnings', (until) => startWarnings(tools, until));
  /** What holds a choice is there before the page; all else waits until the browser is done with it. */
  const completed = loaded(document, view, MOMENT).then(async () => {
    if (signal.aborted) return base.pack;
    start('terms', (until) => {
      running.terms = startTerms(tools, words, until);
      until.addEventListener('abort', () => (running.terms = undefined));
    });
    if (isTop) startDock(tools, running, signal);
    const overlays = await services.overlays();
    if (overlays) {
      complete(base.pack, overlays);
      surface.adopt(overlays.lateStyles.shared);
    }
    if (!signal.aborted) startDeferred();
    return base.pack;
  });
  return {
    page,
    surface,
    pack: completed,
    reread: tools.reread,
    readLines: () => readLines(base, i18n.t('reread.siteSaysWrong')),
    get guides() {
      return running.guides;
    },
    get terms() {
      return running.terms;
    },
  };
}

/** A warning stays the same object, and so do its targets: what is held, or let through, goes by them. */
function complete(pack: Pack, { warnings, notes, ...overlays }: PageOverlays): void {
  Object.assign(pack, overlays);
  pack.warnings.push(...notes);
  for (const { safer, ...words } of warnings) {
    const warning = pack.warnings.find(({ id }) => id === words.id);
    if (warning) Object.assign(warning, words, { safer: { ...warning.safer, ...safer } });
  }
}

/** ms; help does not wait for a page's pictures. */
const MOMENT = 250;

/** Help that a person reads or follows; the small button alone is not worth a fight with the page. */
const HELP: readonly Slot[] = ['bubble', 'hint', 'word'];

/** A page that hides our help is told of, once, by something that no page can hide. A question has its own watch. */
function keepHelpSeen({ surface, page, isAlive }: Tools, signal: AbortSignal): void {
  const view = page.document.defaultView;
  if (!view) return;
  let isTold = false;
  const holds = (slot: Slot): boolean => surface.element(slot).childElementCount > 0;
  const watch = keepSeen({
    surface,
    view,
    isShown: () => !isTold && isAlive() && HELP.some(holds) && !holds('dialog'),
    onUnseen() {
      isTold = true;
      view.alert(i18n.t('dock.hiddenByPage'));
    },
    signal,
  });
  surface.onShow((slot) => HELP.includes(slot) && watch());
}

/** Only when something of ours is drawn: a page without help is left quite alone. */
function keepOnTop(surface: Surface): void {
  if (surface.host.isConnected || surface.element('dialog').childElementCount > 0) surface.restore();
}

function followTextSize(surface: Surface, settings: Live<Settings>, signal: AbortSignal): void {
  const apply = ({ textSize }: Settings): void => {
    surface.host.dataset.size = textSize;
  };
  apply(settings.value);
  settings.onChange(apply, signal);
}

function reportPages(page: PageView, site: string, report: Report, signal: AbortSignal): void {
  let known = new Set<string>();
  const note = (): void => {
    for (const id of page.pages) if (!known.has(id)) report({ kind: 'recognised', site, page: id });
    known = new Set(page.pages);
  };
  page.onChange(note, signal);
}
