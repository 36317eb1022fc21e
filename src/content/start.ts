import { startEngine } from '../engine/start-engine';
import { ask, type Messages } from '../messages/messages';
import type { Pack } from '../schema';
import { remoteProgress } from '../session/remote-progress';
import { liveSettings } from '../settings/live-settings';
import { createSpeech } from '../speech/create-speech';
import { HOST_TAG } from '../ui/host';
import { answerPopup } from './answer-popup';
import { clearStorageWhenTold } from './clear-storage';
import type { ContentScriptContext } from './script-context';
import { answerReading, otherFrames } from './share-reading';

/** Starts the engine in this frame, until the page goes or the extension is reloaded. */
export function startContent(ctx: ContentScriptContext, pack: Pack): void {
  if (isOurFrame(window)) return;
  const { signal } = ctx;
  const isTop = window === window.top;
  const engine = startEngine({
    document,
    pack,
    signal,
    services: {
      overlays: async () =>
        (await loaded('overlays.load', { site: pack.site.id, openedAt: performance.timeOrigin }, signal)) ?? undefined,
      terms: async () => (await loaded('terms.load', { site: pack.site.id }, signal)) ?? [],
      progress: remoteProgress(pack.site.id),
      speech: createSpeech(window.speechSynthesis, asHeard, signal),
      settings: liveSettings(signal),
      report: (event) => void ask('event', event).catch(() => ctx.isInvalid()),
      print: (sheet) => void ask('sheet.open', sheet).catch(() => ctx.isInvalid()),
      readWarnings: (warning) =>
        ask('warnings.read', { site: pack.site.id, warning }).then(
          (read) => read ?? [],
          () => [],
        ),
      isAlive: () => !ctx.isInvalid(),
      shadow: import.meta.env.MODE === 'test' ? 'open' : 'closed',
      isTop,
      ...(isTop ? { otherFrames: otherFrames(signal) } : {}),
    },
  });
  if (import.meta.env.FIREFOX) clearStorageWhenTold(window, signal);
  if (isTop) answerPopup(engine, signal);
  else answerReading(engine, window, signal);
}

/** ms between two tries: the background may be starting with the browser. */
const RETRY = 400;
const TRIES = 8;

/** @returns overlays of this site, or none when the background never answers: the rest of the help goes on. */
async function loaded<K extends 'overlays.load' | 'terms.load'>(
  kind: K,
  payload: Messages[K]['ask'],
  signal: AbortSignal,
): Promise<Messages[K]['answer'] | undefined> {
  for (let left = TRIES; left > 0 && !signal.aborted; left--) {
    const late = new Promise<undefined>((resume) => setTimeout(resume, RETRY));
    const overlays = await Promise.race([ask(kind, payload).catch(() => late), late]);
    if (overlays) return overlays;
  }
  return undefined;
}

/** Without the background, the text is said as it is written. */
async function asHeard(text: string): Promise<readonly string[]> {
  return (await ask('speech.form', { text }).catch(() => null)) ?? [text];
}

/** The frame that « Relire ensemble » prints from is ours: there is nothing to help with in it. */
function isOurFrame({ frameElement }: Window): boolean {
  const root = frameElement?.getRootNode();
  return root !== undefined && 'host' in root && (root.host as Element).localName === HOST_TAG;
}
