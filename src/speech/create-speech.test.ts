import { describe, expect, it, vi } from 'vitest';
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

const never = (): never => {
  throw new Error('this machine has a French voice');
};

describe('reading aloud', () => {
  it('says a text as it is heard, sentence by sentence', async () => {
    const { said, synthesis } = machine();
    const stop = new AbortController();
    createSpeech(synthesis, async () => ['Le R.S.A.', 'Le 32 30.'], stop.signal).speak('Le RSA. Le 3230.', never);
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
    speech.speak('un', never);
    speech.speak('deux', never);
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
    speech.speak('un', never);
    speech.stop();
    await new Promise((resume) => setTimeout(resume));
    expect(said.filter((one) => one !== '—')).toEqual([]);
    stop.abort();
  });

  it('says that the machine has no French voice, once the voices had the time to be listed', () => {
    vi.useFakeTimers();
    const { said, synthesis } = machine('en-GB');
    const stop = new AbortController();
    const told = vi.fn();
    const speech = createSpeech(synthesis, async () => ['Un.'], stop.signal);
    speech.speak('un', told);
    expect(told, 'the voices may still come').not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(told).toHaveBeenCalledOnce();
    speech.speak('un', told);
    expect(told, 'now it is known').toHaveBeenCalledTimes(2);
    expect(said).toEqual([]);
    stop.abort();
    vi.useRealTimers();
  });

  it('says what was asked for before the voices came', async () => {
    const { said, synthesis } = machine();
    const voices = synthesis.getVoices();
    let come = (): void => undefined;
    const slow = Object.assign(synthesis, {
      getVoices: () => [] as SpeechSynthesisVoice[],
      addEventListener: (_: string, listener: () => void) => (come = listener),
    });
    const stop = new AbortController();
    createSpeech(slow, async () => ['Un.'], stop.signal).speak('un', never);
    expect(said).toEqual([]);
    slow.getVoices = () => voices;
    come();
    await new Promise((resume) => setTimeout(resume));
    expect(said).toEqual(['—', 'Un.']);
    stop.abort();
  });
});
