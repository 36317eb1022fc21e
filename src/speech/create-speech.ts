import { sentences, spokenForm } from './spoken-form';
import type { Speech } from './types';
import { frenchVoice } from './voices';

/** A little slower than speech, for someone who is worried (accessibility facts, § 4). */
const RATE = 0.9;
/** ms; browsers may list their voices late, or never. */
const VOICES_LATE = 3_000;

/** Reads our own texts with the machine's own French voice, sentence by sentence, only when asked. */
export function createSpeech(synthesis: SpeechSynthesis | undefined, signal: AbortSignal): Speech {
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
      for (const sentence of sentences(text)) synthesis.speak(utterance(sentence, voice));
    },
    stop: () => synthesis?.cancel(),
  };
}

function utterance(sentence: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const spoken = new SpeechSynthesisUtterance(spokenForm(sentence));
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = RATE;
  return spoken;
}
