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
  let state: Speech['state'] = synthesis ? 'unknown' : 'no-voice';
  const look = (): SpeechSynthesisVoice | undefined => {
    const voice = synthesis && frenchVoice(synthesis.getVoices());
    if (voice) state = 'ready';
    return voice;
  };
  synthesis?.addEventListener?.('voiceschanged', look, { signal });
  look();
  const late = setTimeout(() => {
    if (!look()) state = 'no-voice';
  }, VOICES_LATE);
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    if (state === 'ready') synthesis?.cancel();
  });
  return {
    get state() {
      return state;
    },
    speak(text) {
      const voice = look();
      if (!synthesis || !voice) return;
      synthesis.cancel();
      const turn = ++asked;
      void asHeard(text).then((spoken) => {
        if (turn === asked && !signal.aborted) for (const one of spoken) synthesis.speak(utterance(one, voice));
      });
    },
    stop() {
      asked += 1;
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
