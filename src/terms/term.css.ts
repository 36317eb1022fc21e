/** The explanation of a word, and the list of words; comes with the guides. */
export const TERM_CSS = `
.word { position: fixed; width: min(400px, calc(100vw - 16px)); max-height: max(60vh, min(480px, 100vh - 120px)); }
.word.list { right: 12px; top: 12px; max-height: 85vh; }
`;
