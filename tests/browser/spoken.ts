import type { CDPSession, Page } from 'puppeteer-core';

interface Spoken {
  spokenForTest?: string[];
}

/**
 * A machine without a voice gets one that notes what it is told to say, instead of saying it. Runs in the world whose
 * texts are read aloud.
 */
function hearInstead(): void {
  const said: string[] = [];
  (globalThis as Spoken).spokenForTest = said;
  const voice = { lang: 'fr-FR', name: 'Voix', localService: true, default: true, voiceURI: 'voix' };
  Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [voice] });
  Object.defineProperty(speechSynthesis, 'speak', { value: ({ text }: { text: string }) => said.push(text) });
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

/** Notes what one of our own pages says aloud. @returns how to read it. */
export async function hearOwnPage(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(hearInstead);
  return () => page.evaluate(() => (globalThis as Spoken).spokenForTest ?? []);
}

/**
 * Notes what our content scripts say aloud on a page that is open, in their own worlds. Chromium only: no driver reaches
 * the world of a content script in Firefox.
 * @returns how to read it
 */
export async function hearContentScripts(page: Page): Promise<() => Promise<string[]>> {
  const client: CDPSession = await page.createCDPSession();
  const worlds = new Set<number>();
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.add(context.id);
  });
  // The frame that a sheet is printed from has a world of its own, and goes.
  client.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId));
  await client.send('Runtime.enable');
  for (const contextId of worlds)
    await client.send('Runtime.evaluate', { contextId, expression: `(${hearInstead})()` });
  return async () => {
    const said = await Promise.all(
      [...worlds].map((contextId) =>
        client.send('Runtime.evaluate', { contextId, expression: 'globalThis.spokenForTest', returnByValue: true }),
      ),
    );
    return said.flatMap(({ result }) => (result.value as string[] | undefined) ?? []);
  };
}
