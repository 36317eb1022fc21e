/** What gives way on a full sheet, in this order, until it is one page. Letters never get smaller. */
const GIVES_WAY = ['two-lines', 'one-line', 'tight', 'no-notes', 'short-people'] as const;

/** mm; what the margins of `@page` leave of A4, and a little less in height: a printer's letters may be a hair wider. */
const ROOM = { width: 186, height: 270 };
const MM = 96 / 25.4;

/**
 * Makes a sheet fit on one A4 page, as it will be printed, whatever the width of the screen: lines for notes go first,
 * then what is said about the people to ask, never their names and numbers nor the structure's own.
 */
export function fitPage(sheet: HTMLElement): void {
  sheet.classList.remove(...GIVES_WAY);
  sheet.style.width = `${ROOM.width}mm`;
  for (const part of GIVES_WAY) {
    if (sheet.offsetHeight <= ROOM.height * MM) break;
    sheet.classList.add(part);
  }
  sheet.style.width = '';
}
