/** The safer choice is the largest; the lit control and its note. */
export const WARNING_CSS = `
dialog .safer { font-size: calc(20px * var(--size)); min-height: 60px; }
.lit-note { position: fixed; }
.ring.go { border-color: #ff9f1a; }
`;

/** The text beside the page, which comes with the guides. */
export const NOTE_CSS = `
.note { position: fixed; right: 12px; bottom: 76px; width: min(320px, calc(100vw - 24px)); max-height: 50vh; }
.note summary { min-height: 44px; cursor: pointer; }
.note h2 { display: inline; }
@media (max-height: 480px) {
  .note { top: 8px; bottom: auto; padding-block: 0; }
}
`;
