import type { Speech } from './types';
import { frenchVoice } from './voices';

/** A little slower than speech, for someone who is worried (accessibility facts, § 4). */
const RATE = 0.9;
/** ms; browsers may list their voices late, or never. */
const VOICES_LATE = 3_000;

/**
 * Reads our own texts with the machine's own French voice, sentence by sentence, only when asked.
 * @param asHeard puts a text into the words that are said, sentence by sentence; content scripts do not carry the rules
 */
export function createSpeech(
  synthesis: SpeechSynthesis | undefined,
  asHeard: (text: string) => Promise<readonly string[]>,
  signal: AbortSignal,
): Speech {
  let asked = 0;
  /** What was asked for before the voices were listed. */
  let waiting: (() => void) | undefined;
  let isListed = !synthesis;
  const voice = (): SpeechSynthesisVoice | undefined => synthesis && frenchVoice(synthesis.getVoices());
  const settle = (): void => {
    const due = waiting;
    waiting = undefined;
    due?.();
  };
  synthesis?.addEventListener?.('voiceschanged', () => voice() && settle(), { signal });
  const late = setTimeout(() => {
    isListed = true;
    settle();
  }, VOICES_LATE);
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    if (voice()) synthesis?.cancel();
  });
  const say = (text: string, by: SpeechSynthesisVoice): void => {
    const turn = ++asked;
    synthesis?.cancel();
    void asHeard(text).then((spoken) => {
      if (turn === asked && !signal.aborted) for (const one of spoken) synthesis?.speak(utterance(one, by));
    });
  };
  const speak: Speech['speak'] = (text, onNoVoice) => {
    const by = voice();
    waiting = undefined;
    if (by) say(text, by);
    else if (isListed) onNoVoice();
    else waiting = () => speak(text, onNoVoice);
  };
  return {
    speak,
    stop() {
      asked += 1;
      waiting = undefined;
      synthesis?.cancel();
    },
  };
}

function utterance(words: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const spoken = new SpeechSynthesisUtterance(words);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = RATE;
  return spoken;
}
