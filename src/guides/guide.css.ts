/** The bubble of a guide, and what gives way to it. On a small screen it becomes a sheet that leaves the target in sight. */
export const GUIDE_CSS = `
.bubble { position: fixed; width: min(380px, calc(100vw - 16px)); max-height: min(70vh, calc(100vh - 16px)); scroll-padding-bottom: 130px; }
.bubble .guide-title { margin-bottom: 6px; font-size: calc(15px * var(--size)); }
.bubble .actions { margin-top: 10px; }
.foot .row { margin-block: 0; }
.bubble .foot { position: sticky; bottom: -16px; margin: 8px -16px -16px; padding: 8px 16px; background: var(--paper); border-top: 2px solid var(--soft); }
.bubble .button-plain { padding: 6px 8px; font-size: calc(15px * var(--size)); }
.bubble.end { right: 12px; bottom: 76px; max-height: calc(100vh - 96px); }
.asking .ring, .chosen .ring { border-style: dashed; }
@media (max-height: 420px), (max-width: 420px) {
  .bubble { max-height: calc(100vh - 16px); padding: 8px; width: calc(100vw - 16px); max-width: none; }
  .bubble .foot { position: static; margin: 8px -8px -8px; padding: 8px; }
  .bubble p { margin-bottom: 6px; }
}
[data-slot="notice"]:has(~ [data-slot="bubble"] .bubble) .note {
  &:has([open]) { z-index: 1; }
  &[data-room="high"] { top: 8px; bottom: auto; }
  &[data-room="none"] { visibility: hidden; }
}
[data-slot="notice"]:has(~ [data-slot="bubble"] .end) .note:not(:has([open])) { visibility: hidden; }
@media (max-height: 480px) {
  /* A guide has the whole of a low screen: what it points at must stay free. */
  [data-slot="notice"]:has(~ [data-slot="bubble"] .bubble) { display: none; }
}
`;
