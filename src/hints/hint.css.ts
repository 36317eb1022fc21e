/** The card beside a field, and the small mark that says that there is help. The mark lets every click through. */
export const HINT_CSS = `
.hint-card { position: fixed; width: min(340px, calc(100vw - 16px)); max-height: min(70vh, calc(100vh - 16px)); padding: 12px; }
.hint-card .title, .hint-inside .title { font-weight: 600; margin-bottom: 6px; }
.hint-card p { margin-bottom: 6px; }
.hint-mark {
  position: fixed; width: 24px; height: 24px; border-radius: 50%; pointer-events: none;
  font: 700 15px/20px system-ui, sans-serif; text-align: center; color: #fff; background: var(--main); border: 2px solid #fff;
}
.hint-mark.look { background: var(--stop); }
.hint-inside { border-top: 2px solid var(--line); margin-top: 8px; padding-top: 8px; }
@media (forced-colors: active) { .hint-mark { border-color: ButtonText; } }
@media (max-height: 420px), (max-width: 420px) { .hint-card { max-height: 45vh; padding: 8px; } }
`;
