import { i18n } from '#i18n';
import { LATE_STYLES } from '../engine/late-styles';
import { startEngine } from '../engine/start-engine';
import { dueToday } from '../guides/due-words';
import type { SheetAddress } from '../messages/sheet-address';
import { isElement } from '../page/roots';
import type { PracticePage } from '../schema';
import type { Live, Settings } from '../settings/types';
import type { Speech } from '../speech/types';
import { boxOf } from '../ui/box-of';
import { overlaps, type Size } from '../ui/place';
import type { Surface } from '../ui/surface';
import type { Setting } from './catalogue';
import { type Answers, type Exercise, goTo, noteDownload, notePress, noteSent, pageNow } from './exercise';
import { memoryProgress } from './memory-progress';
import { findReal } from './real-data';
import type { PracticeHost } from './render/context';
import { renderPracticePage } from './render/render-page';

/** The last thing that happened in an exercise; `nothing`: a control was used that leads nowhere in it. */
export type News = 'page' | 'download' | 'press' | 'nothing' | 'sent';

/** What happened in an exercise, for whoever shows it. */
export interface PlayerEvents {
  /** The exercise moved on. */
  changed(exercise: Exercise, news: News): void;
  /** The guide is through. */
  guideEnded(): void;
  print(sheet: SheetAddress): void;
}

export interface PlayerInput {
  /** Where the practice page is drawn. */
  place: HTMLElement;
  setting: Setting;
  exercise: Exercise;
  /** Changed in place as the person answers. */
  answers: Answers;
  settings: Live<Settings>;
  speech: Speech;
  events: PlayerEvents;
  signal: AbortSignal;
}

/**
 * `--exercise-top` is the height of the banner, which stays in sight: the button that ends the exercise is in it. Where the
 * papers stand beside the page, our button stands on the page's side; where they stand below, it is not seen over them, and
 * the keyboard still finds it. Nothing may lie over the banner: a note that has room only at the top waits.
 */
const EXERCISE_CSS = `
@media (min-width: 481px) and (min-height: 401px) {
  [data-slot] .bubble.end { max-height: calc(100vh - 84px - var(--exercise-top, 0px)); }
}
@media (min-width: 861px) {
  [data-slot] :is(.note, .bubble.end, .dock) { right: calc(38vw + 12px); left: auto !important; }
}
[data-slot] .note[data-room="high"] { visibility: hidden; }
:host([data-on-papers]) .dock:not(:focus-within, :has(.menu)) .dock-button { opacity: 0; pointer-events: none; }
@media (max-width: 480px), (max-height: 400px) {
  .card::before {
    content: '${i18n.t('practice.banner').replace(/['\\]/g, '\\$&')}';
    display: block;
    margin: 0 0 8px;
    padding: 2px 8px;
    font-weight: 700;
    color: #1d1d1d;
    background: #ffe38a;
    border-bottom: 3px dashed #5c4300;
  }
}`;

/** Marks what stands around a practice page: ours, not part of it. */
const FRAME = '[data-exercise-frame]';

/**
 * Plays an exercise: draws its pages one after the other and runs the same engine on them as on the real site,
 * which recognises them by the real page's address. Nothing leaves this document.
 */
export function playExercise(input: PlayerInput): void {
  const { place, setting, answers, events, signal } = input;
  let exercise = input.exercise;
  const move = (next: Exercise, news: News): void => {
    exercise = next;
    if (news === 'page') show();
    events.changed(exercise, news);
  };
  const host: PracticeHost = {
    navigate: (page) => move(goTo(exercise, page, answers), 'page'),
    submitted: (sent) => move(noteSent(exercise, { ...sent }), 'sent'),
    log: (event) => {
      const [kind, what] = event.split(/:(.*)/);
      if (kind === 'download' && what) move(noteDownload(exercise, what), 'download');
      if ((kind === 'button' || kind === 'link') && what) move(notePress(exercise, what), 'press');
      if (kind === 'nothing') move(exercise, 'nothing');
    },
    refuse: (text) => {
      const found = findReal(text);
      return found && { ...found, reason: `${i18n.t('practice.takenOut')} ${i18n.t(`practice.refuse_${found.kind}`)}` };
    },
  };
  const page = (): PracticePage | undefined => setting.pages.find(({ id }) => id === pageNow(exercise));
  const show = (): void => {
    const now = page();
    if (!now) return;
    place.replaceChildren(renderPracticePage(place.ownerDocument, now, answers, host));
    place.ownerDocument.defaultView?.scrollTo(0, 0);
  };
  signal.addEventListener('abort', () => place.replaceChildren(), { once: true });
  show();
  runEngine(input, () => new URL(page()?.url ?? setting.site.pack.site.home));
}

/** The person reads on the papers while the help is open: where they stand beside the page, help stays on the page's side. */
function roomBeside(document: Document): Size {
  const { innerWidth: width = 0, innerHeight: height = 0 } = document.defaultView ?? {};
  const papers = document.querySelector('.papers')?.getBoundingClientRect();
  return { width: papers && papers.left > width / 2 ? papers.left : width, height };
}

function runEngine({ place, setting, settings, speech, events, signal }: PlayerInput, url: () => URL): void {
  const first = setting.guide.steps[0]?.id ?? '';
  const { surface } = startEngine({
    document: place.ownerDocument,
    pack: setting.site.pack,
    signal,
    services: {
      url,
      settings,
      speech,
      print: events.print,
      overlays: async () => ({
        ...setting.site.pack,
        notes: [],
        due: dueToday(setting.site.pack.updateWindows),
        lateStyles: LATE_STYLES,
      }),
      terms: async () => setting.site.pack.terms,
      progress: memoryProgress(
        { guide: setting.guide.id, step: first, trail: [], state: 'running' },
        events.guideEnded,
      ),
      // What is recognised in an exercise says nothing about the real site.
      report: () => undefined,
      shadow: import.meta.env.MODE === 'test' ? 'open' : 'closed',
      isTop: true,
      room: () => roomBeside(place.ownerDocument),
      isOurs: (node) => (isElement(node) ? node : node.parentElement)?.closest(FRAME) != null,
    },
  });
  // At 400 % a bubble covers the whole screen, the banner too: it then says itself that this is an exercise.
  surface.adopt(EXERCISE_CSS);
  leavePapersFree(surface, place.ownerDocument, signal);
}

/** Tells the styles while our button lies over a paper: what is to be read there is often at its right, where the amounts are. */
function leavePapersFree(surface: Surface, document: Document, signal: AbortSignal): void {
  const follow = (): void => {
    const button = surface.element('dock').querySelector('.dock-button');
    const papers = [...document.querySelectorAll('.paper')];
    const isOver = button !== null && papers.some((paper) => overlaps(boxOf(paper), boxOf(button)));
    surface.host.toggleAttribute('data-on-papers', isOver);
  };
  surface.onShow((slot) => slot === 'dock' && follow());
  document.addEventListener('scroll', follow, { signal, capture: true, passive: true });
}
