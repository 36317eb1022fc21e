/** The corner button and its menu. */
export const DOCK_CSS = `
.dock { position: fixed; right: 12px; bottom: 12px; display: flex; flex-direction: column; align-items: flex-end; gap: 8px; }
.dock-button {
  pointer-events: auto; color: var(--main-ink); background: var(--main); font: 600 calc(16px * var(--size)) / 1.2 system-ui, 'DejaVu Sans', sans-serif;
  border: 2px solid #fff; outline: 2px solid var(--main); border-radius: 24px; padding: 8px 18px;
}
.menu { width: min(340px, calc(100vw - 24px)); max-height: calc(100vh - 90px); }
.dock-button:hover { background: #072b69; }
`;

/** The menu is alone while it is open: at this screen's size it lies where other help lies. */
export const ALONE_CSS = `
[data-slot='dock']:has(.menu) ~ * :is(.card, .hint-mark) { visibility: hidden; }
`;
