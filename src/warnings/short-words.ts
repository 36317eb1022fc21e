import { i18n } from '#i18n';
import type { Armed } from './armed';
import { messageOf, type ShortWord } from './question-messages';

/** These messages come from the overlays: the types of the interface's own do not know them. */
type Key = Parameters<typeof i18n.t>[0];

/**
 * Gives a warning the words of its question. Content scripts carry none: the browser has them in the extension's
 * messages, at once and without asking anybody.
 */
export function withShortWords(site: string, armed: Armed): Armed {
  const { warning } = armed;
  if (warning.title !== '') return armed;
  const say = (word: ShortWord): string => i18n.t(messageOf(site, warning.id, word) as Key);
  warning.title = say('title');
  warning.goOn = say('goOn');
  warning.safer.label = say('safer');
  return armed;
}
