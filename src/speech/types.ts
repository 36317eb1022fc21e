/** Reads our own texts aloud. Never the page's text. */
export interface Speech {
  /** `no-voice`: this machine has no French voice; `unknown` until the voices were listed. */
  readonly state: 'ready' | 'no-voice' | 'unknown';
  /** Speaks a text (its Markdown marks are dropped), sentence by sentence; stops what was being said. */
  speak(text: string): void;
  stop(): void;
}
