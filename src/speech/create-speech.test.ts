import { describe, expect, it } from 'vitest';
import { createSpeech } from './create-speech';

/** A machine with this voice, that notes what it is told to say. */
function machine(lang = 'fr-FR') {
  const said: string[] = [];
  const voice = { lang, name: 'Voix', localService: true, default: true, voiceURI: 'voix' };
  const synthesis = {
    getVoices: () => [voice],
    addEventListener: () => undefined,
    cancel: () => said.push('—'),
    speak: ({ text }: { text: string }) => said.push(text),
  } as unknown as SpeechSynthesis;
  return { said, synthesis };
}

class Utterance {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });

describe('reading aloud', () => {
  it('says a text as it is heard, sentence by sentence', async () => {
    const { said, synthesis } = machine();
    const stop = new AbortController();
    createSpeech(synthesis, async () => ['Le R.S.A.', 'Le 32 30.'], stop.signal).speak('Le RSA. Le 3230.');
    await Promise.resolve();
    await Promise.resolve();
    expect(said).toEqual(['—', 'Le R.S.A.', 'Le 32 30.']);
    stop.abort();
  });

  it('says only the last text when two are asked for, whichever is ready first', async () => {
    const { said, synthesis } = machine();
    const stop = new AbortController();
    const ready: Record<string, (spoken: string[]) => void> = {};
    const speech = createSpeech(synthesis, (text) => new Promise((resolve) => (ready[text] = resolve)), stop.signal);
    speech.speak('un');
    speech.speak('deux');
    ready.deux?.(['Deux.']);
    ready.un?.(['Un.']);
    await new Promise((resume) => setTimeout(resume));
    expect(said.filter((one) => one !== '—')).toEqual(['Deux.']);
    stop.abort();
  });

  it('says nothing once it was stopped', async () => {
    const { said, synthesis } = machine();
    const stop = new AbortController();
    const speech = createSpeech(synthesis, async () => ['Un.'], stop.signal);
    speech.speak('un');
    speech.stop();
    await new Promise((resume) => setTimeout(resume));
    expect(said.filter((one) => one !== '—')).toEqual([]);
    stop.abort();
  });

  it('has no voice to read with when the machine has none for French', () => {
    const { said, synthesis } = machine('en-GB');
    const stop = new AbortController();
    createSpeech(synthesis, async () => ['Un.'], stop.signal).speak('un');
    expect(said).toEqual([]);
    stop.abort();
  });
});
