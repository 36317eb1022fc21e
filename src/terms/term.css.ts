/** The explanation of a word, and the list of words; comes with the guides. */
export const TERM_CSS = `
.word { position: fixed; width: min(360px, calc(100vw - 16px)); max-height: min(60vh, calc(100vh - 16px)); }
.word.list { right: 12px; top: 12px; max-height: 85vh; }
`;
