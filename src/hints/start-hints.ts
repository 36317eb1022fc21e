import { i18n } from '#i18n';
import { onMoves } from '../ui/on-moves';
import { plainText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';
import { createChecker } from './checker';
import { hintDrawer } from './draw-hints';
import { type FieldNews, fieldWatch } from './field-watch';
import { isFocused, pathFrom } from './focus-path';
import { type FoundHint, hintAt, hintFinder } from './found-hints';

/** ms without typing before a value is looked at, so that nobody is corrected in the middle of a word. */
const PAUSE = 500;

/**
 * Help at the fields of this page. A value is read only to be checked, at that moment; what stays in memory
 * is which of our own messages apply. Nothing is shown for a field that is not surely found.
 */
export function startHints(tools: Tools, signal: AbortSignal): void {
  const { page, surface, pack } = tools;
  const view = page.document.defaultView;
  if (!view) return;
  if (pack.lateStyles) surface.adopt(pack.lateStyles.hints);
  const find = hintFinder(tools);
  const checker = createChecker(tools);
  const drawScene = hintDrawer(tools, view);
  let hints: FoundHint[] = [];
  let inHand: string | undefined;
  let noted: string | undefined;
  let said = '';
  /** The way up from a field that was focused before it was known: the page, or we, were not ready yet. */
  let unknown: readonly EventTarget[] = pathFrom(page.document.activeElement);

  const byId = (id: string | undefined): FoundHint | undefined => hints.find(({ hint }) => hint.id === id);
  const draw = (): void =>
    drawScene({ hints, inHand: byId(inHand), noted: byId(noted), said, messagesOf: checker.of, hide, hideNote });
  const hold = (hint: string | undefined): void => {
    inHand = hint;
    draw();
  };
  const hide = (): void => hold(undefined);
  const hideNote = (): void => {
    noted = undefined;
    draw();
  };
  const check = (at: FoundHint): void => {
    const fresh = checker.check(at);
    if (fresh.length > 0) {
      noted = at.hint.id;
      said = fresh.map(plainText).join(' ');
    }
    draw();
  };
  const news = fieldNews({
    at: (path) => hintAt(hints, path),
    isOurs: (path) => path.includes(surface.host),
    check,
    settle: checker.settle,
    focus: (path) => {
      const at = hintAt(hints, path);
      unknown = at ? [] : path;
      if (at) said = i18n.t('hint.announce', [at.hint.title, plainText(at.hint.write)]);
      hold(at?.hint.id);
    },
    blurred: () => {
      const { activeElement, body } = page.document;
      if ((!activeElement || activeElement === body) && page.document.hasFocus()) hide();
    },
    view,
  });
  const watch = fieldWatch(news, signal);
  const look = (): void => {
    hints = find();
    for (const { found } of hints) watch(found.element.ownerDocument);
    checker.follow(hints);
    const [field] = unknown;
    if (field && hintAt(hints, unknown) && isFocused(field)) news.focused(unknown);
    else draw();
  };

  followLayout(tools, view, draw, signal);
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    hide();
    hideNote();
  };
  view.addEventListener('keydown', onEscape, { signal });
  signal.addEventListener('abort', () => drawScene(undefined), { once: true });
  watch(page.document);
  page.onChange(look, signal);
  look();
}

interface NewsParts {
  at: (path: readonly EventTarget[]) => FoundHint | undefined;
  isOurs: (path: readonly EventTarget[]) => boolean;
  check: (at: FoundHint) => void;
  settle: (hint: string, isFinal: boolean) => void;
  focus: (path: readonly EventTarget[]) => void;
  blurred: () => void;
  view: Window;
}

/** What a gesture in a field means: typing waits for a pause, leaving the field makes its value final. */
function fieldNews({ at, isOurs, check, settle, focus, blurred, view }: NewsParts): FieldNews {
  let pause: number | undefined;
  const final = (here: FoundHint): void => {
    view.clearTimeout(pause);
    settle(here.hint.id, true);
    check(here);
  };
  return {
    focused(path) {
      if (!isOurs(path)) focus(path);
    },
    left(path) {
      const here = at(path);
      if (here) final(here);
      view.setTimeout(blurred);
    },
    changed(path, isFinal) {
      const here = at(path);
      if (!here) return;
      if (isFinal) return final(here);
      settle(here.hint.id, false);
      view.clearTimeout(pause);
      pause = view.setTimeout(() => check(here), PAUSE);
    },
  };
}

/** Draws again, at most once a frame, when the page scrolls, is resized, or when a bubble of ours moves. */
function followLayout({ surface }: Tools, view: Window, draw: () => void, signal: AbortSignal): void {
  const soon = onMoves(view, ['scroll', 'resize'], draw, signal);
  const bubble = new MutationObserver(soon);
  bubble.observe(surface.element('bubble'), { childList: true, subtree: true, attributes: true });
  signal.addEventListener('abort', () => bubble.disconnect(), { once: true });
}
