/** URI prefixes of voices that stay on the machine although Firefox on Linux calls them remote (measured). */
const LOCAL_PREFIXES = ['urn:moz-tts:speechd:', 'urn:moz-tts:sapi:', 'urn:moz-tts:osx:'];

/**
 * The best French voice that works without the network: the texts we say must not leave the machine.
 * @returns `undefined` when this machine has none.
 */
export function frenchVoice<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'voiceURI' | 'default'>>(
  voices: readonly V[],
): V | undefined {
  const usable = voices.filter((voice) => isFrench(voice.lang) && isLocal(voice));
  return (
    usable.find((voice) => sameLanguage(voice.lang, 'fr-fr') && voice.default) ??
    usable.find((voice) => sameLanguage(voice.lang, 'fr-fr')) ??
    usable[0]
  );
}

function isLocal(voice: Pick<SpeechSynthesisVoice, 'localService' | 'voiceURI'>): boolean {
  return voice.localService || LOCAL_PREFIXES.some((prefix) => voice.voiceURI.startsWith(prefix));
}

function isFrench(lang: string): boolean {
  return /^fr\b/i.test(lang);
}

function sameLanguage(lang: string, wanted: string): boolean {
  return lang.toLowerCase().replace('_', '-') === wanted;
}
