/**
 * Our look: calm, high contrast, large type, in px (a page's root font size must not leak in).
 * Real borders and outlines, so that forced colours keep them. `--size` follows the text-size setting.
 */
export const BASE_CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  width: 100vw !important;
  height: 100vh !important;
  max-width: none !important;
  max-height: none !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: transparent !important;
  overflow: visible !important;
  pointer-events: none !important;
  opacity: 1 !important;
  visibility: visible !important;
  display: block !important;
  filter: none !important;
  clip-path: none !important;
  transform: none !important;
  z-index: 2147483647 !important;
  color-scheme: light !important;
  --size: 1;
  --ink: #14213d;
  --paper: #ffffff;
  --soft: #eef3fb;
  --line: #4a5a78;
  --main: #0b3d91;
  --main-ink: #ffffff;
  --ring: #ffd400;
  --stop: #8a1c00;
  --good: #0b5d33;
}
:host([data-size='large']) { --size: 1.2; }
:host([data-size='largest']) { --size: 1.45; }
*, *::before, *::after { box-sizing: border-box; }
.card, dialog {
  pointer-events: auto;
  font: 400 calc(17px * var(--size)) / 1.5 system-ui, 'Segoe UI', 'DejaVu Sans', Verdana, sans-serif;
  color: var(--ink);
  background: var(--paper);
  border: 2px solid var(--line);
  border-radius: 12px;
  box-shadow: 0 6px 24px rgb(0 0 0 / 25%);
  padding: 16px;
  max-width: min(420px, calc(100vw - 16px));
  max-height: calc(100vh - 16px);
  overflow: auto;
  overflow-wrap: anywhere;
  text-align: start;
}
dialog { position: fixed; inset: 0; margin: auto; max-width: min(560px, calc(100vw - 16px)); border-width: 3px; }
dialog::backdrop { background: rgb(10 20 40 / 45%); }
h2, h3, p, ul, ol { margin: 0 0 10px; }
h2, h3, .big { text-wrap: balance; }
h2 { font-size: calc(21px * var(--size)); line-height: 1.3; }
h3 { font-size: calc(18px * var(--size)); line-height: 1.35; }
ul, ol { padding-inline-start: 24px; }
a { color: var(--main); text-decoration: underline; }
.big { font-size: calc(20px * var(--size)); font-weight: 600; line-height: 1.4; }
.calm { border-inline-start: 4px solid var(--good); padding: 6px 10px; background: #eef8f1; }
.careful { border-inline-start: 4px solid var(--stop); padding: 6px 10px; background: #fdf1ec; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-block: 8px; }
.column { display: flex; flex-direction: column; gap: 8px; align-items: stretch; }
.button {
  font: inherit; color: var(--main); background: var(--paper); cursor: pointer;
  border: 2px solid var(--main); border-radius: 8px; padding: 8px 14px;
  min-height: 44px; min-width: 44px; text-align: center;
}
.button:hover { background: var(--soft); }
.button-main { color: var(--main-ink); background: var(--main); font-weight: 600; }
.button-main:hover { background: #072b69; }
.button-plain { border-color: transparent; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px var(--ring); }
@media (forced-colors: active) {
  .card, dialog, .button { border-color: ButtonText; }
  :focus-visible { outline-color: Highlight; }
}
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
@media (max-width: 480px) { .card, dialog { padding: 10px; } }
@media print { :host { display: none !important; } }
`;
