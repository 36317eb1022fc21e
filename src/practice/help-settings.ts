import type { Live, Settings } from '../settings/types';
import type { Help } from './exercise';

/** The kinds of overlay that each level of help leaves on. */
const SHOWN: Record<Help, Settings['show']> = {
  with: { guides: true, warnings: true, hints: true, terms: true },
  less: { guides: false, warnings: true, hints: true, terms: true },
  alone: { guides: false, warnings: false, hints: false, terms: false },
};

/** The settings in force in an exercise: the person's own, except that the level of help says what is shown. */
export interface HelpSettings extends Live<Settings> {
  choose(help: Help): void;
}

export function helpSettings(settings: Live<Settings>, start: Help, signal: AbortSignal): HelpSettings {
  const listeners = new Set<(value: Settings) => void>();
  let help = start;
  const now = (): Settings => ({ ...settings.value, show: SHOWN[help] });
  const tell = (): void => {
    for (const listener of listeners) listener(now());
  };
  settings.onChange(tell, signal);
  return {
    get value() {
      return now();
    },
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    choose(next) {
      help = next;
      tell();
    },
  };
}
