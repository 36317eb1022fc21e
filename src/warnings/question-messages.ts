/** What the buttons and the title of a question say; the browser keeps them among its messages. */
export const SHORT_WORDS = ['title', 'goOn', 'safer'] as const;
export type ShortWord = (typeof SHORT_WORDS)[number];

/** @returns the name of one of these among the browser's messages: letters, digits and `_` alone (i18n API). */
export function messageOf(site: string, warning: string, word: ShortWord): string {
  return `${site}_${warning}_${word}`.replaceAll('-', '_');
}
