const NO_BREAK = '\u00a0';

/**
 * French typography, so that nobody who writes our texts has to type a space that cannot be seen: a line does not end before
 * `: ; ? ! » € %`, nor after `«` or `n°`, nor inside a number or between it and the word it counts.
 * @returns the text with no-break spaces there. `$1` stands for anything, and is no number.
 */
export function withNoBreaks(text: string): string {
  return text
    .replace(/ (?=[:;?!»€%])/g, NO_BREAK)
    .replace(/(?<=«|n°) /g, NO_BREAK)
    .replace(/(?<=(?<![$\d])\d+) (?=[\d\p{Ll}])/gu, NO_BREAK);
}
