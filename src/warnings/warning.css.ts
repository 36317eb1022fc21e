/** The safer choice is the largest; the lit control and its note; the text beside the page. */
export const WARNING_CSS = `
dialog .safer { font-size: calc(20px * var(--size)); min-height: 60px; }
.lit-note { position: fixed; }
.note { position: fixed; right: 12px; bottom: 76px; width: min(320px, calc(100vw - 24px)); max-height: 50vh; }
.note summary { min-height: 44px; cursor: pointer; }
.note h2 { display: inline; }
[data-slot="notice"]:has(~ [data-slot="bubble"] .bubble) .note {
  &:has([open]) { z-index: 1; }
  &[data-room="high"] { top: 8px; bottom: auto; }
  &[data-room="none"] { visibility: hidden; }
}
[data-slot="notice"]:has(~ [data-slot="bubble"] .end) .note:not(:has([open])) { visibility: hidden; }
@media (max-height: 480px) {
  .note { top: 8px; bottom: auto; padding-block: 0; }
  /* A guide has the whole of a low screen: what it points at must stay free. */
  [data-slot="notice"]:has(~ [data-slot="bubble"] .bubble) { display: none; }
}
.ring.go { border-color: #ff9f1a; }
`;
