import { nothing } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Warning } from '../schema';
import { plainText } from '../ui/rich-text';
import type { Tools } from '../ui/tools';
import { isExplained, warningNote } from './warning-view';

/** A candidate at least this alike deserves the text beside the page, though nothing is held. */
const ALIKE = 0.6;

/**
 * Shows the text of a warning beside the page, without holding: when its choice is only good to know,
 * when something looks like it but not surely enough to hold a click, or when the page does not let us hold it.
 * Once per page; the person closes it. @returns what looks again at once.
 */
export function startNotes(tools: Tools, givenUp: ReadonlySet<string>, signal: AbortSignal): () => void {
  const { pack, page, surface } = tools;
  const closed = new Set<string>();
  let shown: Warning | undefined;

  const look = (): void => {
    const due = pack.warnings.find(
      (warning) =>
        !closed.has(warning.id) && isExplained(warning) && (givenUp.has(warning.id) || isDue(warning, tools)),
    );
    if (!due && !shown) return;
    const close = (): void => {
      if (due) closed.add(due.id);
      shown = undefined;
      surface.show('notice', nothing);
      look();
    };
    const words = due ? wordsFor(due, givenUp) : '';
    surface.show('notice', due ? warningNote(tools, due, words, close) : nothing);
    if (due && due !== shown) surface.say(`${due.title} ${words} ${plainText(due.consequence)}`);
    shown = due;
  };
  page.onChange(look, signal);
  // The note folds when the bubble of a guide comes.
  const led = new MutationObserver(look);
  led.observe(surface.element('bubble'), { childList: true });
  signal.addEventListener(
    'abort',
    () => {
      led.disconnect();
      surface.show('notice', nothing);
    },
    { once: true },
  );
  return look;
}

function isDue(warning: Warning, { page }: Tools): boolean {
  if (!page.isOn(warning.pages)) return false;
  return warning.targets.some((target) => {
    const located = page.locate(target);
    if (warning.severity === 'inform') return located.kind === 'found';
    if (located.kind === 'ambiguous') return true;
    return (
      located.kind === 'missing' && located.reason === 'nothing-like-it' && (located.candidates[0]?.score ?? 0) >= ALIKE
    );
  });
}

function wordsFor({ id, severity }: Warning, givenUp: ReadonlySet<string>): string {
  if (givenUp.has(id)) return i18n.t('warning.letThrough');
  return severity === 'inform' ? i18n.t('warning.inform') : i18n.t('warning.notSure');
}
