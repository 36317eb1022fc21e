/** The safer choice is the largest. */
export const WARNING_CSS = `
dialog .safer { font-size: calc(20px * var(--size)); min-height: 60px; }
`;

/** The lit control with its note, and the text beside the page: after a question, or without one; they come with the guides. */
export const NOTE_CSS = `
.lit-note { position: fixed; }
.ring.go { border-color: #ff9f1a; }
.note { position: fixed; right: 12px; bottom: 76px; width: min(320px, calc(100vw - 24px)); max-height: 50vh; }
.note summary { min-height: 44px; cursor: pointer; }
.note h2 { display: inline; }
@media (max-height: 480px) {
  .note { top: 8px; bottom: auto; padding-block: 0; }
}
`;
