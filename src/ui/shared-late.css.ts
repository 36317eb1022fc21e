/** Rules for all kinds of help that no question before a choice needs; they come with the guides. */
export const SHARED_LATE_CSS = `
.quiet { color: #3b4863; }
.listen svg { vertical-align: -3px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
