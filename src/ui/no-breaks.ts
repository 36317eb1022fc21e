/** A space before `: ; ? ! » € %`, one after `«` or `n°`, one inside a number or an hour, or between it and the word it counts. */
const KEPT = / (?=[:;?!»€%])|(?<=«|n°) |(?<=(?<![$\d])\d+) (?=[\d\p{Ll}])|(?<=\d.h) (?=\d)/gu;

/**
 * French typography, so that nobody who writes our texts has to type a space that cannot be seen.
 * @returns the text with no-break spaces where a line must not end. `$1` stands for anything, and is no number.
 */
export function withNoBreaks(text: string): string {
  return text.replace(KEPT, '\u00a0');
}
