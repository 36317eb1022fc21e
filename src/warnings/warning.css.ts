/** The safer choice is the largest; the lit control and its note; the text beside the page. */
export const WARNING_CSS = `
dialog .safer { font-size: calc(20px * var(--size)); min-height: 60px; }
.lit-note { position: fixed; }
.note { position: fixed; left: 12px; bottom: 12px; width: min(360px, calc(100vw - 24px)); max-height: 60vh; }
.ring.go { border-color: #ff9f1a; }
`;
