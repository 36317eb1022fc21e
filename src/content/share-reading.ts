import type { Engine } from '../engine/start-engine';
import { answer, ask, type Messages } from '../messages/messages';
import { type FrameReading, framePath, isReadByParent, linesForOthers, type OtherFrames } from '../reread/frames';
import type { Line } from '../reread/sheet';

/**
 * « Relire ensemble » across the frames of one tab. Frames of another address of the same site cannot be looked into
 * from the top frame: they are asked, through the background, which hands messages on and keeps nothing. Only what may
 * be shown leaves a frame; a private answer leaves it in full when the person asks to see it.
 */
export function otherFrames(signal: AbortSignal): OtherFrames {
  let hear: ((reading: FrameReading) => void) | undefined;
  answer(
    {
      'reread.reading': (reading) => {
        hear?.(reading);
        return null;
      },
    },
    signal,
  );
  const tell = <K extends 'reread.ask' | 'reread.drop'>(kind: K): void =>
    // A background that does not answer leaves the sheet with what this frame knows.
    void ask(kind, {} as Messages[K]['ask']).catch(() => undefined);
  return {
    read(onReading, until) {
      hear = onReading;
      until.addEventListener(
        'abort',
        () => {
          hear = undefined;
          tell('reread.drop');
        },
        { once: true },
      );
      tell('reread.ask');
    },
    reveal: (frame, line) => ask('reread.reveal', { frame, line }),
  };
}

/** In a frame that the top frame cannot look into: reads itself when asked, and forgets when told. */
export function answerReading(engine: Engine, view: Window, signal: AbortSignal): void {
  if (isReadByParent(view)) return;
  let held: readonly Line[] = [];
  answer(
    {
      'reread.read': async () => {
        held = engine.readLines();
        const reading = { path: framePath(view), lines: linesForOthers(held) };
        await ask('reread.found', reading);
        return null;
      },
      'reread.whole': ({ line }) => held[line]?.answer(true).text ?? '',
      'reread.forget': () => {
        held = [];
        return null;
      },
    },
    signal,
  );
}
