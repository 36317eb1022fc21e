/** Reads our own texts aloud. Never the page's text. */
export interface Speech {
  /**
   * Speaks a text (its Markdown marks are dropped), sentence by sentence; stops what was being said.
   * @param onNoVoice is called when this machine has no French voice: at once, or as soon as that is known
   */
  speak(text: string, onNoVoice: () => void): void;
  stop(): void;
}
