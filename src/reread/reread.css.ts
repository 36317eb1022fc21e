/** Large type, one line a question. */
export const REREAD_CSS = `
dialog.reread { max-width: min(760px, calc(100vw - 16px)); width: 760px; font-size: calc(19px * var(--size)); }
.reread ol { list-style: none; padding: 0; }
.reread li { display: flex; gap: 10px; align-items: flex-start; padding: 8px 0; border-bottom: 1px solid var(--line); }
.reread .tick { display: inline-flex; min-width: 44px; min-height: 44px; align-items: center; justify-content: center; }
.reread .tick input { width: 26px; height: 26px; margin: 0; accent-color: var(--main); }
.reread .line { flex: 1; min-width: 0; }
.reread p { margin: 0 0 4px; }
.reread .answer { font-weight: 600; white-space: pre-wrap; }
.reread .answer.none { font-weight: 400; font-style: italic; }
.reread h3 { margin-top: 14px; }
.reread textarea { display: block; width: 100%; margin: 8px 0; font: inherit; }
.reread dt { font-weight: 600; }
.reread dd { margin: 0 0 8px; }
.reread .end { position: sticky; bottom: -16px; background: var(--paper); padding: 10px 0 14px; border-top: 2px solid var(--line); }
`;

/** A4, black on white, nothing under 14 pt, a box to tick and a line to write on. */
export const REREAD_PAPER_CSS = `
@page { size: A4; margin: 14mm; }
body { margin: 0; font: 14pt/1.35 'DejaVu Sans', Verdana, sans-serif; color: #000; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 20pt; margin: 0 0 6px; }
h3 { font-size: 15pt; margin: 12px 0 2px; break-after: avoid; }
p { margin: 0 0 4px; }
ol { list-style: none; padding: 0; margin: 0; }
li { display: flex; gap: 12px; padding: 6px 0; border-bottom: 1px solid #000; break-inside: avoid; }
.tick { flex: none; width: 20px; height: 20px; border: 2px solid #000; margin-top: 3px; font: 700 14pt/20px sans-serif; text-align: center; }
.line { flex: 1; min-width: 0; }
.answer { font-weight: 700; white-space: pre-wrap; }
.answer.none { font-weight: 400; font-style: italic; }
.careful { border-inline-start: 4px solid #000; padding-inline-start: 8px; }
.write { height: 34px; border-bottom: 1px solid #000; }
dl, dd { margin: 0; }
dt { font-weight: 700; margin-top: 6px; }
dd { break-inside: avoid; }
button, .screen-only, .unseen { display: none; }
`;
