import { describe, expect, it } from 'vitest';
import { frenchVoice } from './voices';

const voice = (lang: string, localService: boolean, voiceURI = lang) => ({
  lang,
  localService,
  voiceURI,
  default: false,
});

describe('frenchVoice', () => {
  it('prefers French of France that stays on the machine', () => {
    expect(frenchVoice([voice('fr-CA', true), voice('fr-FR', true)])?.lang).toBe('fr-FR');
  });
  it('takes Firefox voices of the machine although they say they are remote', () => {
    expect(frenchVoice([voice('fr-FR', false, 'urn:moz-tts:speechd:French')])?.lang).toBe('fr-FR');
  });
  it('refuses voices of the network and other languages', () => {
    expect(frenchVoice([voice('fr-FR', false, 'Google français'), voice('en-US', true)])).toBeUndefined();
  });
});
